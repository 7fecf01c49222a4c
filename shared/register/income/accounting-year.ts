/** Which twelve months an income year has: the calendar's, or October of the year before to September (codes-and-income.md §2.2). */
export const accountingYears = ['calendar', 'october'] as const;
export type AccountingYear = (typeof accountingYears)[number];

export const accountingWords: Readonly<Record<AccountingYear, string>> = { calendar: '自然年（1月—12月）', october: '上年10月—当年9月' };

/** 2020年1月—12月, or 2019年10月—2020年9月. */
export const periodOf = (year: number, counted: AccountingYear): string => (counted === 'calendar' ? `${year}年1月—12月` : `${year - 1}年10月—${year}年9月`);

/** The months of a year in the order in which they are counted, each with the year of the register in which it stands. */
export const monthsOf = (year: number, counted: AccountingYear): readonly { readonly year: number; readonly month: number }[] =>
  Array.from({ length: 12 }, (_, at) => (counted === 'calendar' ? { year, month: at + 1 } : at < 3 ? { year: year - 1, month: at + 10 } : { year, month: at - 2 }));
