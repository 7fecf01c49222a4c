import { createHash } from 'node:crypto';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { Outgoing } from '../../../shared/contract/outgoing.ts';
import type { Level } from '../../../shared/papers/gate.ts';
import type { Host } from '../host.ts';
import type { RegisterFile } from '../storage/register-file.ts';

/** What is about to leave. */
export interface Leaves {
  readonly what: string;
  readonly purpose: string;
  readonly level: Level;
  readonly reason: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly households: Iterable<string>;
  readonly members: Iterable<string>;
  readonly file: string;
  readonly bytes: Uint8Array | null;
}

/** Where it is noted what leaves: the register as it is now, also while a past day is looked at. */
export interface OutBook {
  readonly present: RegisterFile;
  readonly host: Pick<Host, 'now' | 'who'>;
}

/** Refuses what may not leave so. */
export function mayLeave(level: Level, reason: string): void {
  if (level === 'full' && reason.trim() === '') throw new Refusal('NOT_ALLOWED', '带完整号码的内容，要写明用途才能拿出去', { remedy: '请写一句用途，或者改选“内部使用，号码遮住”' });
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Notes that something left: before it is handed over, so that nothing leaves unnoted. */
export function letOut({ present: register, host }: OutBook, leaves: Leaves): number {
  // Noted in a copy it would be noted nowhere.
  if (register.copiedAt) throw new Refusal('NOT_ALLOWED', '您看的是一份副本，不能从这里导出、打印或带出号码', { remedy: '请到打开着它的那个窗口或那台电脑上做' });
  mayLeave(leaves.level, leaves.reason);
  return register.together(() => {
    const { lastInsertRowid } = register
      .sql('INSERT INTO outgoing (at, who, what, purpose, level, reason, columns, rowCount, file, sha256, revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(host.now().toISOString(), host.who, leaves.what, leaves.purpose, leaves.level, leaves.reason.trim(), JSON.stringify(leaves.columns), leaves.rows, leaves.file, leaves.bytes ? sha256(leaves.bytes) : '', register.log.revision);
    const number = Number(lastInsertRowid);
    register.sql('INSERT INTO outgoingWhose (outgoing, households, members) VALUES (?, ?, ?)').run(number, JSON.stringify([...new Set(leaves.households)]), JSON.stringify([...new Set(leaves.members)]));
    return number;
  });
}

const columns = `o.number, o.at, o.who, o.what, o.purpose, o.level, o.reason, o.columns, o.rowCount, o.file,
  json_array_length(w.households) AS households, json_array_length(w.members) AS people`;

type Row = Omit<Outgoing, 'columns' | 'rows'> & { readonly columns: string; readonly rowCount: number };

const told = ({ columns: heads, rowCount, ...row }: Row): Outgoing => ({ ...row, columns: JSON.parse(heads) as string[], rows: rowCount });

/** What left, newest first; with a household: only what its data was in. */
export function outgoingList(register: RegisterFile, { offset, limit, householdId }: { offset: number; limit: number; householdId?: string | undefined }): { total: number; rows: Outgoing[] } {
  const whose = householdId === undefined ? '?1 IS NULL' : 'EXISTS (SELECT 1 FROM json_each(w.households) WHERE value = ?1)';
  const from = `FROM outgoing o JOIN outgoingWhose w ON w.outgoing = o.number WHERE ${whose}`;
  const { n } = register.sql(`SELECT count(*) AS n ${from}`).get(householdId ?? null) as { n: number };
  const rows = register.sql(`SELECT ${columns} ${from} ORDER BY o.number DESC LIMIT ?2 OFFSET ?3`).all(householdId ?? null, limit, offset) as Row[];
  return { total: n, rows: rows.map(told) };
}

/** Whose data was in it; who has gone since is told without a name. */
export function whoseData(register: RegisterFile, number: number) {
  const found = register.sql('SELECT households, members FROM outgoingWhose WHERE outgoing = ?').get(number) as { households: string; members: string } | undefined;
  if (!found) throw new Refusal('NOT_FOUND', '没有这一条', { remedy: '请按 F5 刷新后再看' });
  const rows = register
    .sql(
      `SELECT i.value AS memberId, m.householdId, coalesce(m.name, '') AS name, coalesce(h.householdNo, '') AS householdNo, coalesce(h.village, '') AS village, m.id IS NOT NULL AS here
       FROM json_each(?1) i LEFT JOIN member m ON m.id = i.value LEFT JOIN household h ON h.id = m.householdId ORDER BY h.walkKey, h.householdNo, i.key`,
    )
    .all(found.members) as { memberId: string; householdId: string | null; name: string; householdNo: string; village: string; here: number }[];
  const people = rows.map(({ here, householdId, ...row }) => ({ ...row, householdId: householdId ?? '', here: here === 1 }));
  if (people.length > 0) return people;
  const households = register
    .sql(
      `SELECT i.value AS householdId, coalesce((SELECT name FROM member WHERE householdId = h.id AND relation = '户主' LIMIT 1), '') AS name, coalesce(h.householdNo, '') AS householdNo, coalesce(h.village, '') AS village, h.id IS NOT NULL AS here
       FROM json_each(?1) i LEFT JOIN household h ON h.id = i.value ORDER BY h.walkKey, h.householdNo, i.key`,
    )
    .all(found.households) as { householdId: string; name: string; householdNo: string; village: string; here: number }[];
  return households.map(({ here, ...row }) => ({ ...row, memberId: null, here: here === 1 }));
}
