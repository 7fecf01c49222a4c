import { itemOfClass } from '../../../shared/register/income/monthly-classes.ts';
import type { RowWork } from './row-plan.ts';

/** The year's sum of a row of the register also stands in the household's record of the year. */
export function sumsOfTheMonth(work: RowWork, householdId: string): void {
  const item = itemOfClass(String(work.row.values['monthlyIncome.class'] ?? ''));
  const total = work.row.values['monthlyIncome.total'];
  if (item !== undefined && typeof total === 'number') work.proposeYear('householdYear', householdId, work.row.year, { [item]: total });
}
