import type { Followed } from '../../../shared/contract/tables.ts';
import type { OrderedIds, Ordered } from './answers.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { TableQuery } from './ordered-ids.ts';

type Stretch = readonly [first: number, last: number];

/** The cursor and what is selected, by places in the answer that was on screen. */
export interface Standing {
  /** `id`: who stood there, as the page knows; null where the row had not come yet. */
  readonly cursor: { readonly row: number; readonly id: string | null };
  readonly stretches: readonly Stretch[];
}

/** A stretch that falls into more pieces is not selected any more: nobody could tell what it is. */
const mostPieces = 200;

/** Places side by side as stretches. */
function stretchesOf(places: Int32Array): Stretch[] {
  const made: [number, number][] = [];
  for (const place of places.toSorted()) {
    const last = made.at(-1);
    if (last && place === last[1] + 1) last[1] = place;
    else if (made.length > mostPieces) return [];
    else made.push([place, place]);
  }
  return made.length > mostPieces ? [] : made;
}

/** The next row that is still there: below, as Excel's cursor stands after a row was deleted, else above. */
function neighbour(ids: readonly string[], from: number, now: Ordered): number | null {
  for (let at = from + 1; at < ids.length; at++) {
    const place = now.place.get(ids[at] ?? '');
    if (place !== undefined) return place;
  }
  for (let at = Math.min(from, ids.length) - 1; at >= 0; at--) {
    const place = now.place.get(ids[at] ?? '');
    if (place !== undefined) return place;
  }
  return now.ids.length > 0 ? 0 : null;
}

/**
 * Where the rows of one answer stand in another, row by row: a sort may scatter them, a filter take some away, another window put
 * strangers between them, and none of these becomes selected. `grows`: to the same question; then a stretch of all rows, as of a whole
 * column, is of all rows afterwards. `before` is undefined where that answer is no longer known: only a cursor that bears a name is found.
 */
export function followRows(before: Ordered | undefined, now: Ordered, { cursor, stretches }: Standing, grows: boolean): Followed {
  const known = before && (cursor.id === null || before.ids[cursor.row] === cursor.id) ? before : undefined;
  const id = cursor.id ?? known?.ids[cursor.row];
  const place = id === undefined ? undefined : now.place.get(id);
  const row = place ?? (known ? neighbour(known.ids, cursor.row, now) : null);
  const pieces = ([first, last]: Stretch): Stretch[] => {
    if (!known) return [];
    if (grows && first === 0 && last > 0 && last === known.ids.length - 1 && now.ids.length > 0) return [[0, now.ids.length - 1]];
    const places = known.ids.slice(first, last + 1).map((each) => now.place.get(each));
    return stretchesOf(Int32Array.from(places.filter((each) => each !== undefined)));
  };
  return { cursor: row, same: place !== undefined, stretches: stretches.map(pieces) };
}

/** The same between two questions of a page. */
export function followTo(register: RegisterFile, ordered: OrderedIds, shown: { readonly question: TableQuery; readonly revision: number }, question: TableQuery, standing: Standing): Followed {
  // A copy of a past day stays as it is.
  const before = register.original ? ordered.of(register, shown.question) : ordered.at(register, shown.question, shown.revision);
  return followRows(before, ordered.of(register, question), standing, ordered.same(shown.question, question));
}
