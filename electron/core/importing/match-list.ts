import type { DifferingRow, MatchedRow, Matching, RegisteredPerson } from '../../../shared/changes/matching.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { cleanText, solid } from '../../../shared/fields/clean-text.ts';
import { identityKey } from '../../../shared/fields/identity-number.ts';
import { lostDigits } from '../../../shared/fields/lost-digits.ts';
import { kindOf } from '../../../shared/register/field.ts';
import { findField } from '../../../shared/register/vocabulary.ts';
import { cellText, type SheetRow } from '../../../shared/sheets/cells.ts';
import type { Column } from '../../../shared/sheets/recognise.ts';
import { breathe, type Job } from '../jobs.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { pinyinKey } from '../storage/pinyin-key.ts';
import { findRow } from '../tables/rows.ts';
import { readTable, type Table } from './compare-files.ts';
import type { InputFile } from './open-sheets.ts';

interface Person extends RegisteredPerson {
  readonly identity: string;
  readonly memberNo: string;
}

const peopleSql = `SELECT m.id AS memberId, m.name, coalesce(h.householdNo, '') AS householdNo, coalesce(h.village, '') AS village,
  coalesce(substr(m.identityNo, 1, 18), '') AS identity, coalesce(m.memberNo, '') AS memberNo
  FROM member m JOIN household h ON h.id = m.householdId
  WHERE m.memberState IS NULL OR m.memberState NOT IN ('死亡', '转出', '减少', '删除', '清退') ORDER BY h.walkKey, h.householdNo, m.id`;

const shown = ({ memberId, name, householdNo, village }: Person): RegisteredPerson => ({ memberId, name, householdNo, village });

/** The key of a row of theirs, or why it has none. */
function keyOf(row: SheetRow, identity: Column | undefined, memberNo: Column | undefined): { readonly key: string } | { readonly why: string; readonly key: string } {
  const cell = identity ? (row.cells[identity.index] ?? '') : '';
  const number = solid(cellText(cell)).toUpperCase();
  if (identity && lostDigits(cell)) return { key: number, why: '证件号码被当成了数值，末几位已经丢失' };
  if (/^\d{17}[\dX](\d{2}|\d{4})?$/.test(number)) return { key: identityKey(number) };
  const own = memberNo ? solid(cellText(row.cells[memberNo.index])) : '';
  if (own !== '') return { key: own };
  return { key: number, why: number === '' ? '没有证件号码' : `证件号码 ${number.length} 位，不完整` };
}

/** How many places two numbers of one length differ in; 2 stands for "several". */
function apart(one: string, other: string): number {
  if (one.length !== other.length) return 2;
  let places = 0;
  for (let at = 0; at < one.length && places < 2; at++) if (one[at] !== other[at]) places++;
  return places;
}

/** Who of the register may be meant: the same name, or one that sounds the same with the same birth date, or one digit off. */
function nearTo(name: string, key: string, byName: ReadonlyMap<string, Person[]>, bySound: ReadonlyMap<string, Person[]>): { readonly person: Person; readonly why: string }[] {
  const found = new Map<string, { person: Person; why: string }>();
  for (const person of byName.get(name) ?? []) {
    const why = key.length >= 18 && person.identity !== '' ? (apart(key.slice(0, 18), person.identity) <= 1 ? '同名，证件号码只差一位' : '同名，证件号码不同') : '同名';
    found.set(person.memberId, { person, why });
  }
  for (const person of bySound.get(`${pinyinKey(name) ?? ''} ${key.slice(6, 14)}`) ?? []) {
    if (!found.has(person.memberId) && person.name !== name) found.set(person.memberId, { person, why: '姓名同音，出生日期相同' });
  }
  return [...found.values()].slice(0, 3);
}

function grouped(people: readonly Person[], keyFor: (person: Person) => string): Map<string, Person[]> {
  return Map.groupBy(people, keyFor);
}

/** Fields of theirs that the register holds otherwise. A blank of theirs says nothing. */
function differences(register: RegisterFile, row: SheetRow, columns: readonly Column[], memberId: string, year: number): DifferingRow['fields'] {
  const values = findRow(register, 'people', memberId, year)?.values ?? {};
  return columns.flatMap((column) => {
    const field = column.target === null ? undefined : findField(column.target);
    const cell = row.cells[column.index] ?? '';
    if (!field || field.entity === 'helper' || field.entity === 'entry' || cleanText(cellText(cell)) === '') return [];
    const reading = kindOf(field).read(cell, { today: '9999-12-31' });
    const stored = values[field.key] ?? null;
    if (reading.ok && (reading.value === stored || reading.value === null)) return [];
    // A certificate and its identity number are one person's.
    if (field.kind === 'identity' && reading.ok && identityKey(String(reading.value)) === identityKey(String(stored))) return [];
    return [{ field: field.key, label: field.label, register: kindOf(field).show(stored), theirs: cellText(cell).trim() }];
  });
}

export interface MatchedList {
  readonly found: Matching;
  readonly table: Table;
}

/** Holds a department's list against the people of the register. */
export async function matchList(register: RegisterFile, file: InputFile, year: number, job: Job): Promise<MatchedList> {
  const table = await readTable(file, job);
  const of = (...targets: string[]): Column | undefined => table.columns.find(({ target }) => target !== null && targets.includes(target));
  const identity = of('identityNo') ?? of('headIdentityNo');
  const memberNo = of('memberNo');
  const nameColumn = of('name') ?? of('headName');
  if (!identity && !memberNo) throw new Refusal('NOTHING_RECOGNISED', '名单里没有证件号码或人编号，没法和登记册对', { where: file.name, remedy: '请补上证件号码一列' });
  const compared = table.columns.filter(({ target }) => target !== null && !['headName', 'headIdentityNo', 'headNo'].includes(target));

  const people = register.sql(peopleSql).all() as Person[];
  const byIdentity = new Map(people.filter((person) => person.identity !== '').map((person) => [person.identity, person]));
  const byNo = new Map(people.filter((person) => person.memberNo !== '').map((person) => [person.memberNo, person]));
  const byName = grouped(people, ({ name }) => name);
  const bySound = grouped(people, (person) => `${pinyinKey(person.name) ?? ''} ${person.identity.slice(6, 14)}`);

  const both: MatchedRow[] = [];
  const differ: DifferingRow[] = [];
  const onlyTheirs: MatchedRow[] = [];
  const unusable: (MatchedRow & { why: string })[] = [];
  const near: Matching['near'][number][] = [];
  const seen = new Map<string, number>();
  for (const [at, row] of table.rows.entries()) {
    if (at % 500 === 0) {
      job.tell('正在比对', at, table.rows.length);
      await breathe(job);
    }
    const usable = keyOf(row, identity, memberNo);
    const line: MatchedRow = { row: row.number, name: nameColumn ? cleanText(cellText(row.cells[nameColumn.index])) : '', key: usable.key };
    if ('why' in usable) {
      unusable.push({ ...line, why: usable.why });
      continue;
    }
    const person = byIdentity.get(usable.key) ?? byNo.get(usable.key);
    const who = person?.memberId ?? usable.key;
    const before = seen.get(who);
    if (before !== undefined) {
      unusable.push({ ...line, why: `和第 ${before} 行是同一个人` });
      continue;
    }
    seen.set(who, row.number);
    if (!person) {
      onlyTheirs.push(line);
      for (const { person: candidate, why } of nearTo(line.name, usable.key, byName, bySound)) near.push({ ...line, candidate: shown(candidate), why });
      continue;
    }
    const fields = differences(register, row, compared, person.memberId, year);
    if (fields.length === 0) both.push(line);
    else differ.push({ ...line, fields });
  }
  const onlyRegister = people.filter(({ memberId }) => !seen.has(memberId)).map(shown);
  return { found: { year, rows: table.rows.length, both, differ, onlyTheirs, onlyRegister, unusable, near }, table };
}
