import { Refusal } from '../../../shared/contract/errors.ts';
import type { Field } from '../../../shared/register/field.ts';
import { isOwnKey } from '../../../shared/register/own/own-column.ts';
import { followingEach } from '../../../shared/register/own/spoken.ts';
import type { LedgerSubject } from '../../../shared/register/ledgers/ledger.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import { tableOf, type Table } from '../../../shared/sheets/table.ts';
import { valueSql } from '../storage/own-values.ts';

/** Where a column of a table comes from. */
export interface ColumnSource {
  readonly field: Field;
  readonly sql: string;
}

/** That rows of a joined table belong to rows of the one named `to` whose `by` is their key. */
interface Tie {
  readonly to: string;
  readonly by: string;
}

/** A table joined to the rows; `alias` is how the columns name it. */
export interface Join {
  readonly alias: string;
  readonly sql: string;
  /** Its rows for themselves, and some that the join does not take; the key by which the ties know them. */
  readonly rows: string;
  readonly key: string;
  readonly ties: readonly Tie[];
}

/** A table with where its rows and columns come from; every text is SQL of its own, none is joined from data. */
export interface TableSource {
  readonly table: Table;
  readonly columns: readonly ColumnSource[];
  /** The tables behind it; parameter ?1 is the year of yearly values. No join takes a row away or doubles it. A join comes after those that it is tied to. */
  readonly from: string;
  readonly joins: readonly Join[];
  /** Which of their rows belong to it at all; null: every one. */
  readonly where: string | null;
  readonly id: string;
  readonly householdId: string;
  readonly memberId: string;
  /** When anything on the row was last written. */
  readonly revision: string;
  readonly extra: string;
  /** The order of rows that nobody has sorted: as one walks. */
  readonly order: string;
  /** The alias of the person whose name and numbers a search is about. */
  readonly person: 'm' | 'hd' | null;
}

const headColumns: Readonly<Record<string, string>> = { headName: 'name', headIdentityNo: 'identityNo', headNo: 'memberNo' };
const aliases = { household: 'h', householdYear: 'hy', member: 'm', memberYear: 'my', helper: 'p', entry: 'e', ownColumn: 'o' } as const;

/** How statements name the table in which a field stands. */
export const aliasOf = (field: Field): string => (field.derived === 'head' ? 'hd' : aliases[field.entity]);

// A ledger's own fields live in one JSON column; their keys hold a full stop, which the year's does not.
const inRecord = ({ entity, key }: Field): boolean => entity === 'entry' && key.includes('.');

export function columnSql(field: Field): string {
  if (field.derived === 'head') return `hd."${headColumns[field.key]}"`;
  if (inRecord(field)) return `(e.data ->> '$."${field.key}"')`;
  return valueSql(field.key, aliases[field.entity]);
}

/** The JSON column out of which a field is taken; null where it has a column of its own. */
export const jsonBehind = (field: Field): string | null => (inRecord(field) ? 'e.data' : isOwnKey(field.key) ? `${aliases[field.entity]}.own` : null);

const ofHousehold: readonly Tie[] = [{ to: 'h', by: 'h.id' }];
const head: Join = {
  alias: 'hd',
  sql: `LEFT JOIN member hd ON hd.id = (SELECT x.id FROM member x WHERE x.householdId = h.id AND x.relation = '户主' ORDER BY x.id LIMIT 1)`,
  rows: `FROM member hd WHERE hd.relation = '户主'`,
  key: 'hd.householdId',
  ties: ofHousehold,
};
const householdYear: Join = { alias: 'hy', sql: 'LEFT JOIN householdYear hy ON hy.householdId = h.id AND hy.year = ?1', rows: 'FROM householdYear hy WHERE hy.year = ?1', key: 'hy.householdId', ties: ofHousehold };
const memberYear: Join = { alias: 'my', sql: 'LEFT JOIN memberYear my ON my.memberId = m.id AND my.year = ?1', rows: 'FROM memberYear my WHERE my.year = ?1', key: 'my.memberId', ties: [{ to: 'm', by: 'm.id' }] };
const household = (by: string, ties: readonly Tie[]): Join => ({ alias: 'h', sql: `LEFT JOIN household h ON h.id = ${by}`, rows: 'FROM household h WHERE 1', key: 'h.id', ties });
const ofMember: Tie = { to: 'm', by: 'm.householdId' };
const ofEntry: Tie = { to: 'e', by: 'e.householdId' };

/** The order in which one walks from household to household. */
export const walkOrder = 'h.walkKey, h.householdNo, h.id';

type Rows = Omit<TableSource, 'table' | 'columns'>;

const households: Rows = {
  from: 'FROM household h',
  joins: [householdYear, head],
  where: null,
  id: 'h.id',
  householdId: 'h.id',
  memberId: 'NULL',
  revision: 'max(h.revision, coalesce(hy.revision, 0), coalesce(hd.revision, 0))',
  extra: 'h.extra',
  order: walkOrder,
  person: 'hd',
};

const people: Rows = {
  from: 'FROM member m',
  joins: [household('m.householdId', [ofMember]), memberYear, householdYear, head],
  where: null,
  id: 'm.id',
  householdId: 'h.id',
  memberId: 'm.id',
  revision: 'max(m.revision, coalesce(my.revision, 0), h.revision, coalesce(hy.revision, 0), coalesce(hd.revision, 0))',
  extra: 'm.extra',
  order: `${walkOrder}, m.relation IS NOT '户主', m.id`,
  person: 'm',
};

const helpers: Rows = {
  from: 'FROM helper p',
  joins: [household('p.householdId', [{ to: 'p', by: 'p.householdId' }]), head],
  where: null,
  id: 'p.id',
  householdId: 'h.id',
  memberId: 'NULL',
  revision: 'max(p.revision, h.revision, coalesce(hd.revision, 0))',
  extra: 'NULL',
  order: `${walkOrder}, p.helpUntil IS NOT NULL, p.id`,
  person: 'hd',
};

const newest = 'e.year DESC NULLS LAST, e.id';

/** A record goes with the person that it is about to the household where that person now lives. */
const records: Readonly<Record<LedgerSubject, Pick<Rows, 'joins' | 'householdId' | 'memberId' | 'revision' | 'order' | 'person'>>> = {
  member: {
    joins: [
      { alias: 'm', sql: 'LEFT JOIN member m ON m.id = e.memberId', rows: 'FROM member m WHERE 1', key: 'm.id', ties: [{ to: 'e', by: 'e.memberId' }] },
      household('coalesce(m.householdId, e.householdId)', [ofMember, ofEntry]),
      head,
    ],
    householdId: 'h.id',
    memberId: 'm.id',
    revision: 'max(e.revision, coalesce(m.revision, 0), coalesce(h.revision, 0), coalesce(hd.revision, 0))',
    order: `${walkOrder}, m.relation IS NOT '户主', m.id, ${newest}`,
    person: 'm',
  },
  household: {
    joins: [household('e.householdId', [ofEntry]), head],
    householdId: 'h.id',
    memberId: 'NULL',
    revision: 'max(e.revision, coalesce(h.revision, 0), coalesce(hd.revision, 0))',
    order: `${walkOrder}, ${newest}`,
    person: 'hd',
  },
  nobody: { joins: [], householdId: 'NULL', memberId: 'NULL', revision: 'e.revision', order: newest, person: null },
};

function rowsOf({ subject, ledger }: Table): Rows {
  if (subject === 'helpers') return helpers;
  if (!ledger) return subject === 'people' ? people : households;
  return { ...records[ledger.about], from: 'FROM entry e', where: `e.ledger = '${ledger.key}'`, id: 'e.id', extra: 'e.extra' };
}

export const sourceOf = followingEach((subject: Subject): TableSource => {
  const table = tableOf(subject);
  return { table, columns: table.fields.map((field) => ({ field, sql: columnSql(field) })), ...rowsOf(table) };
});

/** The tables behind a query: all of them, or those that its text names and what these are joined by. */
export function fromOf({ from, joins }: TableSource, text?: string): string {
  let named = text;
  const kept = joins.toReversed().filter(({ alias, sql }) => {
    if (named === undefined) return true;
    if (!new RegExp(`\\b${alias}\\.`).test(named)) return false;
    named += sql;
    return true;
  });
  return [from, ...kept.toReversed().map(({ sql }) => sql)].join(' ');
}

/** FROM and WHERE of the row of id ?2 in the year ?1, which is named where no table asks for it: a statement takes all of its parameters. */
export const oneRow = (source: TableSource): string => `${fromOf(source)} WHERE ?1 = ?1 AND ${source.id} = ?2${source.where === null ? '' : ` AND ${source.where}`}`;

export function columnOf({ table, columns }: TableSource, key: string): ColumnSource {
  const found = columns.find(({ field }) => field.key === key);
  if (!found) throw new Refusal('WRONG_USAGE', `“${table.title}”里没有“${key}”这一列`, { remedy: '请核对列名' });
  return found;
}
