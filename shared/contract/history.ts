import { type } from '@orpc/contract';
import { z } from 'zod';
import type { RefusedCell } from './blocks.ts';
import type { DayDifference } from '../changes/day-difference.ts';
import { leaving } from './outgoing.ts';
import { procedure, reading } from './procedure.ts';
import type { Stored } from '../fields/reading.ts';
import type { UndoState } from './tables.ts';
import type { UndoResult } from '../changes/plan-types.ts';

export interface CommandRow {
  readonly command: number;
  readonly kind: string;
  readonly label: string;
  readonly at: string;
  readonly who: string;
  readonly changes: number;
  readonly batch: number | null;
  /** Number of the command that took this one back, or null. */
  readonly undoneBy: number | null;
}

/** One value in the log, as stored. */
export interface LogEntry {
  readonly command: number;
  readonly at: string;
  readonly who: string;
  /** edit, import, undo, redo, settings. */
  readonly kind: string;
  readonly label: string;
  readonly entity: string;
  readonly rowId: string;
  /** create: the row came with this value; delete: it went with it. */
  readonly action: 'create' | 'set' | 'delete';
  readonly field: string;
  readonly old: Stored;
  readonly new: Stored;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly cell: string | null;
}

/** The register's log, command by command, newest first. */
export const history = {
  commands: reading
    .input(z.object({ before: z.int().optional(), limit: z.int().min(1).max(200).default(50) }))
    .output(type<{ readonly rows: readonly CommandRow[]; readonly more: boolean }>()),
  changes: reading
    .input(z.object({ command: z.int(), offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) }))
    .output(
      type<{
        readonly total: number;
        readonly rows: readonly {
          readonly what: string;
          readonly field: string;
          readonly old: string;
          readonly new: string;
          readonly source: string;
        }[];
      }>(),
    ),
  /** The log itself, oldest first: of a person (identity number, 人编号 or id), a household (户编号 or id) with its people, or an import. */
  entries: reading
    .input(
      z.object({
        of: z.union([z.object({ person: z.string().min(1) }), z.object({ household: z.string().min(1) }), z.object({ batch: z.int() })]),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(500).default(500),
      }),
    )
    .output(type<{ readonly total: number; readonly rows: readonly LogEntry[] }>()),
  /** What differs between the end of a past day and now — with `asOf` the end of that later day — household by household. */
  compareDays: reading
    .input(z.object({ since: z.iso.date(), offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(50) }))
    .output(type<DayDifference>()),
  /** The same as a workbook, all of it. */
  exportDays: reading.input(z.object({ since: z.iso.date(), ...leaving.shape, job: z.string().optional() })).output(z.file()),
  /**
   * Gives a row that is another than at the end of the day `since` the values that it had then, as one command. What somebody wrote after
   * `revision`, or the rules refuse, stays and is told; `left` names what has a way of its own.
   */
  putBack: procedure
    .input(z.object({ since: z.iso.date(), entity: z.string(), id: z.string(), revision: z.int() }))
    .output(type<{ readonly label: string; readonly written: number; readonly refused: readonly RefusedCell[]; readonly left: readonly string[]; readonly revision: number; readonly undo: UndoState }>()),
  /** Takes one command back wherever it stands in the log; values changed since stay. */
  undo: procedure.input(z.object({ command: z.int() })).output(type<UndoResult>()),
};
