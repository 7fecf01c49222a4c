import type { BatchSummary, Verdict } from '../../../shared/changes/plan-types.ts';
import type { Step } from '../../../shared/changes/steps.ts';
import type { MadePlace } from '../storage/made-rows.ts';
import { passingIndexes } from '../storage/passing-plan.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { Absent } from './absence.ts';
import type { BookedEvent, EventDetail } from './event-book.ts';
import { readPlanRow, readRow, type StoredPlanRow, type StoredStep, wholeSteps, written } from './plan-row.ts';

export interface NewSheet {
  readonly file: string;
  readonly sheet: string;
  readonly kind: string;
  readonly department: string;
  readonly dataDate: string | null;
  readonly fingerprint: string;
  /** Column letters by target or header. */
  readonly columns: Readonly<Record<string, string>>;
  readonly head: readonly (readonly string[])[];
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

export const rowColumns = 'batch, position, sheet, sheetRow, verdict, remarked, householdId, householdNo, name, village, grouping, fields, decided, steps, remarks, cells';

/** Puts the rows of each household together, in the order in which the files first name it. */
export const grouped = (into: string, from: string): string => `INSERT INTO ${into} (batch, ordinal, grouping, verdicts)
  SELECT ?1, row_number() OVER (ORDER BY first) - 1, grouping, mask FROM (
    SELECT grouping, min(position) AS first,
      max(verdict = 'new') + 2 * max(verdict = 'changed') + 4 * max(verdict = 'same') + 8 * max(verdict = 'conflict') + 16 * max(verdict = 'refused') + 32 * max(remarked) + 64 * max(decided > 0) AS mask
    FROM ${from} WHERE batch = ?1 GROUP BY grouping)`;

/** Where the rows and groups of a batch are: in passing while it is a plan, in the register afterwards. */
export const placesOf = (state: string): { readonly rows: string; readonly groups: string } =>
  state === 'planned' || state === 'planning' ? { rows: 'temp.passingRow', groups: 'temp.passingGroup' } : { rows: 'main.planRow', groups: 'main.planGroup' };

const fieldsOf = (steps: readonly Step[]): string => {
  let keys: Set<string> | undefined;
  for (const step of steps) if (step[0] !== 'create') (keys ??= new Set()).add(step[3]);
  return keys === undefined ? '' : `,${[...keys].join(',')},`;
};

const decidedIn = (steps: readonly Step[]): number => steps.filter((step) => (step[0] === 'set' && step[6] !== undefined) || (step[0] === 'keep' && step[6] === 'rank')).length;

function readEvent(row: unknown): BookedEvent & { readonly number: number } {
  const { number, kind, accepted, detail } = row as { number: number; kind: BookedEvent['kind']; accepted: number; detail: string };
  return { number, kind, accepted: accepted === 1, detail: JSON.parse(detail) as EventDetail };
}

/** The stored plan: written while planning, read by the preview, executed by the commit. How it ends: end-plan.ts. */
export const planStore = {
  begin(register: RegisterFile, at: string, who: string): number {
    for (const drop of passingIndexes.drop) register.sql(drop).run();
    const made = register
      .sql("INSERT INTO importBatch (state, at, who, baseRevision, summary) VALUES ('planning', ?, ?, ?, '{}')")
      .run(at, who, register.log.revision);
    return Number(made.lastInsertRowid);
  },
  addSheet(register: RegisterFile, batch: number, { file, sheet, kind, department, dataDate, fingerprint, columns, head }: NewSheet): number {
    const made = register
      .sql('INSERT INTO importSheet (batch, file, sheet, kind, department, dataDate, fingerprint, columns, head) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(batch, file, sheet, kind, department, dataDate, fingerprint, JSON.stringify(columns), JSON.stringify(head));
    return Number(made.lastInsertRowid);
  },
  addTop(register: RegisterFile, batch: number, file: string, sheet: string, rows: unknown, columns: unknown): void {
    register.sql('INSERT OR REPLACE INTO planTop (batch, file, sheet, rows, columns) VALUES (?, ?, ?, ?, ?)').run(batch, file, sheet, JSON.stringify(rows), JSON.stringify(columns));
  },
  addRows(register: RegisterFile, batch: number, rows: readonly StoredPlanRow[]): void {
    const insert = register.sql(
      `INSERT INTO passingRow (${rowColumns})
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    // Of most rows of a large file there is nothing to say and nothing to decide: values that are written out are not bound.
    const insertPlain = register.sql(
      `INSERT INTO passingRow (${rowColumns})
       VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, '', 0, ?, '[]', NULL)`,
    );
    register.together(() => {
      for (const row of rows) {
        const place: MadePlace = { batch, position: row.position, at: 0, sheet: row.sheet, row: row.row, lazy: false };
        for (const step of row.steps) {
          if (step[0] !== 'create') continue;
          place.lazy = step[4] !== undefined;
          register.made.add(place, step[1], step[2], step[3]);
          place.at++;
        }
        const fields = fieldsOf(row.steps);
        if (row.remarks.length === 0 && row.cells === null && fields === '') {
          insertPlain.run(batch, row.position, row.sheet, row.row, row.verdict, row.householdId, row.householdNo, row.name, row.village, row.grouping, written(row.steps));
          continue;
        }
        insert.run(
          batch,
          row.position,
          row.sheet,
          row.row,
          row.verdict,
          row.remarks.length > 0 ? 1 : 0,
          row.householdId,
          row.householdNo,
          row.name,
          row.village,
          row.grouping,
          fields,
          decidedIn(row.steps),
          written(row.steps),
          row.remarks.length === 0 ? '[]' : JSON.stringify(row.remarks),
          row.cells === null ? null : JSON.stringify(row.cells),
        );
      }
    });
  },
  /** Other steps and another verdict for a row that is stored already: what is found out at the end. */
  rewrite(register: RegisterFile, batch: number, position: number, verdict: string, steps: readonly Step[]): void {
    register
      .sql('UPDATE passingRow SET verdict = ?, steps = ?, fields = ?, decided = ? WHERE batch = ? AND position = ?')
      .run(verdict, written(steps), fieldsOf(steps), decidedIn(steps), batch, position);
  },
  addAbsent(register: RegisterFile, batch: number, absent: readonly Absent[]): void {
    const start = Number((register.sql('SELECT count(*) AS n FROM passingAbsent WHERE batch = ?').get(batch) as { n: number }).n);
    const insert = register.sql('INSERT INTO passingAbsent (batch, position, householdId, memberId, householdNo, name, village) VALUES (?, ?, ?, ?, ?, ?, ?)');
    register.together(() => {
      absent.forEach((entry, at) => insert.run(batch, start + at, entry.householdId, entry.memberId, entry.householdNo, entry.name, entry.village));
    });
  },
  addEvents(register: RegisterFile, batch: number, events: readonly BookedEvent[]): void {
    const insert = register.sql('INSERT INTO planEvent (batch, number, kind, accepted, detail) VALUES (?, ?, ?, ?, ?)');
    register.together(() => {
      events.forEach(({ kind, accepted, detail }, at) => insert.run(batch, at + 1, kind, accepted ? 1 : 0, JSON.stringify(detail)));
    });
  },
  events(register: RegisterFile, batch: number): (BookedEvent & { readonly number: number })[] {
    return register.sql('SELECT number, kind, accepted, detail FROM planEvent WHERE batch = ? ORDER BY number').all(batch).map(readEvent);
  },
  /** Those that write what rows leave to them. Of a large import most others are a household's status: nobody reads them for a page. */
  acceptedMoves(register: RegisterFile, batch: number): BookedEvent[] {
    return register.sql("SELECT number, kind, accepted, detail FROM planEvent WHERE batch = ? AND accepted = 1 AND kind IN ('move', 'split', 'merge', 'head')").all(batch).map(readEvent);
  },
  /** All rows are there: the preview and the events may look for them. */
  indexRows(register: RegisterFile): void {
    for (const create of passingIndexes.create) register.sql(create).run();
  },
  /** Groups the rows by household; how many groups there are. */
  group(register: RegisterFile, batch: number): number {
    return register.sql(grouped('passingGroup', 'passingRow')).run(batch).changes;
  },
  finish(register: RegisterFile, batch: number, summary: BatchSummary): void {
    register.sql("UPDATE importBatch SET state = 'planned', summary = ? WHERE number = ?").run(JSON.stringify(summary), batch);
  },
  get(register: RegisterFile, batch: number): BatchRow | undefined {
    return register.sql('SELECT * FROM importBatch WHERE number = ?').get(batch) as BatchRow | undefined;
  },
  /** Rows of the plan in the order of the files, from a position on. */
  rowsFrom(register: RegisterFile, batch: number, position: number, limit: number): StoredPlanRow[] {
    const rows = register
      .sql('SELECT * FROM passingRow WHERE batch = ? AND position >= ? ORDER BY position LIMIT ?')
      .all(batch, position, limit) as Record<string, never>[];
    const made = register.made.read(batch, position, Number(rows.at(-1)?.['position'] ?? position) + 1);
    return rows.map((row) => readRow(row, () => made.get(Number(row['position'])) ?? []));
  },
  /** Of the rows from one position to another (not included) those that do more than make rows, without what they make. */
  changesFrom(register: RegisterFile, batch: number, from: number, to: number): StoredPlanRow[] {
    const rows = register.sql("SELECT * FROM passingRow WHERE batch = ? AND position >= ? AND position < ? AND fields <> '' ORDER BY position").all(batch, from, to) as Record<string, never>[];
    return rows.map((row) => readRow({ ...row, steps: JSON.stringify((JSON.parse(String(row['steps'])) as StoredStep[]).filter((step) => typeof step !== 'string')) }, () => []));
  },
  /** The rows of one household in the order of the files. */
  rowsOf(register: RegisterFile, batch: number, grouping: string): StoredPlanRow[] {
    return (register.sql('SELECT * FROM passingRow WHERE batch = ? AND grouping = ? ORDER BY position').all(batch, grouping) as Record<string, never>[]).map((row) => readPlanRow(register, row));
  },
  positionsOf(register: RegisterFile, batch: number, grouping: string): number[] {
    return (register.sql('SELECT position FROM passingRow WHERE batch = ? AND grouping = ?').all(batch, grouping) as { position: number }[]).map(({ position }) => position);
  },
  groupingsWith(register: RegisterFile, batch: number, verdict: string): string[] {
    return (register.sql('SELECT DISTINCT grouping FROM passingRow WHERE batch = ? AND verdict = ?').all(batch, verdict) as { grouping: string }[]).map(({ grouping }) => grouping);
  },
  groupingAt(register: RegisterFile, batch: number, position: number): string | undefined {
    return (register.sql('SELECT grouping FROM passingRow WHERE batch = ? AND position = ?').get(batch, position) as { grouping: string } | undefined)?.grouping;
  },
  /** Rows of a sheet by verdict. */
  verdictsOf(register: RegisterFile, batch: number, sheet: number): Record<Verdict, number> {
    const counts: Record<Verdict, number> = { new: 0, changed: 0, same: 0, conflict: 0, refused: 0 };
    const rows = register.sql('SELECT verdict, count(*) AS n FROM passingRow WHERE batch = ? AND sheet = ? GROUP BY verdict').all(batch, sheet) as { verdict: Verdict; n: number }[];
    for (const { verdict, n } of rows) counts[verdict] = n;
    return counts;
  },
  stepsAt(register: RegisterFile, batch: number, position: number): { readonly steps: readonly Step[]; readonly sheet: number; readonly row: number } {
    const found = register.sql('SELECT steps, sheet, sheetRow AS row FROM passingRow WHERE batch = ? AND position = ?').get(batch, position) as { steps: string; sheet: number; row: number } | undefined;
    if (!found) throw new Error('A row of the plan is gone');
    return { ...found, steps: wholeSteps(found.steps, () => register.made.read(batch, position, position + 1).get(position) ?? []) };
  },
  setState(register: RegisterFile, batch: number, state: BatchSummary['state'], command: number | null): void {
    register.sql('UPDATE importBatch SET state = ?, command = coalesce(?, command) WHERE number = ?').run(state, command, batch);
  },
};
