import type { Filter } from '../contract/tables.ts';
import type { Stored } from '../fields/reading.ts';
import { isAmount } from '../fields/kinds.ts';
import { kindOf, type Field } from '../register/field.ts';
import type { Table } from '../sheets/table.ts';

/**
 * A table summed up by groups, as a spreadsheet's pivot does: rows fall into groups by one to three columns, across by one more, and of
 * each group some figures are told. Everything here is of one value or one group; the core goes through the rows.
 */
export interface Grouping {
  readonly field: string;
  /** Every value for itself; days and months by year or month; amounts by steps of `step`. */
  readonly by: 'value' | 'year' | 'month' | 'steps';
  /** Stored units: fen of money. */
  readonly step?: number | undefined;
}

/** How many rows, households or people a group has; or what is told of a column of amounts. */
export type Figure = { readonly of: 'rows' | 'households' | 'people' } | { readonly of: 'sum' | 'mean' | 'least' | 'most'; readonly field: string };

export interface SummaryAsked {
  /** From the outermost group in. */
  readonly down: readonly Grouping[];
  readonly across: Grouping | null;
  readonly figures: readonly Figure[];
}

/** A group of rows with its figures; one of `down`'s first columns alone sums up those within it, none at all is everything. */
export interface SummaryRow {
  readonly groups: readonly Stored[];
  /** For each group across, and then for all of them together, each figure; null: there is nothing to tell. */
  readonly cells: readonly (number | null)[];
}

export interface Summary {
  /** Groups across in their order; none where nothing stands across. */
  readonly across: readonly Stored[];
  /** A group before those within it; everything last. */
  readonly rows: readonly SummaryRow[];
}

/** Numbers and accounts tell one row from another: nothing is grouped by them. */
export const canGroup = ({ sensitivity }: Field): boolean => sensitivity !== 'never';

export const canReckon = ({ kind }: Field): boolean => isAmount(kind);

/** The ways in which values of a column may be put into groups; the first unless another is chosen. */
export function waysOf({ kind }: Field): readonly Grouping['by'][] {
  if (kind === 'date') return ['year', 'month', 'value'];
  if (kind === 'month') return ['year', 'value'];
  return isAmount(kind) ? ['steps', 'value'] : ['value'];
}

/** A step that makes a handful of groups of what a column usually holds. */
export const usualStep = ({ kind, unit }: Field): number => (kind === 'money' ? 100_000 : unit === '平方米' ? 20 : unit === '月' ? 3 : 1);

/** Quantities have four decimals at most: as whole numbers they are divided without a rest of their own. */
const parts = 10_000;
const inParts = (amount: number): number => Math.round(amount * parts);

/** The group of a value: the value, 2020, 2020-03, or where its step begins; null of nothing. */
export function groupOf({ by, step = 1 }: Grouping, value: Stored): Stored {
  if (value === null || by === 'value') return value;
  if (by === 'steps') return (Math.floor(inParts(Number(value)) / inParts(step)) * inParts(step)) / parts || 0;
  return String(value).slice(0, by === 'year' ? 4 : 7);
}

const withoutCents = (text: string): string => text.replace(/\.00$/, '');

/** What a group is called. `said` tells a single value, as it may stand where the words go. */
export function groupText({ by, step = 1 }: Grouping, field: Field, group: Stored, said: (field: Field, value: Stored) => string = (of, value) => kindOf(of).show(value)): string {
  if (group === null) return '（空白）';
  if (by === 'value') return said(field, group);
  if (by === 'year') return `${group}年`;
  if (by === 'month') return `${String(group).slice(0, 4)}年${Number(String(group).slice(5, 7))}月`;
  const [from, until] = [Number(group), Number(group) + step].map((each) => withoutCents(kindOf(field).show(each)));
  return `${from} 到不满 ${until}${field.kind === 'money' ? '元' : (field.unit ?? '')}`;
}

/** What of a table is in the group. */
export function groupFilters({ field, by, step = 1 }: Grouping, group: Stored): readonly Filter[] {
  if (group === null) return [{ field, test: 'blank' }];
  if (by === 'value') return [{ field, test: 'in', values: [group] }];
  if (by !== 'steps') return [{ field, test: 'inPeriods', periods: [String(group)] }];
  return [{ field, test: 'greaterOrEqual', value: group }, { field, test: 'less', value: Number(group) + step }];
}

const byReading = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** The order of a column's groups: of a dictionary as it stands there, amounts by size, texts as they are read; blanks last. */
export function orderOfGroups(field: Field): (one: Stored, other: Stored) => number {
  const places = new Map(field.codes?.values.map(({ value }, at) => [value, at]));
  const place = (value: Stored): number => places.get(String(value)) ?? places.size;
  return (one, other) => {
    if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    return place(one) - place(other) || byReading.compare(String(one), String(other));
  };
}

/** To what a column's value belongs on a row of the table: where it stands on several rows, it counts once. */
export function ownerOf({ subject, ledger }: Table, { entity }: Pick<Field, 'entity'>): 'row' | 'household' | 'member' {
  if (entity === 'household' || entity === 'householdYear') return subject === 'households' ? 'row' : 'household';
  if (entity === 'member' || entity === 'memberYear') return ledger ? 'member' : 'row';
  return 'row';
}

const reckoned = { sum: '合计', mean: '平均', least: '最小', most: '最大' } as const;

/** What a figure is called on its column. */
export function figureLabel({ one, fields }: Pick<Table, 'one' | 'fields'>, figure: Figure): string {
  if ('field' in figure) {
    const field = fields.find(({ key }) => key === figure.field);
    return `${field?.label ?? figure.field}${reckoned[figure.of]}${field?.kind === 'money' ? '（元）' : field?.unit ? `（${field.unit}）` : ''}`;
  }
  return figure.of === 'rows' ? `${one}数` : figure.of === 'households' ? '户数' : '人数';
}

/** A figure as it is read. Means have two decimals, other amounts those of their column. */
export function figureSaid({ fields }: Pick<Table, 'fields'>, figure: Figure, value: number | null): string {
  if (value === null) return '';
  const field = 'field' in figure ? fields.find(({ key }) => key === figure.field) : undefined;
  if (!field) return String(value);
  return field.kind === 'money' ? kindOf(field).show(Math.round(value)) : kindOf(field).show(Number(value.toFixed(figure.of === 'mean' ? 2 : 4)));
}

/** A figure as a number to reckon on with: yuan of money. */
export function figureNumber({ fields }: Pick<Table, 'fields'>, figure: Figure, value: number | null): number | '' {
  if (value === null) return '';
  const field = 'field' in figure ? fields.find(({ key }) => key === figure.field) : undefined;
  return field?.kind === 'money' ? Math.round(value) / 100 : Number(value.toFixed(4));
}

/** The figures that a table can tell beside those of its columns. */
export const countsOf = ({ subject, ledger }: Table): readonly Figure[] => [
  { of: 'rows' },
  ...(subject === 'households' || ledger?.about === 'nobody' ? [] : [{ of: 'households' } as const]),
  ...(ledger?.about === 'member' ? [{ of: 'people' } as const] : []),
];

/** All that may be told of a group: how many, and of each column of amounts its figures. */
export const figuresOf = (table: Table): readonly Figure[] => [
  ...countsOf(table),
  ...table.fields.filter(canReckon).flatMap(({ key }) => (['sum', 'mean', 'least', 'most'] as const).map((of): Figure => ({ of, field: key }))),
];
