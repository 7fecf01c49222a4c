import type { CheckResult, KeptRun } from '../../../shared/contract/checking.ts';
import type { RegisterFile } from '../storage/register-file.ts';

/** The last ones are kept with the ids of their findings, so that the next can tell which are new. */
const keptRuns = 60;
/** More findings than this are told by their counts alone. */
const mostIds = 50_000;

interface Stored {
  readonly counts: Record<string, number>;
  readonly findings: number;
  readonly ids: readonly string[] | null;
}

interface Row {
  readonly number: number;
  readonly at: string;
  readonly who: string;
  readonly result: string;
}

const runOf = ({ number, at, who, result }: Row): { readonly run: KeptRun; readonly ids: readonly string[] | null } => {
  const { counts, findings, ids } = JSON.parse(result) as Stored;
  return { run: { number, at, who, findings, counts }, ids };
};

const rowsOf = (register: RegisterFile, year: number): Row[] => register.sql('SELECT number, at, who, result FROM checkRun WHERE year = ? ORDER BY number DESC').all(year) as Row[];

/** Kept runs of a year, newest first. */
export const keptRunsOf = (register: RegisterFile, year: number): KeptRun[] => rowsOf(register, year).map((row) => runOf(row).run);

/** What became of the problems of the newest kept run. */
export function since(register: RegisterFile, result: CheckResult): { readonly run: KeptRun; readonly gone: number; readonly fresh: number } | null {
  const [row] = rowsOf(register, result.year);
  if (!row) return null;
  const { run, ids } = runOf(row);
  if (ids === null) return { run, gone: Math.max(0, run.findings - result.findings.length), fresh: Math.max(0, result.findings.length - run.findings) };
  const [before, now] = [new Set(ids), new Set(result.findings.map(({ id }) => id))];
  // What was excused is not mended.
  const excused = new Set(result.exempted.map(({ id }) => id));
  return { run, gone: ids.filter((id) => !now.has(id) && !excused.has(id)).length, fresh: [...now].filter((id) => !before.has(id)).length };
}

/** Keeps a run. It is no change of the register's rows, so it is no command. */
export function keepRun(register: RegisterFile, result: CheckResult, { at, who }: { readonly at: string; readonly who: string }): void {
  const stored: Stored = { counts: result.counts, findings: result.findings.length, ids: result.findings.length > mostIds ? null : result.findings.map(({ id }) => id) };
  register.together(() => {
    register.sql('INSERT INTO checkRun (at, who, year, day, revision, result) VALUES (?, ?, ?, ?, ?, ?)').run(at, who, result.year, result.day, register.log.revision, JSON.stringify(stored));
    register.sql('DELETE FROM checkRun WHERE year = ?1 AND number NOT IN (SELECT number FROM checkRun WHERE year = ?1 ORDER BY number DESC LIMIT ?2)').run(result.year, keptRuns);
  });
}
