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

/** The item of the year that a class of the register sums up, or undefined for a class below them. */
export function itemOfClass(label: string): string | undefined {
  const plain = label.replace(/\s+/g, '').replace(/（/g, '(').replace(/）/g, ')');
  return sums.find(([pattern]) => pattern.test(plain))?.[1];
}
