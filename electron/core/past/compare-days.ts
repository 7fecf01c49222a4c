import type { DifferentCell, DifferentHome, DifferentRow } from '../../../shared/changes/day-difference.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Entity } from '../../../shared/register/field.ts';
import { nameOfRow } from '../history/name-of-row.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { loggedValues, type RowValues } from '../storage/row-store.ts';

/** Rows that anything happened to after a command. Only these can differ, and each is compared as it stood with as it stands. */
const touched = "SELECT entity, rowId AS id, min(seq) AS seq FROM change WHERE command > ? AND entity <> 'ownColumn' GROUP BY entity, rowId ORDER BY seq";

/** What ties a row to its place; of a person it is told as the number of the household. */
const structural = new Set(['householdId', 'memberId', 'ledger']);

const text = (value: Stored | undefined): string => (typeof value === 'string' ? value : '');
const noOf = (register: RegisterFile, householdId: Stored | undefined): Stored => register.rows.get('household', text(householdId))?.['householdNo'] ?? null;

/** The household to which a row belongs: a record goes with whom it is about. */
function homeOf(register: RegisterFile, entity: Entity, id: string, row: RowValues): string {
  if (entity === 'household') return id;
  const memberId = text(row['memberId']);
  const member = memberId === '' ? undefined : register.rows.get('member', memberId);
  return text(member?.['householdId'] ?? row['householdId']);
}

function cellsOf(before: RegisterFile, after: RegisterFile, entity: Entity, was: RowValues | undefined, is: RowValues | undefined): DifferentCell[] {
  const cells: DifferentCell[] = [];
  for (const field of new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])) {
    const [old, value] = [was?.[field] ?? null, is?.[field] ?? null];
    if (old === value) continue;
    if (!structural.has(field)) cells.push({ field, old, new: value });
    else if (entity === 'member' && field === 'householdId') cells.push({ field: 'householdNo', old: was ? noOf(before, old) : null, new: is ? noOf(after, value) : null });
  }
  return cells;
}

interface Placed extends DifferentRow {
  readonly home: string;
}

function differentRows(before: RegisterFile, after: RegisterFile, since: number): Placed[] {
  const rows = after.sql(touched).all(since) as { entity: Entity; id: string }[];
  return rows.flatMap(({ entity, id }): Placed[] => {
    const [was, is] = [before.rows.get(entity, id), after.rows.get(entity, id)];
    if (!was && !is) return [];
    const cells = cellsOf(before, after, entity, was && loggedValues(was), is && loggedValues(is));
    if (was && is && cells.length === 0) return [];
    const there = is ? after : before;
    return [{ entity, id, what: nameOfRow(there, entity, id), fate: was ? (is ? 'changed' : 'went') : 'came', cells, home: homeOf(there, entity, id, is ?? was ?? {}) }];
  });
}

const homes = `SELECT h.id, coalesce(h.householdNo, '') AS householdNo, coalesce(h.village, '') AS village, h.walkKey,
    coalesce((SELECT name FROM member WHERE householdId = h.id AND relation = '户主' ORDER BY id LIMIT 1), '') AS head
  FROM household h WHERE h.id IN (SELECT value FROM json_each(?))`;

type Home = Omit<DifferentHome, 'rows' | 'householdId' | 'here'> & { readonly id: string; readonly walkKey: string };

/**
 * What differs between a register as it was after a command and as it is: two states held against one another row by row, so that
 * what was done and taken back in between is not told. In walking order; linear in the rows that anything happened to.
 */
export function compareDays(before: RegisterFile, after: RegisterFile, since: number): DifferentHome[] {
  const byHome = Map.groupBy(differentRows(before, after, since), ({ home }) => home);
  const ids = JSON.stringify([...byHome.keys()].filter((id) => id !== ''));
  const here = after.sql(homes).all(ids) as Home[];
  const standing = new Set(here.map(({ id }) => id));
  const gone = (before.sql(homes).all(ids) as Home[]).filter(({ id }) => !standing.has(id));
  const order = (one: Home, other: Home): number => (one.walkKey < other.walkKey ? -1 : one.walkKey > other.walkKey ? 1 : one.householdNo < other.householdNo ? -1 : 1);
  const known = [...here, ...gone].toSorted(order);
  const rowsOf = (home: string): DifferentRow[] => (byHome.get(home) ?? []).map(({ home: _home, ...row }) => row);
  const named = new Set(known.map(({ id }) => id));
  const others = [...byHome.keys()].filter((id) => !named.has(id)).flatMap(rowsOf);
  return [
    ...known.map(({ id, householdNo, head, village }) => ({ householdId: id, householdNo, head, village, here: standing.has(id), rows: rowsOf(id) })),
    ...(others.length > 0 ? [{ householdId: '', householdNo: '', head: '', village: '', here: true, rows: others }] : []),
  ];
}
