import type { RowWork } from './row-plan.ts';

/** Which sums of the twelve-month register are the household's items of the year: sheets.md §1.4. */
const sums: readonly (readonly [RegExp, string])[] = [
  [/^一?[、.]?(家庭)?(生产)?经营性收入(合计)?$/, 'businessIncome'],
  [/^二?[、.]?工资性收入?(合计)?$/, 'wageIncome'],
  [/^三?[、.]?财产性收入?(合计)?$/, 'propertyIncome'],
  [/^四?[、.]?(政策性|转移性|政策性\(转移性\))收入?(合计)?$/, 'transferIncome'],
  [/^六?[、.]?家庭总收入/, 'totalIncome'],
  [/^七?[、.]?(家庭)?生产经营(性)?支出(合计)?$/, 'businessCost'],
  [/^八?[、.]?(家庭)?纯收入/, 'netIncome'],
  [/^九?[、.]?(年)?(家庭)?人均(纯)?收入/, 'perCapitaIncome'],
];

/** The year's sum of a row of the register also stands in the household's record of the year. */
export function sumsOfTheMonth(work: RowWork, householdId: string): void {
  const label = String(work.row.values['monthlyIncome.class'] ?? '').replace(/\s+/g, '').replace(/（/g, '(').replace(/）/g, ')');
  const total = work.row.values['monthlyIncome.total'];
  const found = sums.find(([pattern]) => pattern.test(label));
  if (found && typeof total === 'number') work.proposeYear('householdYear', householdId, work.row.year, { [found[1]]: total });
}
