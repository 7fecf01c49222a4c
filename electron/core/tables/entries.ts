import { Refusal } from '../../../shared/contract/errors.ts';
import type { LedgerCount } from '../../../shared/contract/tables.ts';
import { plainKinds } from '../../../shared/fields/kinds.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { labelOf, shown } from '../../../shared/register/show-value.ts';
import type { Ledger } from '../../../shared/register/ledgers/ledger.ts';
import { recordLine } from '../../../shared/register/ledgers/main-values.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import type { LedgerSubjectKey } from '../../../shared/sheets/subject.ts';
import { rowName, type Table } from '../../../shared/sheets/table.ts';
import { newId } from '../storage/new-id.ts';
import type { Writer } from '../storage/commands.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { mustBeOnce, yearOfDate } from './entry-rules.ts';
import { tableRow } from './rows.ts';
import { columnOf, sourceOf } from './sources.ts';
import { readTyped } from './typed-value.ts';

/** How many records each ledger has that has any. */
export function ledgerCounts(register: RegisterFile): LedgerCount[] {
  return register.sql('SELECT ledger, count(*) AS records FROM entry GROUP BY ledger').all() as LedgerCount[];
}

export interface NewEntry {
  readonly subject: LedgerSubjectKey;
  readonly memberId?: string | undefined;
  readonly householdId?: string | undefined;
  readonly year?: number | undefined;
  /** As typed, by field key. */
  readonly values: Readonly<Record<string, string>>;
}

function ledgerOfTable({ ledger, subject }: Table): Ledger {
  if (!ledger) throw new Error(`${subject} is no ledger`);
  return ledger;
}

/** Whom the record is about, and what they are called. */
function whomFor(register: RegisterFile, { label, about }: Ledger, { memberId, householdId }: NewEntry): { readonly links: Record<string, string>; readonly name: string } {
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

function yearFor(ledger: Ledger, given: number | undefined, values: Readonly<Record<string, Stored>>, where: string): number | null {
  if (ledger.year === 'none') return null;
  const year = yearOfDate(ledger, values) ?? given ?? null;
  if (year === null && ledger.year === 'sheet') throw new Refusal('VALUE_REFUSED', '年度不能空着', { where, remedy: '请填写' });
  if (year !== null && !plainKinds.year.read(String(year), { today: '' }).ok) throw new Refusal('VALUE_REFUSED', `${year} 不是年份`, { where, remedy: '请写成 2020 这样' });
  return year;
}

interface Saying {
  readonly field: string;
  readonly old: Stored;
  readonly value: Stored;
  write(writer: Writer): void;
}

/** What standing on the list says of the person or household, where the register says otherwise: the same as when the list is imported. */
function sayingsOf(register: RegisterFile, { says }: Ledger, { memberId, householdId }: NewEntry, year: number | null): Saying[] {
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
  const year = yearFor(ledger, entry.year, values, where);
  const record = { ledger: ledger.key, ...links, ...(year === null ? {} : { year }), ...values };
  const id = newId();
  mustBeOnce(register, ledger, record, id, where);
  const says = sayingsOf(register, ledger, { ...entry, ...links }, year);
  const besides = says.map(({ field: key, old, value }) => `；${labelOf(key)}：${shown(key, old)} → ${shown(key, value)}`).join('');
  register.log.run({ kind: 'edit', label: `新增${labelOfRecord(source.table, { ...values, name }, year)}${besides}` }, (writer) => {
    writer.create('entry', id, record);
    for (const each of says) each.write(writer);
  });
  return id;
}

/** 低保名单：张试一，2020 年，低保金额 300.00. */
function labelOfRecord(table: Table, values: Readonly<Record<string, Stored>>, year: Stored): string {
  const ledger = ledgerOfTable(table);
  const name = ledger.about === 'nobody' ? '' : (values['name'] ?? values['headName'] ?? values['householdNo'] ?? '');
  return `${ledger.label}：${[name, year === null ? '' : `${year} 年`, recordLine(ledger, values)].filter((part) => part !== '').join('，')}`;
}

/** Takes a record out: one command. Answers what it was. */
export function removeEntry(register: RegisterFile, { subject, id, base }: { readonly subject: LedgerSubjectKey; readonly id: string; readonly base: number }): string {
  const { table } = sourceOf(subject);
  const row = tableRow(register, subject, id, 0);
  const stored = register.rows.get('entry', id);
  if (!stored) throw new Error('A row of a ledger is a record');
  const label = `删去${labelOfRecord(table, row.values, row.values['year'] ?? null)}`;
  if (stored.revision > base) throw new Refusal('STALE', '这一条刚被改过，没有删', { where: label.slice('删去'.length), remedy: '请看过新值后再删' });
  register.log.run({ kind: 'edit', label }, (writer) => writer.remove('entry', id));
  return label;
}
