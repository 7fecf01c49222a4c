import type { AbsentRow, BatchSummary, PlanRow, ValueChange, Verdict } from '../../../shared/changes/plan-types.ts';
import type { Step } from '../../../shared/changes/steps.ts';
import { findField } from '../../../shared/register/vocabulary.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { batchSummary } from './commit-plan.ts';
import { readPlanRow } from './plan-store.ts';

const label = (column: string): string => findField(column)?.label ?? (column === 'extra' ? '其他列' : column);
const hidden = new Set(['householdId', 'memberId', 'year']);

function changesOf(steps: readonly Step[]): ValueChange[] {
  const changes: ValueChange[] = [];
  for (const step of steps) {
    if (step[0] === 'create') {
      for (const [column, value] of Object.entries(step[3])) {
        if (!hidden.has(column) && value !== null) changes.push({ field: column, label: label(column), old: null, new: value });
      }
    } else {
      const change = { field: step[3], label: label(step[3]), old: step[4], new: step[5] };
      changes.push(step[0] === 'keep' ? { ...change, kept: true } : change);
    }
  }
  return changes;
}

export interface RowsOf {
  readonly batch: number;
  readonly verdict?: Verdict | 'remarked' | undefined;
  readonly file?: string | undefined;
  readonly sheet?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** A page of a stored plan. */
export function previewRows(register: RegisterFile, of: RowsOf): { total: number; rows: PlanRow[] } {
  batchSummary(register, of.batch);
  const where = `p.batch = ?1 AND (?2 IS NULL OR p.verdict = ?2) AND (?3 = 0 OR p.remarked = 1) AND (?4 IS NULL OR s.file = ?4) AND (?5 IS NULL OR s.sheet = ?5)`;
  const verdict = of.verdict === undefined || of.verdict === 'remarked' ? null : of.verdict;
  const parameters = [of.batch, verdict, of.verdict === 'remarked' ? 1 : 0, of.file ?? null, of.sheet ?? null];
  const { total } = register.sql(`SELECT count(*) AS total FROM planRow p JOIN importSheet s ON s.id = p.sheet WHERE ${where}`).get(...parameters) as { total: number };
  const rows = register
    .sql(`SELECT p.*, s.file AS fileName, s.sheet AS sheetName FROM planRow p JOIN importSheet s ON s.id = p.sheet WHERE ${where} ORDER BY p.position LIMIT ?6 OFFSET ?7`)
    .all(...parameters, of.limit, of.offset) as Record<string, unknown>[];
  return {
    total,
    rows: rows.map((stored) => {
      const row = readPlanRow(stored);
      return {
        file: String(stored['fileName']),
        sheet: String(stored['sheetName']),
        row: row.row,
        verdict: row.verdict as Verdict,
        householdNo: row.householdNo,
        householdId: row.householdId,
        name: row.name,
        village: row.village,
        changes: changesOf(row.steps),
        remarks: row.remarks,
      };
    }),
  };
}

export function absentRows(register: RegisterFile, batch: number, offset: number, limit: number): { total: number; rows: AbsentRow[] } {
  const { total } = register.sql('SELECT count(*) AS total FROM planAbsent WHERE batch = ?').get(batch) as { total: number };
  const rows = register
    .sql('SELECT householdNo, householdId, name, village FROM planAbsent WHERE batch = ? ORDER BY position LIMIT ? OFFSET ?')
    .all(batch, limit, offset) as AbsentRow[];
  return { total, rows };
}

export function listBatches(register: RegisterFile): BatchSummary[] {
  const rows = register.sql("SELECT number FROM importBatch WHERE state IN ('committed', 'undone') ORDER BY number DESC").all() as { number: number }[];
  return rows.map(({ number }) => batchSummary(register, number));
}
