import type { CellFound } from '../../../../shared/contract/blocks.ts';
import { breathe, stopIfCancelled, type Job } from '../../jobs.ts';
import type { RegisterFile } from '../../storage/register-file.ts';
import { CellSearch } from './cell-search.ts';
import type { BlockGround } from './plan-block.ts';
import type { Sought } from './replace.ts';

interface LookedFor extends Sought {
  readonly fields: readonly string[];
}

export interface FindAsked extends LookedFor {
  readonly after: { readonly row: number; readonly field: string };
  readonly backwards: boolean;
}

/** The last search of a register: going on to the next hit must not look through everything again. */
const last = new WeakMap<RegisterFile, { readonly cells: string; readonly ids: readonly string[]; readonly sought: Sought; readonly search: CellSearch }>();

/** Whether whatever shows the one shows the other, too: it is the same with more letters. */
function narrows({ text, matchCase }: Sought, earlier: Sought): boolean {
  if (earlier.whole || (earlier.matchCase && !matchCase)) return false;
  return earlier.matchCase ? text.includes(earlier.text) : text.toLowerCase().includes(earlier.text.toLowerCase());
}

function searchOf(register: RegisterFile, ground: BlockGround, { fields, text, whole, matchCase }: LookedFor): CellSearch {
  const cells = JSON.stringify([ground.subject, ground.year, register.log.revision, fields]);
  const before = last.get(register);
  const known = before?.cells === cells && before.ids === ground.ids ? before : undefined;
  if (known && known.sought.text === text && known.sought.whole === whole && known.sought.matchCase === matchCase) return known.search;
  const sought: Sought = { text, whole, matchCase };
  const search = new CellSearch(register, ground, fields, sought, known && narrows(sought, known.sought) ? known.search : undefined);
  last.set(register, { cells, ids: ground.ids, sought, search });
  return search;
}

/** The next or previous cell that shows a text, round the end, and how many there are where that is known at once. */
export function findCell(register: RegisterFile, ground: BlockGround, asked: FindAsked): CellFound {
  const { fields, after, backwards } = asked;
  const search = searchOf(register, ground, asked);
  const hit = search.nearest(after.row * fields.length + fields.indexOf(after.field), backwards);
  return { at: hit === null ? null : { row: Math.floor(hit / fields.length), field: fields[hit % fields.length] ?? '' }, matches: search.known };
}

/** How many cells show a text. Null: somebody wrote meanwhile, and what was counted holds no more. */
export async function countCells(register: RegisterFile, ground: BlockGround, asked: LookedFor, job: Job): Promise<number | null> {
  const { revision } = register.log;
  const work = searchOf(register, ground, asked).count();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    job.tell(step.value.what, step.value.done, step.value.total);
    await breathe(job);
    // Nothing is read of a command that is not written yet.
    await register.idle();
    stopIfCancelled(job);
    if (register.log.revision !== revision) return null;
  }
}
