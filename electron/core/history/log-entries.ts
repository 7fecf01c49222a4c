import { Refusal } from '../../../shared/contract/errors.ts';
import type { LogEntry } from '../../../shared/contract/history.ts';
import { identityKey } from '../../../shared/fields/identity-number.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { cellOf } from '../storage/cell-source.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { SourcedChange } from './log-row.ts';

/** Whose entries: a person by identity number, 人编号 or id; a household with its people by 户编号 or id; an import. */
export type LogScope = { readonly person: string } | { readonly household: string } | { readonly batch: number };

interface Raw extends SourcedChange {
  readonly command: number;
  readonly at: string;
  readonly who: string;
  readonly kind: string;
  readonly label: string;
  readonly batch: number | null;
}

const ids = (rows: unknown[]): string[] => (rows as { id: string }[]).map(({ id }) => id);

/** Rows that once were: the log still knows what they held when they came. */
const onceOf = (register: RegisterFile, entity: string, test: string, ...values: Stored[]): string[] =>
  ids(register.sql(`SELECT DISTINCT rowId AS id FROM change WHERE entity = '${entity}' AND action = 'create' AND (${test})`).all(...values));

function membersOf(register: RegisterFile, person: string): string[] {
  const key = identityKey(person.trim());
  const found = ids(register.sql('SELECT id FROM member WHERE id = ?1 OR memberNo = ?1 OR substr(identityNo, 1, 18) = ?2').all(person.trim(), key));
  return found.length > 0 ? found : onceOf(register, 'member', "rowId = ?1 OR new ->> 'memberNo' = ?1 OR substr(new ->> 'identityNo', 1, 18) = ?2", person.trim(), key);
}

function householdsOf(register: RegisterFile, household: string): string[] {
  const found = ids(register.sql('SELECT id FROM household WHERE id = ?1 OR householdNo = ?1').all(household.trim()));
  return found.length > 0 ? found : onceOf(register, 'household', "rowId = ?1 OR new ->> 'householdNo' = ?1", household.trim());
}

/** The yearly records, people and helpers that belong to rows, also those that are gone. */
function belonging(register: RegisterFile, column: 'memberId' | 'householdId', owners: readonly string[]): string[] {
  return ids(register.sql(`SELECT DISTINCT rowId AS id FROM change WHERE action = 'create' AND new ->> '${column}' IN (SELECT value FROM json_each(?))`).all(JSON.stringify(owners)));
}

function rowsOf(register: RegisterFile, of: LogScope): string[] | null {
  if ('batch' in of) return null;
  if ('person' in of) {
    const members = membersOf(register, of.person);
    if (members.length === 0) throw new Refusal('NOT_FOUND', '登记册里没有这个人，也从来没有过', { remedy: '请核对证件号码或人编号' });
    return [...members, ...belonging(register, 'memberId', members)];
  }
  const households = householdsOf(register, of.household);
  if (households.length === 0) throw new Refusal('NOT_FOUND', '登记册里没有这一户，也从来没有过', { remedy: '请核对户编号' });
  const inside = belonging(register, 'householdId', households);
  return [...households, ...inside, ...belonging(register, 'memberId', inside)];
}

const links = new Set(['householdId', 'memberId']);

/** A row that came or went is one entry of the log; here each of its values is a line of its own. */
function linesOf({ columns, sheetRow, batch: _batch, ...raw }: Raw): LogEntry[] {
  const { command, at, who, kind, label, entity, rowId, action, file, sheet } = raw;
  const base = { command, at, who, kind, label, entity, rowId, action, file, sheet };
  const source = { columns, sheetRow };
  if (action === 'set') return [{ ...base, field: raw.field ?? '', old: raw.old, new: raw.new, cell: file === null ? null : cellOf(source, raw.field ?? '') }];
  const values = JSON.parse(String(action === 'create' ? raw.new : raw.old)) as Record<string, Stored>;
  return Object.entries(values)
    .filter(([field, value]) => !links.has(field) && value !== null)
    .map(([field, value]) => ({ ...base, field, old: action === 'create' ? null : value, new: action === 'create' ? value : null, cell: file === null ? null : cellOf(source, field) }));
}

/** The log itself for one person, household or import, oldest first. Pages count entries of the log, each of one or more lines. */
export function logEntries(register: RegisterFile, of: LogScope, offset: number, limit: number): { total: number; rows: LogEntry[] } {
  const rows = rowsOf(register, of);
  if ('batch' in of && !register.sql('SELECT 1 FROM importBatch WHERE number = ?').get(of.batch)) {
    throw new Refusal('NOT_FOUND', `没有第 ${of.batch} 次导入`, { remedy: '请核对导入的批次号' });
  }
  const where = '(?1 IS NULL OR c.rowId IN (SELECT value FROM json_each(?1))) AND (?2 IS NULL OR k.batch = ?2 OR k.reverses IN (SELECT number FROM command WHERE batch = ?2))';
  const scope = [rows === null ? null : JSON.stringify(rows), 'batch' in of ? of.batch : null] as const;
  const { total } = register.sql(`SELECT count(*) AS total FROM change c JOIN command k ON k.number = c.command WHERE ${where}`).get(...scope) as { total: number };
  const found = register
    .sql(
      `SELECT k.number AS command, k.at, k.who, k.kind, k.label, k.batch, c.entity, c.rowId, c.action, c.field, c.old, c.new, s.file, s.sheet, s.columns, c.sheetRow
       FROM change c JOIN command k ON k.number = c.command LEFT JOIN importSheet s ON s.id = c.sheet WHERE ${where} ORDER BY c.seq LIMIT ?3 OFFSET ?4`,
    )
    .all(...scope, limit, offset) as Raw[];
  return { total, rows: found.flatMap(linesOf) };
}
