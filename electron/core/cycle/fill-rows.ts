import { passed, type Level } from '../../../shared/papers/gate.ts';
import { textOf, type HouseholdFacts, type RecordFacts, type Values } from '../../../shared/register/facts.ts';
import { kindOf, type Field } from '../../../shared/register/field.ts';
import { ledgerOf } from '../../../shared/register/ledgers/index.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import { isHere } from '../../../shared/register/who.ts';
import type { FillSheet, Given, RowSubject } from '../../../shared/cycle/fill-form.ts';
import { sealOf, writeCode, type RowCode, type StampedColumn } from '../../../shared/cycle/stamp.ts';

/** A column of a fill-in sheet. All but what is asked is locked; of an empty row only what was given. */
export interface FillColumn {
  readonly field: Field;
  readonly role: StampedColumn['role'];
}

export interface FillRow {
  readonly code: string;
  /** As texts, by column. */
  readonly cells: readonly string[];
  /** Columns that may be typed into. */
  readonly open: readonly boolean[];
}

export interface FilledSheet {
  readonly sheet: FillSheet;
  readonly columns: readonly FillColumn[];
  readonly rows: readonly FillRow[];
}

/** Everything that a row can be made of. */
interface Asked {
  readonly office: string;
  readonly period: string;
  readonly households: readonly HouseholdFacts[];
  readonly level: Extract<Level, 'full' | 'reduced'>;
}

const noSubject = 'blank';

function columnsOf(sheet: FillSheet, { office, period }: Pick<Asked, 'office' | 'period'>): FillColumn[] {
  const own = (name: string): Field => field(`${sheet.ledger}.${name}`);
  const given = Object.keys(sheet.given?.(office, period, null)[0] ?? {});
  return [
    ...sheet.known.map((key): FillColumn => ({ field: field(key), role: 'known' })),
    ...(sheet.standing ?? []).map((name): FillColumn => ({ field: own(name), role: 'standing' })),
    ...given.map((name): FillColumn => ({ field: own(name), role: 'given' })),
    ...sheet.asked(period).map((name): FillColumn => ({ field: own(name), role: 'asked' })),
  ];
}

/** The record of this row that the register has already: that of the keys, where what is given names them all. */
function recordOf(sheet: FillSheet, { household, member }: RowSubject, given: Given, year: number): RecordFacts | null {
  const { keys, year: dated } = ledgerOf(sheet.ledger);
  if (!keys.every((key) => key.slice(sheet.ledger.length + 1) in given)) return null;
  return (household.records[sheet.ledger] ?? []).find((record) => record.memberId === (member?.id ?? null) && (dated === 'none' || record.year === year) && Object.entries(given).every(([name, value]) => textOf(record.values, `${sheet.ledger}.${name}`) === value)) ?? null;
}

const read = (of: Field, text: string): string => {
  const reading = kindOf(of).read(text, { today: '9999-12-31' });
  return reading.ok ? kindOf(of).edit(reading.value) : text;
};

/** What a record has already. A number that somebody typed into a text stays inside: what would be written back shortened is not sent at all. */
function standing(own: Field, role: FillColumn['role'], record: Values, level: Asked['level']): string {
  const value = record[own.key] ?? null;
  const whole = kindOf(own).edit(value);
  if (level === 'full' || passed(own, value, level) === kindOf(own).show(value)) return whole;
  return role === 'asked' ? '' : passed(own, value, level);
}

/** A row with its code: whose it is, and the check sum of what is not to be changed. */
function rowOf(columns: readonly FillColumn[], of: { readonly code: Pick<RowCode, 'of' | 'id'>; readonly subject: Values; readonly record: Values; readonly given: Given; readonly level: Asked['level'] }): FillRow {
  const { code, subject, record, given, level } = of;
  const blank = code.of === 'blank';
  const cells = columns.map(({ field: own, role }) => {
    if (role === 'known') return level === 'reduced' ? passed(own, subject[own.key] ?? null, level) : kindOf(own).edit(subject[own.key] ?? null);
    const name = own.key.slice(own.key.indexOf('.') + 1);
    const fresh = given[name];
    return fresh === undefined ? standing(own, role, record, level) : read(own, fresh);
  });
  const open = columns.map(({ role }) => role === 'asked' || (blank && role !== 'given'));
  return { code: writeCode({ ...code, seal: sealOf(cells.filter((_, at) => open[at] !== true)), asSent: sealOf(cells.filter((_, at) => columns[at]?.role === 'asked')) }), cells, open };
}

function subjectsOf(sheet: FillSheet, { households, period }: Asked): RowSubject[] {
  const all = households.flatMap((household): RowSubject[] => {
    const here = household.members.filter(isHere);
    if (here.length === 0) return [];
    if (sheet.rows === 'households') return [{ household, member: null, record: null }];
    if (sheet.rows === 'people') return here.map((member) => ({ household, member, record: null }));
    if (sheet.rows === 'none') return [];
    return (household.records[sheet.ledger] ?? []).flatMap((record): RowSubject[] => {
      const member = here.find(({ id }) => id === record.memberId) ?? null;
      return record.memberId !== null && member === null ? [] : [{ household, member, record }];
    });
  });
  return sheet.meant ? all.filter((of) => sheet.meant?.(of, period) === true) : all;
}

/** One sheet for one office: the rows that the register knows, in walking order, then the empty ones. */
export function fillSheet(sheet: FillSheet, asked: Asked): FilledSheet {
  const { office, period, level } = asked;
  const year = Number(period.slice(0, 4));
  const columns = columnsOf(sheet, asked);
  const rows = subjectsOf(sheet, asked).flatMap((of): FillRow[] => {
    const { household, member } = of;
    const subject = { ...household.values, ...member?.values };
    return (sheet.given?.(office, period, of) ?? [{}]).map((given) => {
      const record = of.record ?? recordOf(sheet, of, given, year);
      const code = record ? { of: 'entry' as const, id: record.id } : member ? { of: 'member' as const, id: member.id } : { of: 'household' as const, id: household.id };
      return rowOf(columns, { code, subject, record: record?.values ?? {}, given, level });
    });
  });
  const [given = {}] = sheet.given?.(office, period, null) ?? [];
  const blanks = Array.from({ length: sheet.blank }, () => rowOf(columns, { code: { of: 'blank', id: noSubject }, subject: {}, record: {}, given, level }));
  return { sheet, columns, rows: [...rows, ...blanks] };
}
