import type { CellRemark } from '../../../shared/changes/plan-types.ts';
import type { Step } from '../../../shared/changes/steps.ts';
import type { MadeRow } from '../storage/made-rows.ts';
import type { RegisterFile } from '../storage/register-file.ts';

export interface StoredPlanRow {
  readonly position: number;
  readonly sheet: number;
  readonly row: number;
  readonly verdict: string;
  readonly householdId: string | null;
  readonly householdNo: string | null;
  readonly name: string | null;
  readonly village: string | null;
  /** The household's id, or a name of its own for a row that has none. */
  readonly grouping: string;
  readonly steps: readonly Step[];
  readonly remarks: readonly CellRemark[];
  /** The row as the file has it, where something of it is not taken. */
  readonly cells: readonly string[] | null;
}

/** Steps as they are stored: of a row that would be made only whether it waits; the row itself stands beside (made-rows.ts). */
export type StoredStep = 'made' | 'lazy' | Exclude<Step, readonly ['create', ...unknown[]]>;

export const written = (steps: readonly Step[]): string =>
  (steps.every(([action, , , , lazy]) => action === 'create' && lazy === undefined) ? onlyMade[steps.length] : undefined) ?? JSON.stringify(steps.map((step): StoredStep => (step[0] !== 'create' ? step : step[4] === undefined ? 'made' : 'lazy')));

/** Of most rows of a first import, by how many rows they make. */
const onlyMade = Array.from({ length: 8 }, (_, length) => JSON.stringify(Array.from({ length }, () => 'made')));

/** The steps with the rows that they make. Rows that stay readable in the register hold theirs themselves. */
export function wholeSteps(stored: string, made: () => readonly MadeRow[]): readonly Step[] {
  const steps = JSON.parse(stored) as (StoredStep | Step)[];
  let rows: readonly MadeRow[] | undefined;
  let at = 0;
  return steps.map((step): Step => {
    if (typeof step !== 'string') return step;
    const row = (rows ??= made())[at++];
    if (!row) throw new Error('A row of the plan has lost what it makes');
    return step === 'made' ? ['create', row.entity, row.id, row.values] : ['create', row.entity, row.id, row.values, 'lazy'];
  });
}

/** A row of the plan, with the rows that it makes. */
export function readPlanRow(register: RegisterFile, stored: Record<string, unknown>): StoredPlanRow {
  const [batch, position] = [Number(stored['batch']), Number(stored['position'])];
  return readRow(stored, () => register.made.read(batch, position, position + 1).get(position) ?? []);
}

export function readRow(stored: Record<string, unknown>, made: () => readonly MadeRow[]): StoredPlanRow {
  const row = stored as Record<string, string | number | null>;
  const text = (column: string): string | null => (row[column] === null || row[column] === undefined ? null : String(row[column]));
  return {
    position: Number(row['position']),
    sheet: Number(row['sheet']),
    row: Number(row['sheetRow']),
    verdict: String(row['verdict']),
    householdId: text('householdId'),
    householdNo: text('householdNo'),
    name: text('name'),
    village: text('village'),
    grouping: text('grouping') ?? `row:${row['position']}`,
    steps: wholeSteps(String(row['steps']), made),
    remarks: JSON.parse(String(row['remarks'])) as CellRemark[],
    cells: typeof row['cells'] === 'string' ? (JSON.parse(row['cells']) as string[]) : null,
  };
}
