import type { BatchSummary, CellRemark } from '../../../shared/changes/plan-types.ts';
import type { Step } from '../../../shared/changes/steps.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { Absent } from './absence.ts';

export interface StoredPlanRow {
  readonly sheet: number;
  readonly row: number;
  readonly verdict: string;
  readonly householdId: string | null;
  readonly householdNo: string | null;
  readonly name: string | null;
  readonly village: string | null;
  readonly steps: readonly Step[];
  readonly remarks: readonly CellRemark[];
  /** The row as the file has it, where something of it is not taken. */
  readonly cells: readonly string[] | null;
}

export interface BatchRow {
  readonly number: number;
  readonly state: BatchSummary['state'] | 'planning';
  readonly at: string;
  readonly who: string;
  readonly baseRevision: number;
  readonly command: number | null;
  readonly summary: string;
}

/** The stored plan: written while planning, read by the preview, executed by the commit. */
export const planStore = {
  begin(register: RegisterFile, at: string, who: string): number {
    const made = register
      .sql("INSERT INTO importBatch (state, at, who, baseRevision, summary) VALUES ('planning', ?, ?, ?, '{}')")
      .run(at, who, register.log.revision);
    return Number(made.lastInsertRowid);
  },
  addSheet(register: RegisterFile, batch: number, file: string, sheet: string, kind: string, columns: Readonly<Record<string, string>>, head: readonly (readonly string[])[]): number {
    const made = register
      .sql('INSERT INTO importSheet (batch, file, sheet, kind, columns, head) VALUES (?, ?, ?, ?, ?, ?)')
      .run(batch, file, sheet, kind, JSON.stringify(columns), JSON.stringify(head));
    return Number(made.lastInsertRowid);
  },
  addRows(register: RegisterFile, batch: number, position: number, rows: readonly StoredPlanRow[]): void {
    const insert = register.sql(
      'INSERT INTO planRow (batch, position, sheet, sheetRow, verdict, remarked, householdId, householdNo, name, village, steps, remarks, cells) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    register.together(() => {
      rows.forEach((row, at) => {
        insert.run(
          batch,
          position + at,
          row.sheet,
          row.row,
          row.verdict,
          row.remarks.length > 0 ? 1 : 0,
          row.householdId,
          row.householdNo,
          row.name,
          row.village,
          JSON.stringify(row.steps),
          JSON.stringify(row.remarks),
          row.cells === null ? null : JSON.stringify(row.cells),
        );
      });
    });
  },
  addAbsent(register: RegisterFile, batch: number, absent: readonly Absent[]): void {
    const start = Number((register.sql('SELECT count(*) AS n FROM planAbsent WHERE batch = ?').get(batch) as { n: number }).n);
    const insert = register.sql('INSERT INTO planAbsent (batch, position, householdId, householdNo, name, village) VALUES (?, ?, ?, ?, ?, ?)');
    register.together(() => {
      absent.forEach((entry, at) => insert.run(batch, start + at, entry.householdId, entry.householdNo, entry.name, entry.village));
    });
  },
  finish(register: RegisterFile, batch: number, summary: BatchSummary): void {
    register.sql("UPDATE importBatch SET state = 'planned', summary = ? WHERE number = ?").run(JSON.stringify(summary), batch);
  },
  get(register: RegisterFile, batch: number): BatchRow | undefined {
    return register.sql('SELECT * FROM importBatch WHERE number = ?').get(batch) as BatchRow | undefined;
  },
  /** Rows of the plan in the order of the files, from a position on. */
  rowsFrom(register: RegisterFile, batch: number, position: number, limit: number): (StoredPlanRow & { position: number })[] {
    const rows = register
      .sql('SELECT * FROM planRow WHERE batch = ? AND position >= ? ORDER BY position LIMIT ?')
      .all(batch, position, limit) as Record<string, never>[];
    return rows.map(readPlanRow);
  },
  setState(register: RegisterFile, batch: number, state: BatchSummary['state'], command: number | null): void {
    register.sql('UPDATE importBatch SET state = ?, command = coalesce(?, command) WHERE number = ?').run(state, command, batch);
  },
  /** Drops the plan's rows that are of no use any more. What was refused, kept or remarked on stays readable. */
  sweep(register: RegisterFile, batch: number): void {
    register.sql("DELETE FROM planRow WHERE batch = ? AND remarked = 0 AND verdict IN ('new', 'changed', 'same')").run(batch);
  },
  discard(register: RegisterFile, batch: number): void {
    register.together(() => {
      register.sql('DELETE FROM planRow WHERE batch = ?').run(batch);
      register.sql('DELETE FROM planAbsent WHERE batch = ?').run(batch);
      register.sql("UPDATE importBatch SET state = 'discarded' WHERE number = ? AND state IN ('planning', 'planned')").run(batch);
    });
  },
  /** What a crash left half-planned, and previews that were never committed, go when the register is opened. */
  tidy(register: RegisterFile): void {
    const left = register.sql("SELECT number FROM importBatch WHERE state IN ('planning', 'planned')").all() as { number: number }[];
    for (const { number } of left) this.discard(register, number);
  },
};

export function readPlanRow(stored: Record<string, unknown>): StoredPlanRow & { position: number } {
  const row = stored as Record<string, string | number | null>;
  return {
    position: Number(row['position']),
    sheet: Number(row['sheet']),
    row: Number(row['sheetRow']),
    verdict: String(row['verdict']),
    householdId: row['householdId'] === null ? null : String(row['householdId']),
    householdNo: row['householdNo'] === null ? null : String(row['householdNo']),
    name: row['name'] === null ? null : String(row['name']),
    village: row['village'] === null ? null : String(row['village']),
    steps: JSON.parse(String(row['steps'])) as Step[],
    remarks: JSON.parse(String(row['remarks'])) as CellRemark[],
    cells: typeof row['cells'] === 'string' ? (JSON.parse(row['cells']) as string[]) : null,
  };
}
