import type { Stored } from '../../fields/reading.ts';
import { monthsOf, periodOf, type AccountingYear } from './accounting-year.ts';
import { itemOfClass } from './monthly-classes.ts';

type Values = Readonly<Record<string, Stored | undefined>>;

/** The four kinds with their items: codes-and-income.md §2.2. Items of a `whole` kind add up to it; others are only among it. */
export const incomeKinds = [
  { key: 'wageIncome', items: ['publicPostIncome', 'otherWageIncome'], whole: false },
  { key: 'businessIncome', items: [], whole: false },
  { key: 'propertyIncome', items: ['assetDividend', 'otherProperty'], whole: true },
  { key: 'transferIncome', items: ['familyPlanningMoney', 'dibaoMoney', 'tekunMoney', 'pensionMoney', 'ecologyMoney', 'otherTransfer'], whole: true },
] as const;

/** Told besides, in none of the sums. */
export const besides = ['industryAward', 'jobAward', 'costSubsidy'] as const;

export interface IncomeLine {
  readonly key: string;
  /** item: below its kind; besides: in no sum. */
  readonly role: 'kind' | 'item' | 'result' | 'cost' | 'besides';
  /** What the sheet says, in fen. */
  readonly stored: number | null;
  /** What follows from the lines above it; null where nothing follows. */
  readonly counted: number | null;
  /** counted − stored, where both are there and they are not the same. */
  readonly difference: number | null;
  /** What the twelve-month register adds up to over the accounting year. */
  readonly months: number | null;
}

export interface IncomeYear {
  readonly year: number;
  readonly period: string;
  /** By whom the per-head figure divides, and where that number stands. */
  readonly size: { readonly people: number; readonly from: 'yearSize' | 'householdSize' | 'members' } | null;
  readonly lines: readonly IncomeLine[];
  /** Months of the accounting year for which the twelve-month register has no record; null where it has none at all. */
  readonly monthsMissing: readonly string[] | null;
  /** Items of single people (the ledger of details) with their sum over the household. */
  readonly details: readonly { readonly key: string; readonly amount: number }[];
  readonly detailSum: number | null;
}

/** A record of a ledger of income, with its year. */
export interface IncomeRecord {
  readonly ledger: string;
  readonly year: number | null;
  readonly values: Values;
}

export interface IncomeAsked {
  readonly year: number;
  readonly values: Values;
  readonly records: readonly IncomeRecord[];
  readonly counted: AccountingYear;
  /** People who live there now: the divisor where the sheet names none. */
  readonly members: number;
}

/** Amounts of sheets are rounded to a fen, per-head figures to a yuan. */
const rounding = 1;
const perHeadRounding = 100;

const amountOf = (values: Values, key: string): number | null => {
  const value = values[key];
  return typeof value === 'number' ? value : null;
};

/** The sum of what is there; null where nothing is. */
function sumOf(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0);
}

/** What the register of months says of the accounting year, by item, and which of its months no record tells. */
function monthlySums({ year, records, counted }: IncomeAsked): { readonly sums: ReadonlyMap<string, number>; readonly missing: readonly string[] } | null {
  const months = monthsOf(year, counted);
  const sums = new Map<string, number>();
  const told = new Set<string>();
  let any = false;
  for (const { ledger, year: of, values } of records) {
    if (ledger !== 'monthlyIncome' || of === null) continue;
    const item = itemOfClass(String(values['monthlyIncome.class'] ?? ''));
    if (item === undefined) continue;
    for (const each of months) {
      if (each.year !== of) continue;
      any ||= of === year;
      told.add(`${each.year}-${each.month}`);
      const amount = amountOf(values, `monthlyIncome.month${each.month}`);
      if (amount !== null) sums.set(item, (sums.get(item) ?? 0) + amount);
    }
  }
  if (!any) return null;
  return { sums, missing: months.filter((each) => !told.has(`${each.year}-${each.month}`)).map((each) => `${each.year}年${each.month}月`) };
}

function sizeOf({ values, members }: IncomeAsked): IncomeYear['size'] {
  for (const from of ['yearSize', 'householdSize'] as const) {
    const people = amountOf(values, from);
    if (people !== null && people > 0) return { people, from };
  }
  return members > 0 ? { people: members, from: 'members' } : null;
}

/** A year's income, line by line: what the sheet says, what follows by the arithmetic, and by how much they differ. */
export function incomeYear(asked: IncomeAsked): IncomeYear {
  const { year, values, records } = asked;
  const monthly = monthlySums(asked);
  const line = (key: string, role: IncomeLine['role'], counted: number | null, tolerance = rounding): IncomeLine => {
    const stored = amountOf(values, key);
    const difference = stored === null || counted === null || Math.abs(counted - stored) <= tolerance ? null : counted - stored;
    // A per-head sum of months means nothing, and of an incomplete year nothing is said.
    const months = monthly === null || monthly.missing.length > 0 || key === 'perCapitaIncome' ? null : (monthly.sums.get(key) ?? null);
    return { key, role, stored, counted, difference, months };
  };
  const kinds = incomeKinds.map(({ key, items, whole }) => {
    const amounts = items.map((item) => amountOf(values, item));
    const complete = whole || (amounts.length > 0 && amounts.every((amount) => amount !== null));
    const counted = complete ? sumOf(amounts) : null;
    return { kind: line(key, 'kind', counted), value: amountOf(values, key) ?? counted, items: items.map((item) => line(item, 'item', null)) };
  });
  const total = sumOf(kinds.map(({ value }) => value));
  const cost = amountOf(values, 'businessCost');
  const known = total ?? amountOf(values, 'totalIncome');
  const net = known === null ? null : known - (cost ?? 0);
  const size = sizeOf(asked);
  const knownNet = net ?? amountOf(values, 'netIncome');
  const perHead = knownNet === null || size === null ? null : Math.round(knownNet / size.people);
  const details = new Map<string, number>();
  for (const { ledger, year: of, values: told } of records) {
    if (ledger !== 'incomeDetail' || of !== year) continue;
    for (const [key, amount] of Object.entries(told)) if (typeof amount === 'number') details.set(key, (details.get(key) ?? 0) + amount);
  }
  return {
    year,
    period: periodOf(year, asked.counted),
    size,
    lines: [
      ...kinds.flatMap(({ kind, items }) => [kind, ...items]),
      line('totalIncome', 'result', total),
      line('businessCost', 'cost', null),
      line('netIncome', 'result', net),
      line('perCapitaIncome', 'result', perHead, perHeadRounding),
      ...besides.map((key) => line(key, 'besides', null)),
    ],
    monthsMissing: monthly?.missing ?? null,
    details: [...details].map(([key, amount]) => ({ key, amount })),
    detailSum: sumOf([...details.values()]),
  };
}
