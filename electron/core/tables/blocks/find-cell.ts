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
const last = new WeakMap<RegisterFile, { readonly key: string; readonly ids: readonly string[]; readonly search: CellSearch }>();

function searchOf(register: RegisterFile, ground: BlockGround, { fields, text, whole, matchCase }: LookedFor): CellSearch {
  const key = JSON.stringify([ground.subject, ground.year, register.log.revision, text, fields, whole, matchCase]);
  const known = last.get(register);
  if (known?.key === key && known.ids === ground.ids) return known.search;
  const search = new CellSearch(register, ground, fields, { text, whole, matchCase });
  last.set(register, { key, ids: ground.ids, search });
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
