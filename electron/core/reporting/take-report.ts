import type { FrozenReport } from '../../../shared/contract/reports.ts';
import type { Leaving } from '../../../shared/contract/outgoing.ts';
import type { Level } from '../../../shared/papers/gate.ts';
import { explain, type Explained } from '../../../shared/reports/explain.ts';
import { reportOf } from '../../../shared/reports/index.ts';
import type { MadeReport } from '../../../shared/reports/made-report.ts';
import { makeReport } from '../../../shared/reports/make-report.ts';
import { periodOf } from '../../../shared/reports/periods.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { Host } from '../host.ts';
import { stopIfCancelled, type Job } from '../jobs.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { freezeReport, frozenBefore, frozenMade, frozenReports, lastFrozen } from './frozen-reports.ts';
import { letOut, mayLeave } from './outgoing.ts';
import { pdfOfReport } from './pdf-of-pages.ts';
import { reportGround } from './report-ground.ts';
import { proseLetter, toldProse } from './report-prose.ts';
import { writeReport } from './report-writer.ts';

export interface ReportRequest {
  readonly report: string;
  readonly period?: string | undefined;
  readonly level: Level;
  /** yyyy-MM-dd. */
  readonly today: string;
}

export function makeFor(register: RegisterFile, request: ReportRequest): MadeReport {
  const report = reportOf(request.report);
  return makeReport(report, reportGround(register, report, request));
}

/** The report with what was sent for the same period, and what was sent for the period before. */
export function reportBeside(register: RegisterFile, present: RegisterFile, request: ReportRequest): { made: MadeReport; frozen: FrozenReport | null; before: MadeReport | null } {
  const made = makeFor(register, request);
  const { period } = reportOf(request.report);
  const last = frozenBefore(present, made.key, period, made.period);
  return { made, frozen: lastFrozen(present, made.key, made.period) ?? null, before: last ? frozenMade(present, last.number) : null };
}

/** Who is named in a report: numbers name nobody. */
function whose({ sheets }: MadeReport): { households: Set<string>; members: Set<string> } {
  const households = new Set<string>();
  const members = new Set<string>();
  for (const { rows } of sheets) for (const { householdId, memberId } of rows) {
    if (householdId !== undefined) households.add(householdId);
    if (memberId !== undefined) members.add(memberId);
  }
  return { households, members };
}

export interface TakeRequest extends ReportRequest {
  readonly as: 'xlsx' | 'pdf' | 'docx';
  readonly reason: NonNullable<Leaving['reason']>;
  readonly withDefinitions: boolean;
  readonly freeze: boolean;
  readonly note: string;
}

/** A report in running text; see report-prose.ts. */
export const reportProse = (register: RegisterFile, present: RegisterFile, { live = false, ...request }: ReportRequest & { readonly live?: boolean }) =>
  toldProse(present, { report: request.report, period: request.period ?? currentPeriod(reportOf(request.report), request.today), live }, () => makeFor(register, request));

/** Makes the file, notes that it leaves, and keeps it where it is sent as reported. */
export async function takeReport(register: RegisterFile, present: RegisterFile, host: Host, request: TakeRequest, job: Job): Promise<{ name: string; bytes: Uint8Array; frozen: number | null }> {
  mayLeave(request.level, request.reason);
  job.tell('正在算报表', 0, 0);
  if (request.as === 'docx' && request.freeze) throw new Refusal('WRONG_USAGE', '上报定格的是表，不是文字稿', { remedy: '请用 Excel 或 PDF 上报定格，再出 Word' });
  const told = request.as === 'docx' ? reportProse(register, present, request) : null;
  const made = told?.made ?? makeFor(register, request);
  if (made.sheets.every(({ lines }) => lines === 0)) throw new Refusal('NOTHING_TO_PRINT', `“${made.title}”里一行也没有`, { remedy: '请先导入或登记有关内容' });
  const bytes = told ? proseLetter(told.prose, made, host.now()) : request.as === 'xlsx' ? await writeReport(made, request.withDefinitions, host.now(), job) : await pdfOfReport(host, made, request, job);
  stopIfCancelled(job);
  const name = `${made.periodLabel}${made.title}.${request.as}`.replaceAll(/[“”"<>|:*?/\\]/g, '');
  const { households, members } = whose(made);
  letOut({ present, host }, {
    what: `${made.title} ${made.periodLabel}`,
    purpose: request.freeze ? '上报' : '报表',
    level: request.level,
    reason: request.reason,
    columns: made.sheets.flatMap(({ title, columns }) => columns.filter(({ key }) => !key.startsWith('#')).map(({ head }) => `${made.sheets.length > 1 ? `${title}：` : ''}${head.join(' ')}`)),
    rows: made.sheets.reduce((sum, { rows }) => sum + rows.length, 0),
    households,
    members,
    file: name,
    bytes,
  });
  const frozen = request.freeze ? freezeReport(present, host, made, { name, bytes }, request.note) : null;
  return { name, bytes, frozen };
}

/** A frozen report and why its numbers are others today. */
export function explainFrozen(register: RegisterFile, present: RegisterFile, number: number, today: string): { frozen: FrozenReport; made: MadeReport; explained: Explained[] } {
  const made = frozenMade(present, number);
  const frozen = frozenReports(present, made.key).find((each) => each.number === number);
  if (!frozen) throw new Error(`Frozen report ${number} has no row`);
  const now = makeFor(register, { report: made.key, period: made.period, level: made.level, today });
  return { frozen, made, explained: explain(made, now) };
}

/** For the list: every report with the period in which today lies. */
export const currentPeriod = (report: ReturnType<typeof reportOf>, today: string): string => periodOf(report.period, today);
