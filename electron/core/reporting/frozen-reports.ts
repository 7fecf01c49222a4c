import { Refusal } from '../../../shared/contract/errors.ts';
import type { FrozenReport } from '../../../shared/contract/reports.ts';
import { before } from '../../../shared/reports/periods.ts';
import type { PeriodKind } from '../../../shared/reports/report.ts';
import type { MadeReport } from '../../../shared/reports/made-report.ts';
import type { Host } from '../host.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { sha256 } from './outgoing.ts';

/** Keeps a report as it was sent: its data, behind every number what each household added, and its very file. */
export function freezeReport(register: RegisterFile, host: Pick<Host, 'now' | 'who'>, made: MadeReport, file: { readonly name: string; readonly bytes: Uint8Array }, note: string): number {
  const { lastInsertRowid } = register
    .sql('INSERT INTO frozenReport (report, period, at, who, revision, level, note, made, file, sha256, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(made.key, made.period, host.now().toISOString(), host.who, made.revision, made.level, note.trim(), JSON.stringify(made), file.name, sha256(file.bytes), Buffer.from(file.bytes));
  return Number(lastInsertRowid);
}

const told = 'number, report, period, at, who, revision, level, note, file, sha256';

/** Newest first. */
export function frozenReports(register: RegisterFile, report?: string): FrozenReport[] {
  return register.sql(`SELECT ${told} FROM frozenReport WHERE ?1 IS NULL OR report = ?1 ORDER BY number DESC`).all(report ?? null) as FrozenReport[];
}

function frozen<T>(register: RegisterFile, number: number, columns: string): T {
  const found = register.sql(`SELECT ${columns} FROM frozenReport WHERE number = ?`).get(number) as T | undefined;
  if (!found) throw new Refusal('NOT_FOUND', '没有这份定格的报表', { remedy: '请按 F5 刷新后再看' });
  return found;
}

export const frozenMade = (register: RegisterFile, number: number): MadeReport => JSON.parse(frozen<{ made: string }>(register, number, 'made').made) as MadeReport;

/** The file as it was sent, byte by byte; refuses where it is no longer what it was. */
export function frozenFile(register: RegisterFile, number: number): { name: string; bytes: Uint8Array } {
  const { file, bytes, sha256: kept } = frozen<{ file: string; bytes: Uint8Array; sha256: string }>(register, number, 'file, bytes, sha256');
  if (sha256(bytes) !== kept) throw new Refusal('REGISTER_DAMAGED', '定格的文件和当时的不一样了', { where: file, remedy: '请用备份核对' });
  return { name: file, bytes };
}

/** The last one of a report for a period. */
export function lastFrozen(register: RegisterFile, report: string, period: string): FrozenReport | undefined {
  return register.sql(`SELECT ${told} FROM frozenReport WHERE report = ? AND period = ? ORDER BY number DESC LIMIT 1`).get(report, period) as FrozenReport | undefined;
}

/** What was reported last for the period before; of a report of days, for the last day before on which one was reported. */
export function frozenBefore(register: RegisterFile, report: string, kind: PeriodKind, period: string): FrozenReport | undefined {
  if (kind !== 'day') return lastFrozen(register, report, before(kind, period));
  return register.sql(`SELECT ${told} FROM frozenReport WHERE report = ? AND period < ? ORDER BY period DESC, number DESC LIMIT 1`).get(report, period) as FrozenReport | undefined;
}
