import type { ReadNewRows } from '../../../shared/contract/inserting.ts';
import { identityKey } from '../../../shared/fields/identity-number.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Ledger } from '../../../shared/register/ledgers/ledger.ts';
import { labelOf, shown } from '../../../shared/register/show-value.ts';
import { rowName } from '../../../shared/sheets/table.ts';
import { entryKey } from '../storage/entry-store.ts';
import { newId } from '../storage/new-id.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { RowValues } from '../storage/row-store.ts';
import { alreadyThere, sameEntries, yearOfDate } from '../tables/entry-rules.ts';
import { recordOf, writeRecord, yearFor, type Links } from '../tables/new-entry.ts';
import { tableRow } from '../tables/rows.ts';
import { sourceOf } from '../tables/sources.ts';
import { holdersOf } from '../tables/unique-numbers.ts';
import type { InsertPlan } from './insert-plan.ts';
import { valuesOf, type NewRow, type Remarks } from './new-row.ts';

/** Numbers by which somebody, or a household, is found at once. */
const numbers = ['identityNo', 'memberNo', 'householdNo', 'headIdentityNo'] as const;
const named = { people: { name: 'SELECT id FROM member WHERE name = ?' }, households: { headName: "SELECT householdId AS id FROM member WHERE name = ? AND relation = '户主'" } } as const;

type Whom = 'people' | 'households';

/** Ids that a value of the row leads to, of people or of households; null: no value that leads to any. */
function candidates(register: RegisterFile, values: NewRow['values'], whom: Whom): { readonly by: string; readonly ids: readonly string[] } | null {
  const home = (member: string): string => String(register.rows.get('member', member)?.['householdId'] ?? '');
  for (const by of numbers) {
    const value = values[by];
    if (value === undefined || (whom === 'people' && by !== 'identityNo' && by !== 'memberNo')) continue;
    if (by === 'householdNo') return { by, ids: holdersOf(register, by, String(value)).map(({ id }) => id) };
    const members = holdersOf(register, by === 'memberNo' ? by : 'identityNo', by === 'memberNo' ? String(value) : identityKey(String(value))).map(({ id }) => id);
    return { by, ids: whom === 'people' ? members : members.map(home) };
  }
  for (const [by, sql] of Object.entries(named[whom])) if (values[by] !== undefined) return { by, ids: (register.sql(sql).all(values[by]) as { id: string }[]).map(({ id }) => id) };
  return null;
}

const same = (key: string, one: Stored, other: Stored): boolean => one === other || (key.toLowerCase().endsWith('identityno') && one !== null && other !== null && identityKey(String(one)) === identityKey(String(other)));

/** The one of the register whom a row is about: everything that the row says of them is as the register has it. */
function whomOf(register: RegisterFile, row: NewRow, about: 'member' | 'household', year: number, remarks: Remarks): Links | null {
  const whom: Whom = about === 'member' ? 'people' : 'households';
  const word = about === 'member' ? '人' : '户';
  const given = Object.entries(row.values).filter(([key]) => sourceOf('people').columns.some(({ field }) => field.key === key && (field.entity === 'member' || field.entity === 'household')));
  const first = about === 'member' ? 'identityNo' : 'householdNo';
  const found = candidates(register, row.values, whom);
  if (!found) {
    remarks.refuse(row.at, first, { what: `不知道是哪个${word}的`, remedy: about === 'member' ? '请填证件号码，或者姓名和户编号' : '请填户编号，或者户主姓名' });
    return null;
  }
  const rows = [...new Set(found.ids)].map((id) => tableRow(register, whom, id, year));
  const differs = (values: Readonly<Record<string, Stored>>): [string, Stored][] => given.flatMap(([key, value]): [string, Stored][] => (key in values && !same(key, value, values[key] ?? null) ? [[key, values[key] ?? null]] : []));
  const fitting = rows.filter(({ values }) => differs(values).length === 0);
  const [only] = fitting;
  if (only && fitting.length === 1) return about === 'member' ? { memberId: only.id, householdId: only.householdId } : { householdId: only.id };
  const [near] = rows;
  if (fitting.length > 1) remarks.refuse(row.at, found.by, { what: `登记册里有 ${fitting.length} 个这样的${word}，定不了是哪一个`, remedy: about === 'member' ? '请填证件号码' : '请填户编号' });
  else if (near && rows.length === 1) for (const [key, standing] of differs(near.values)) remarks.refuse(row.at, key, { what: `登记册里是“${shown(key, standing)}”`, remedy: '请核对是不是这一个；只填证件号码或编号也行' });
  else remarks.refuse(row.at, found.by, { what: `登记册里没有这个${word}`, remedy: '请核对；不在册的不用登记' });
  return null;
}

interface Coming {
  readonly at: number;
  readonly id: string;
  readonly record: RowValues;
  readonly name: string;
}

function coming(register: RegisterFile, ledger: Ledger, row: NewRow, asked: ReadNewRows, remarks: Remarks): Coming | null {
  const { at, values } = row;
  for (const key of ledger.made) if (values[key] !== undefined) remarks.refuse(at, key, { what: `“${labelOf(key)}”由程序写，不能手填`, remedy: '请去掉这一格' });
  for (const { key, required } of ledger.fields) {
    if (required && values[key] === undefined) remarks.refuse(at, key, { what: `${labelOf(key)}不能空着`, remedy: '请填写' });
  }
  const typedYear = values['year'];
  const { year, problem } = yearFor(ledger, typeof typedYear === 'number' ? typedYear : asked.year, values);
  const byDate = yearOfDate(ledger, values);
  if (problem) remarks.refuse(at, 'year', problem);
  else if (typedYear !== undefined && byDate !== null && typedYear !== byDate) remarks.refuse(at, 'year', { what: `年度跟着日期走，是 ${byDate}`, remedy: '请去掉年度，或者改日期' });
  const links = ledger.about === 'nobody' ? {} : whomOf(register, row, ledger.about, asked.year, remarks);
  if (links === null) return null;
  const record = recordOf(ledger, links, year, valuesOf(values, ledger.fields.map(({ key }) => key)));
  const whom = links.memberId ? tableRow(register, 'people', links.memberId, asked.year).values : links.householdId ? tableRow(register, 'households', links.householdId, asked.year).values : values;
  return { at, id: newId(), record, name: rowName(sourceOf(asked.subject).table, whom) };
}

/** New records of a ledger: each about somebody of the register, or about nobody, as the ledger says. */
export function planRecords(register: RegisterFile, ledger: Ledger, rows: readonly NewRow[], remarks: Remarks, asked: ReadNewRows): InsertPlan {
  const all = rows.flatMap((row) => coming(register, ledger, row, asked, remarks) ?? []);
  const seen = new Map<string, number>();
  const [first] = ledger.keys;
  for (const { at, record } of all) {
    const key = entryKey(record);
    const before = seen.get(key);
    const cell = first ?? (ledger.about === 'member' ? 'identityNo' : 'householdNo');
    if (sameEntries(register, ledger.key, key).length > 0) remarks.refuse(at, cell, alreadyThere(ledger));
    else if (before !== undefined) remarks.refuse(at, cell, { what: `和第 ${before + 1} 行是同一条`, remedy: '请去掉一行，或者核对' });
    else seen.set(key, at);
  }
  const names = [...new Set(all.map(({ name }) => name).filter((name) => name !== ''))];
  return {
    remarks,
    people: 0,
    households: 0,
    records: all.length,
    following: [],
    proposed: [],
    label: `新增${ledger.label} ${all.length} 条${names.length === 0 ? '' : `：${names.slice(0, 3).join('、')}${names.length > 3 ? '等' : ''}`}`,
    write(writer) {
      for (const { id, record } of all) writeRecord(register, writer, ledger, id, record);
      return all.map(({ id }) => id);
    },
  };
}
