import type { Around, Neighbour } from '../../../shared/contract/cards.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { Ordered } from '../tables/answers.ts';
import type { TableQuery } from '../tables/ordered-ids.ts';
import { findRow } from '../tables/rows.ts';

/**
 * The households before and after the one of a row, in the order of the grid: as one walks, unless the clerk has sorted it.
 * Where a household has several rows (people, records), its others are passed over.
 */
export function neighbours(register: RegisterFile, { ids, place }: Ordered, asked: TableQuery, rowId: string): Around {
  const at = place.get(rowId);
  if (at === undefined) return { at: null, of: ids.length, previous: null, next: null };
  const householdOf = (row: number): string => findRow(register, asked.subject, ids[row] ?? '', asked.year)?.householdId ?? '';
  const own = householdOf(at);
  const look = (step: 1 | -1): Neighbour | null => {
    for (let row = at + step; row >= 0 && row < ids.length; row += step) {
      const householdId = householdOf(row);
      if (householdId === '' || householdId === own) continue;
      if (step > 0) return { rowId: ids[row] ?? '', householdId };
      // Going back, the cursor comes to the first row of the household.
      while (row > 0 && householdOf(row - 1) === householdId) row--;
      return { rowId: ids[row] ?? '', householdId };
    }
    return null;
  };
  return { at: at + 1, of: ids.length, previous: look(-1), next: look(1) };
}
