import { Refusal } from '../../../shared/contract/errors.ts';
import { rowsQuery } from '../../../shared/contract/tables.ts';
import type { FrozenCompared, FrozenList, FrozenRow } from '../../../shared/contract/views.ts';
import { goneStates } from '../../../shared/register/member-state.ts';
import { ledgerKeyOf } from '../../../shared/sheets/subject.ts';
import { rowName, tableOf } from '../../../shared/sheets/table.ts';
import { newId } from '../storage/new-id.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { orderedIds, type TableQuery } from '../tables/ordered-ids.ts';
import { findRow } from '../tables/rows.ts';
import type { By } from './saved-views.ts';

/** Names that one answer lists. */
const mostNames = 500;

const columns = 'id, name, subject, year, day, reason, madeBy, madeAt, households, people, (SELECT count(*) FROM frozenRow WHERE list = frozenList.id) AS rows';

type StoredList = FrozenList & { readonly question: string };

function listOf(register: RegisterFile, id: string): StoredList {
  const found = register.sql(`SELECT ${columns}, question FROM frozenList WHERE id = ?`).get(id) as StoredList | undefined;
  if (!found) throw new Refusal('NOT_FOUND', '没有这份名单', { remedy: '请按 F5 刷新后再看' });
  return found;
}

const plain = ({ question: _question, ...list }: StoredList): FrozenList => list;

/** Households behind rows, and the people: those of the rows, or everybody of the households who is still there. */
export function weigh(register: RegisterFile, subject: TableQuery['subject'], ids: readonly string[]): { households: number; people: number } {
  const given = JSON.stringify(ids);
  const count = (sql: string, ...more: readonly string[]): number => (register.sql(sql).get(given, ...more) as { n: number }).n;
  if (subject === 'people') return { households: count('SELECT count(DISTINCT householdId) AS n FROM member WHERE id IN (SELECT value FROM json_each(?))'), people: ids.length };
  if (subject === 'households') return { households: ids.length, people: count("SELECT count(*) AS n FROM member WHERE householdId IN (SELECT value FROM json_each(?)) AND coalesce(memberState, '') NOT IN (SELECT value FROM json_each(?))", JSON.stringify([...goneStates])) };
  return {
    households: count('SELECT count(DISTINCT householdId) AS n FROM entry WHERE id IN (SELECT value FROM json_each(?))'),
    people: count('SELECT count(DISTINCT memberId) AS n FROM entry WHERE id IN (SELECT value FROM json_each(?))'),
  };
}

function nameOf(register: RegisterFile, { subject, year }: TableQuery, id: string): Omit<FrozenRow, 'there'> {
  const row = findRow(register, subject, id, year);
  return { id, householdId: row?.householdId ?? '', title: row ? rowName(tableOf(subject), row.values) : '' };
}

export interface ToFreeze {
  readonly question: TableQuery;
  readonly name: string;
  readonly day: string;
  readonly reason: string;
}

/** 18户38人, or 30 条. */
export const sizeWords = ({ subject, rows, households, people }: Pick<FrozenList, 'subject' | 'rows' | 'households' | 'people'>): string =>
  ledgerKeyOf(subject) === null ? `${households}户${people}人` : `${rows}条`;

/** Keeps the names that a question finds. It is a fact of the office and stands in the log. */
export function freezeList(register: RegisterFile, { question, name, day, reason }: ToFreeze, { who, at }: By): FrozenList {
  const { subject, year } = question;
  if (register.sql('SELECT 1 FROM frozenList WHERE name = ? AND removedAt IS NULL').get(name)) throw new Refusal('VALUE_REFUSED', `已经有一份名单叫“${name}”`, { remedy: '请换一个名字，例如加上日期' });
  const ids = orderedIds(register, question);
  if (ids.length === 0) throw new Refusal('VALUE_REFUSED', '现在一行也没有，没有名单可冻结', { remedy: '请先清除或放宽条件' });
  const id = newId();
  const { households, people } = weigh(register, subject, ids);
  const label = `冻结名单“${name}”：${sizeWords({ subject, rows: ids.length, households, people })}${reason === '' ? '' : `，${reason}`}`;
  register.log.run({ kind: 'settings', label }, () => {
    register
      .sql('INSERT INTO frozenList (id, name, subject, year, day, reason, question, households, people, madeBy, madeAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(id, name, subject, year, day, reason, JSON.stringify(question), households, people, who, at);
    const insert = register.sql('INSERT INTO frozenRow (list, rowId, householdId, title, position) VALUES (?, ?, ?, ?, ?)');
    ids.forEach((rowId, position) => {
      const { householdId, title } = nameOf(register, question, rowId);
      insert.run(id, rowId, householdId, title, position);
    });
  });
  return plain(listOf(register, id));
}

export function frozenLists(register: RegisterFile): FrozenList[] {
  return register.sql(`SELECT ${columns} FROM frozenList WHERE removedAt IS NULL ORDER BY madeAt DESC, name`).all() as FrozenList[];
}

/** Who came and who went: the list beside what its own question finds in a year. */
export function compareFrozen(register: RegisterFile, id: string, year: number): FrozenCompared {
  const stored = listOf(register, id);
  const question = rowsQuery.parse({ ...(JSON.parse(stored.question) as object), year });
  const live = orderedIds(register, question);
  const now = new Set(live);
  const frozen = register.sql('SELECT rowId AS id, householdId, title FROM frozenRow WHERE list = ? ORDER BY position').all(id) as Omit<FrozenRow, 'there'>[];
  const before = new Set(frozen.map((row) => row.id));
  const came = live.filter((row) => !before.has(row));
  const went = frozen.filter((row) => !now.has(row.id));
  return {
    list: plain(stored),
    question,
    live: { rows: live.length, ...weigh(register, question.subject, live) },
    came: came.slice(0, mostNames).map((row) => ({ ...nameOf(register, question, row), there: true })),
    cameCount: came.length,
    went: went.slice(0, mostNames).map((row) => ({ ...row, there: findRow(register, question.subject, row.id, year) !== undefined })),
    wentCount: went.length,
    stayed: frozen.length - went.length,
  };
}

export function removeFrozen(register: RegisterFile, id: string, { at }: By): void {
  const { name } = listOf(register, id);
  register.log.run({ kind: 'settings', label: `删除冻结名单“${name}”` }, () => void register.sql('UPDATE frozenList SET removedAt = ? WHERE id = ?').run(at, id));
}

export function restoreFrozen(register: RegisterFile, id: string): FrozenList {
  const { name } = listOf(register, id);
  register.log.run({ kind: 'settings', label: `找回冻结名单“${name}”` }, () => void register.sql('UPDATE frozenList SET removedAt = NULL WHERE id = ?').run(id));
  return plain(listOf(register, id));
}
