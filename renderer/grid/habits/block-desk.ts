import type { BlockChange, BlockCheck, PlacesOf } from '../../../shared/contract/blocks.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { refusalOf } from '../../ui/refusal.ts';
import { createWork } from '../../ui/work.ts';
import type { Ground } from './ground.ts';
import type { HabitStore, RefusedChoice } from './habit-state.ts';

/** As many changed cells are seen at a glance; of more it is told how many they were. */
const seen = 30;

/** What a block is written for. */
export interface Writing {
  /** 粘贴, 填充 … */
  readonly what: string;
  readonly change: BlockChange;
}

/** Writes blocks: checked first, asked about where something is refused, one command, everything on screen read again. */
export class BlockDesk {
  /** How far the core is with a large block, and the way to stop it: nothing of it is written then. */
  readonly work = createWork();
  readonly #ground: Ground;
  readonly #store: HabitStore;
  readonly #done: (label: string) => void;
  /** Writes follow one another. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(ground: Ground, store: HabitStore, done: (label: string) => void) {
    this.#ground = ground;
    this.#store = store;
    this.#done = done;
  }

  async check(change: BlockChange): Promise<BlockCheck> {
    return (await this.#checked(change)).check;
  }

  /** What the change would do, and among which rows its places were counted. */
  async #checked(change: BlockChange): Promise<{ readonly asked: PlacesOf; readonly check: BlockCheck }> {
    const { source, client } = this.#ground;
    await source.settled();
    const asked = source.asked();
    return { asked, check: await this.work.getState().run(client, (job) => client.blocks.check({ ...asked, change, job })) };
  }

  /** Writes one block; answers whether something was written. What goes wrong is told, never thrown. */
  write(writing: Writing): Promise<boolean> {
    const run = this.#last.then(() => this.#busy(writing.what, () => this.#write(writing)));
    this.#last = run.catch(() => undefined);
    return run.catch((error: unknown) => {
      // Rows have moved: what is on screen now is told anew.
      if (refusalOf(error)?.code === 'STALE') this.#ground.source.reload();
      this.#ground.events().failed(error);
      return false;
    });
  }

  async #busy<T>(what: string, work: () => Promise<T>): Promise<T> {
    this.#store.setState({ busy: `正在${what}` });
    try {
      return await work();
    } finally {
      // Whoever pressed 取消 has the keys on a button that goes: they are the table's again.
      const { activeElement } = document;
      const goes = activeElement === document.body || activeElement?.closest('.habit-busy') !== null;
      this.#store.setState({ busy: null });
      if (goes && this.#store.getState().asking === null) this.#ground.focusActive(false);
    }
  }

  async #write({ what, change }: Writing): Promise<boolean> {
    const { client, source, events } = this.#ground;
    const lock = this.#ground.frozen();
    if (lock) throw new Refusal('NOT_ALLOWED', lock.what, { remedy: lock.remedy });
    const { asked, check } = await this.#checked(change);
    const choice = check.refusedCount > 0 || check.beyond > 0 ? await this.#ask(what, check) : 'over';
    if (choice === 'nothing') return false;
    const over = choice === 'over' && check.staleCount > 0;
    if (check.changes === 0 && !over) return true;
    const goodOnly = choice === 'good' || check.refusedCount > check.staleCount || check.beyond > 0;
    // The rows that were checked, though others have come on screen meanwhile: among those the places would be of strangers.
    const written = await events().writing(this.work.getState().run(client, (job) => client.blocks.write({ ...asked, change, goodOnly, ...(over ? { seen: check.revision } : {}), job })));
    this.#store.setState({ kept: null });
    source.freshen();
    if (written.written > seen || goodOnly) this.#done(`已${written.label}`);
    return true;
  }

  #ask(what: string, check: BlockCheck): Promise<RefusedChoice> {
    return new Promise((resolve) => {
      const answer = (choice: RefusedChoice): void => {
        this.#store.setState({ asking: null });
        this.#ground.focusActive(false);
        resolve(choice);
      };
      this.#store.setState({ asking: { kind: 'refused', what, check, answer } });
    });
  }
}
