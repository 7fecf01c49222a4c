import type { HouseholdFacts, MemberFacts, RecordFacts } from '../register/facts.ts';
import type { Sensitivity } from '../register/field.ts';

/**
 * A report, declared: what it counts, by which columns, in which frame. The engine (make-report.ts) computes every number as the
 * sum of what each household, or each record that stands for itself, adds to it. So a number leads to its rows, a later difference
 * to the households that made it, and a sum over areas is always the sum of its parts.
 */
export interface Report {
  readonly key: string;
  readonly title: string;
  /** Under which it is listed: 花名册, 收入, 五个一批, 部门表 … */
  readonly theme: string;
  /** What it is for and to whom it goes. */
  readonly note: string;
  readonly period: PeriodKind;
  /** Ledgers whose records it reads. */
  readonly ledgers: readonly string[];
  readonly sheets: readonly ReportSheet[];
  /** What must hold before it may leave. */
  readonly identities?: readonly Identity[];
}

export type PeriodKind = 'year' | 'quarter' | 'month' | 'day';

/** For when a report is made. Dates are yyyy-MM-dd, both inside. */
export interface Asked {
  /** 2020, 2020-Q1, 2020-03 or 2020-03-31, as the report's period wants. */
  readonly period: string;
  readonly year: number;
  readonly from: string;
  readonly until: string;
  /** Day of making. */
  readonly today: string;
}

/** What is counted: a household, or a record of a ledger by itself, with the household that it is about where there is one. */
export interface Unit {
  readonly id: string;
  readonly label: string;
  readonly town: string;
  readonly village: string;
  readonly household: HouseholdFacts | null;
  readonly record: RecordFacts | null;
  /** Of what ledger the record is. */
  readonly ledger: string | null;
}

/** What a sheet goes through one by one: households, the records of a ledger, or the households and then the records. */
export type Counted = 'households' | { readonly ledger: string; readonly afterHouseholds?: boolean };

export type Weigh = (unit: Unit, asked: Asked) => number;
export type NumberUnit = '户' | '人' | '元' | '个' | '次' | '人次' | '亩' | '公里' | '平方米' | '天' | '份';

export interface NumberColumn {
  readonly kind: 'number';
  readonly key: string;
  /** Heads from the top row down; equal neighbours are one merged head. */
  readonly head: readonly string[];
  readonly unit: NumberUnit;
  /** 口径: what is counted, in a sentence. */
  readonly means: string;
  readonly weigh: Weigh;
}

/** A share of two number columns of the same sheet, in per cent. */
export interface RatioColumn {
  readonly kind: 'ratio';
  readonly key: string;
  readonly head: readonly string[];
  readonly part: string;
  readonly whole: string;
  readonly means: string;
}

/** A column that is filled by hand on the paper, or said for the whole row. */
export interface BlankColumn {
  readonly kind: 'blank';
  readonly key: string;
  readonly head: readonly string[];
}

export type SummaryColumn = NumberColumn | RatioColumn | BlankColumn;

/** Numbers by area: street after street, its villages under it, sums. */
export interface SummarySheet {
  readonly kind: 'summary';
  readonly key: string;
  readonly title: string;
  readonly of: Counted;
  readonly by: 'town' | 'village';
  readonly columns: readonly SummaryColumn[];
}

/** One line of a list: the record, else the person, else the household. */
export interface Line {
  readonly unit: Unit;
  readonly member: MemberFacts | null;
  readonly record: RecordFacts | null;
}

export interface FieldColumn {
  /** A field of the record, person or household, or a head of one's own over it. */
  readonly field: string;
  readonly head?: readonly string[];
}

export interface SaidColumn {
  readonly head: readonly string[];
  readonly said: (line: Line, asked: Asked) => string | number | null;
  /** Fen are shown as yuan. */
  readonly money?: boolean;
  readonly sensitivity: Sensitivity;
  /** In mm; a text column has 24. */
  readonly width?: number;
}

export type ListColumn = FieldColumn | SaidColumn;

/** Rows by name, in walking order. */
export interface ListSheet {
  readonly kind: 'list';
  readonly key: string;
  readonly title: string;
  readonly means: string;
  readonly of: Counted;
  readonly lines: (unit: Unit, asked: Asked) => Iterable<Omit<Line, 'unit'>>;
  readonly columns: readonly ListColumn[];
  /** Fields, or heads of said columns, that the last row adds up. */
  readonly sums?: readonly string[];
}

/** One row of a progress table. */
export interface Item {
  readonly key: string;
  /** 产业扶贫, 健康扶贫 … */
  readonly group: string;
  readonly label: string;
  readonly unit: NumberUnit;
  readonly means: string;
  /** Rows of the plan that it answers: S05 … */
  readonly plan: readonly string[];
  /** What is to be reached: a number, or counted. */
  readonly target: Weigh | number | null;
  /** Ledgers that it counts: while none of them holds a record there is no figure, not a zero. */
  readonly from: readonly string[];
  /** Null: what is not counted by the period. */
  readonly month: Weigh | null;
  readonly total: Weigh;
}

/** Items against their targets: target, in this period, so far; problem and next period are written by the clerk. */
export interface ItemsSheet {
  readonly kind: 'items';
  readonly key: string;
  readonly title: string;
  readonly items: readonly Item[];
}

export type ReportSheet = SummarySheet | ListSheet | ItemsSheet;

/** For every row of a summary: these columns together are those. */
export interface Identity {
  readonly says: string;
  readonly sheet: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
}
