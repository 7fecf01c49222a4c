import { Refusal } from '../../../shared/contract/errors.ts';
import { plainKinds } from '../../../shared/fields/kinds.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { labelOf, shown } from '../../../shared/register/show-value.ts';
import type { Ledger } from '../../../shared/register/ledgers/ledger.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import type { LedgerSubjectKey } from '../../../shared/sheets/subject.ts';
import { rowName } from '../../../shared/sheets/table.ts';
import { newId } from '../storage/new-id.ts';
import type { Writer } from '../storage/commands.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { RowValues } from '../storage/row-store.ts';
import { labelOfRecord, ledgerOfTable } from './entries.ts';
import { mustBeOnce, yearOfDate } from './entry-rules.ts';
import { tableRow } from './rows.ts';
import { columnOf, sourceOf } from './sources.ts';
import { readTyped, type Problem } from './typed-value.ts';

/** Whom a record is about. */
export interface Links {
  readonly memberId?: string | undefined;
  readonly householdId?: string | undefined;
}

export interface NewEntry extends Links {
  readonly subject: LedgerSubjectKey;
  readonly year?: number | undefined;
  /** As typed, by field key. */
  readonly values: Readonly<Record<string, string>>;
}

/** Whom the record is about, and what they are called. */
function whomFor(register: RegisterFile, { label, about }: Ledger, { memberId, householdId }: NewEntry): { readonly links: Links; readonly name: string } {
  if (about === 'nobody') return { links: {}, name: '' };
  if (about === 'member') {
    if (memberId === undefined) throw new Refusal('VALUE_REFUSED', '还没有选人', { where: label, remedy: '请先选一个人' });
    const member = tableRow(register, 'people', memberId, 0);
    return { links: { memberId, householdId: member.householdId }, name: rowName(sourceOf('people').table, member.values) };
  }
  if (householdId === undefined) throw new Refusal('VALUE_REFUSED', '还没有选户', { where: label, remedy: '请先选一户' });
  const household = tableRow(register, 'households', householdId, 0);
  return { links: { householdId }, name: rowName(sourceOf('households').table, household.values) };
}

/** The year that a record belongs to: by its date, or the given one. */
export function yearFor(ledger: Ledger, given: number | undefined, values: Readonly<Record<string, Stored>>): { readonly year: number | null; readonly problem?: Problem } {
  if (ledger.year === 'none') return { year: null };
  const year = yearOfDate(ledger, values) ?? given ?? null;
  if (year === null && ledger.year === 'sheet') return { year, problem: { what: '年度不能空着', remedy: '请填写' } };
  if (year !== null && !plainKinds.year.read(String(year), { today: '' }).ok) return { year, problem: { what: `${year} 不是年份`, remedy: '请写成 2020 这样' } };
  return { year };
}

interface Saying {
  readonly field: string;
  readonly old: Stored;
  readonly value: Stored;
  write(writer: Writer): void;
}

/** What standing on the list says of the person or household, where the register says otherwise: the same as when the list is imported. */
function sayingsOf(register: RegisterFile, { says }: Ledger, { memberId, householdId }: Links, year: number | null): Saying[] {
  return Object.entries(says).flatMap(([key, value]): Saying[] => {
    const { entity } = field(key);
    const yearly = entity === 'memberYear' || entity === 'householdYear';
    const owner = entity === 'member' || entity === 'memberYear' ? memberId : householdId;
    if (owner === undefined || (yearly && year === null)) return [];
    const column = entity === 'memberYear' ? 'memberId' : 'householdId';
    const id = yearly ? (register.sql(`SELECT id FROM ${entity} WHERE ${column} = ? AND year = ?`).get(owner, year) as { id: string } | undefined)?.id : owner;
    const old = id === undefined ? null : (register.rows.get(entity, id)?.[key] ?? null);
    if (old === value) return [];
    const write = (writer: Writer): void =>
      id === undefined ? writer.create(entity, newId(), { [column]: owner, year, [key]: value }) : writer.set(entity, id, key, old, value);
    return [{ field: key, old, value, write }];
  });
}

/** A new record of a ledger as it will stand. */
export const recordOf = (ledger: Ledger, { memberId, householdId }: Links, year: number | null, values: Readonly<Record<string, Stored>>): RowValues => ({
  ledger: ledger.key,
  ...(memberId === undefined ? {} : { memberId }),
  ...(householdId === undefined ? {} : { householdId }),
  ...(year === null ? {} : { year }),
  ...values,
});

/** Writes a new record inside a command, with what standing on the list says of whom it is about. */
export function writeRecord(register: RegisterFile, writer: Writer, ledger: Ledger, id: string, record: RowValues): void {
  const text = (key: string): string | undefined => (typeof record[key] === 'string' ? record[key] : undefined);
  const says = sayingsOf(register, ledger, { memberId: text('memberId'), householdId: text('householdId') }, typeof record['year'] === 'number' ? record['year'] : null);
  writer.create('entry', id, record);
  for (const each of says) each.write(writer);
}

/** Writes a record by hand: one command. Answers its id. */
export function addEntry(register: RegisterFile, entry: NewEntry, today: string): string {
  const source = sourceOf(entry.subject);
  const ledger = ledgerOfTable(source.table);
  const { links, name } = whomFor(register, ledger, entry);
  const where = [ledger.label, name].filter((part) => part !== '').join(' · ');
  for (const key of Object.keys(entry.values)) {
    const { field: named } = columnOf(source, key);
    if (!ledger.fields.includes(named)) throw new Refusal('WRONG_USAGE', `“${named.label}”不是“${ledger.label}”自己的列`, { remedy: '请核对列名' });
    if (ledger.made.includes(key)) throw new Refusal('WRONG_USAGE', `“${named.label}”由程序写，不能手填`, { remedy: '请去掉这一列' });
  }
  const values: Record<string, Stored> = {};
  for (const own of ledger.fields) {
    const value = readTyped(own, entry.values[own.key] ?? '', today, `${where} · ${own.label}`);
    if (value !== null) values[own.key] = value;
  }
  const { year, problem } = yearFor(ledger, entry.year, values);
  if (problem) throw new Refusal('VALUE_REFUSED', problem.what, { where, remedy: problem.remedy });
  const record = recordOf(ledger, links, year, values);
  const id = newId();
  mustBeOnce(register, ledger, record, id, where);
  const says = sayingsOf(register, ledger, links, year);
  const besides = says.map(({ field: key, old, value }) => `；${labelOf(key)}：${shown(key, old)} → ${shown(key, value)}`).join('');
  register.log.run({ kind: 'edit', label: `新增${labelOfRecord(source.table, { ...values, name }, year)}${besides}` }, (writer) => {
    writeRecord(register, writer, ledger, id, record);
  });
  return id;
}
