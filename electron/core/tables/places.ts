import { Refusal } from '../../../shared/contract/errors.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { Ordered, OrderedIds, RowWindow } from './answers.ts';
import type { TableQuery } from './ordered-ids.ts';

/** Among which rows a page counts: those of its question, as it read them at a revision. */
export interface PlacesAsked {
  readonly question: TableQuery;
  readonly revision: number;
}

/** Places that were counted among other rows. */
export const moved = (): Refusal => new Refusal('STALE', '表格的行已经变了，格子的位置对不上', { remedy: '请按 F5 刷新后再做' });

/** The rows among which places count: as the page that asks has them before the eyes. */
export function placesOf(register: RegisterFile, ordered: OrderedIds, { question, revision }: PlacesAsked): Ordered {
  // A copy of a past day stays as it is: whatever revision the page bears, of today or of another day, it has the same before the eyes.
  const answer = register.original ? ordered.of(register, question) : ordered.at(register, question, revision);
  if (!answer) throw moved();
  return answer;
}

/** A window of rows where they stood in the answer that the page has, and whether they would stand otherwise now. */
export function standingWindow(register: RegisterFile, ordered: OrderedIds, { question, revision }: PlacesAsked, offset: number, limit: number): RowWindow & { readonly moved?: boolean } {
  if (register.original) return ordered.window(register, question, offset, limit);
  const found = ordered.standing(register, question, revision, offset, limit);
  if (!found) throw moved();
  return found;
}

/** Who stands at places, in their order. */
export function namedAt(register: RegisterFile, ordered: OrderedIds, asked: PlacesAsked, rows: readonly { readonly from: number; readonly to: number }[]): string[] {
  const { ids } = placesOf(register, ordered, asked);
  if (rows.some(({ from, to }) => to < from || to >= ids.length)) throw moved();
  return rows.flatMap(({ from, to }) => ids.slice(from, to + 1));
}
