import { create } from 'zustand';
import type { BatchSummary, Choice, ImportPolicy } from '../../shared/changes/plan-types.ts';
import { Refusal } from '../../shared/contract/errors.ts';
import type { CodeAnswer, SheetWord } from '../../shared/contract/importing.ts';
import type { Client } from '../client/connect.ts';
import { isCancelled } from '../ui/refusal.ts';
import { createWork } from '../ui/work.ts';
import { beginPreview, goOn } from './preview-view.ts';
import { usePending, withWords } from './sheet-words.ts';

export type Stage = 'idle' | 'planning' | 'preview' | 'committing' | 'done';
export type ChoiceScope = 'cell' | 'row' | 'household' | 'column' | 'verdict';

/** What the clerk has said of the files so far; every plan of them is made with all of it. */
export interface Said {
  readonly year: number | undefined;
  readonly policy: ImportPolicy;
  readonly words: readonly SheetWord[];
  readonly answers: readonly CodeAnswer[];
}

interface ImportDesk {
  readonly stage: Stage;
  /** In memory from the moment they were chosen, so that a file which is changed or unplugged meanwhile does no harm. */
  readonly files: readonly File[];
  readonly said: Said;
  readonly summary: BatchSummary | null;
  readonly trouble: { readonly error: unknown; readonly doing: string } | null;
  /** Other files: nothing that was said of those before holds for them. */
  readonly plan: (client: Client, files: readonly File[]) => Promise<void>;
  /** The same files again, with more said of them. What is on screen stays until the new plan is there, and when there is none. */
  readonly replan: (client: Client, more?: Partial<Said>) => Promise<void>;
  /** Notes that a sheet is not to be imported which is not read anyway. */
  readonly leaveOut: (word: SheetWord) => void;
  readonly choose: (client: Client, scope: ChoiceScope, target: string, choice: Choice | null) => Promise<void>;
  readonly commit: (client: Client, confirmed: boolean) => Promise<boolean>;
  readonly discard: (client: Client) => Promise<void>;
  readonly leave: () => void;
}

const nothingSaid: Said = { year: undefined, policy: 'overwrite', words: [], answers: [] };
const empty = { stage: 'idle', files: [], said: nothingSaid, summary: null, trouble: null } as const;

/** What the core takes in one call, less what wraps it. */
const largestTotal = 200 * 1024 * 1024;

/** The import under way. It goes on while the user looks at another screen. */
export const useImportWork = createWork();

/** The last of what is being taken down. */
let takenDown: Promise<unknown> = Promise.resolve();

/** Choices and decisions go one after another, and whatever reads the plan goes after them: the last answer is the truth. */
export function inOrder<T>(work: () => Promise<T>): Promise<T> {
  const done = takenDown.then(work);
  takenDown = done.catch(() => undefined);
  return done;
}

export const useImportDesk = create<ImportDesk>()((set, get) => ({
  ...empty,
  async plan(client, chosen) {
    const before = get().summary;
    set({ ...empty, stage: 'planning' });
    try {
      if (before?.state === 'planned') await client.importing.discard({ batch: before.batch });
      const files = await Promise.all(chosen.map(inMemory));
      if (files.reduce((sum, { size }) => sum + size, 0) > largestTotal) {
        throw new Refusal('FILE_TOO_LARGE', '这些文件合起来超过 200 MB', { remedy: '请分几次导入。' });
      }
      set({ files });
      const summary = await planned(client, files, nothingSaid);
      usePending.getState().forget();
      beginPreview(summary, []);
      set({ stage: 'preview', summary });
    } catch (error) {
      set({ stage: 'idle', trouble: isCancelled(error) ? null : { error, doing: '读取文件' } });
    }
  },
  async replan(client, more = {}) {
    const { files, said, summary: before } = get();
    const saying = { ...said, ...more };
    set({ stage: 'planning', trouble: null });
    try {
      const summary = await inOrder(() => planned(client, files, saying, before?.batch));
      usePending.getState().forget();
      goOn(summary, saying.words);
      set({ stage: 'preview', summary, said: saying });
      if (before?.state === 'planned') await client.importing.discard({ batch: before.batch });
    } catch (error) {
      set({ stage: 'preview', trouble: isCancelled(error) ? null : { error, doing: '重新比对' } });
    }
  },
  leaveOut(word) {
    const { said } = get();
    set({ said: { ...said, words: withWords(said.words, [word]) } });
  },
  choose(client, scope, target, choice) {
    const { summary } = get();
    if (!summary) return Promise.resolve();
    return inOrder(async () => {
      const counted = await client.importing.choose({ batch: summary.batch, scope, target, choice });
      if (get().summary?.batch === counted.batch) set({ summary: counted });
    });
  },
  async commit(client, confirmed) {
    set({ stage: 'committing', trouble: null });
    try {
      const { summary } = get();
      if (!summary) return false;
      const committed = await inOrder(() => useImportWork.getState().run(client, (job) => client.importing.commit({ batch: summary.batch, confirmed, job })));
      set({ stage: 'done', summary: committed, files: [] });
      return true;
    } catch (error) {
      set({ stage: 'preview', trouble: isCancelled(error) ? null : { error, doing: '导入' } });
      return false;
    }
  },
  async discard(client) {
    const { summary } = get();
    set(empty);
    if (summary?.state === 'planned') await client.importing.discard({ batch: summary.batch });
  },
  leave: () => set(empty),
}));

export const forgetImport = (): void => useImportDesk.setState(empty);

function planned(client: Client, files: readonly File[], { year, policy, words, answers }: Said, after?: number): Promise<BatchSummary> {
  return useImportWork.getState().run(client, (job) =>
    client.importing.plan({
      files: [...files], policy, sheets: [...words], answers: [...answers], job,
      ...(year === undefined ? {} : { year }),
      ...(after === undefined ? {} : { after }),
    }));
}

async function inMemory(file: File): Promise<File> {
  try {
    return new File([await file.arrayBuffer()], file.name, { type: file.type });
  } catch {
    throw new Refusal('FILE_DAMAGED', '这个文件读不出来', { where: file.name, remedy: '可能正被别的程序占用，或者 U 盘已拔出。请关掉 Excel、WPS 里打开的这个文件再试。' });
  }
}
