import type { BatchSummary, ReturnedBook } from '../../../shared/changes/plan-types.ts';
import type { FillStamp } from '../../../shared/cycle/stamp.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { OpenSheet } from './open-sheets.ts';

/** How a workbook differs from the form that was sent: sheets that are missing, columns that are gone or were added. */
export function returnedBook(stamp: FillStamp, sheets: readonly OpenSheet[]): ReturnedBook {
  const { form, period, office, sentOn, revision } = stamp;
  const there = new Set(sheets.map(({ fillIn }) => fillIn?.sent.key));
  const changed = [
    ...stamp.sheets.filter(({ key }) => !there.has(key)).map(({ title }) => `少了“${title}”这张表`),
    ...sheets.flatMap(({ fillIn }) => (fillIn ? [
      ...fillIn.gone.map(({ head }) => `“${fillIn.sent.title}”少了“${head}”这一列`),
      ...fillIn.added.map((head) => `“${fillIn.sent.title}”多了“${head}”这一列，内容随行记在其他列里`),
    ] : [])),
  ];
  return { form, period, office, sentOn, revision, changed };
}

/** One workbook that came back and was taken in. */
export interface TakenIn extends ReturnedBook {
  readonly batch: number;
  readonly command: number;
  readonly file: string;
  /** When it was taken in, and by whom. */
  readonly at: string;
  readonly who: string;
  readonly rows: number;
  readonly refused: number;
}

/** Every workbook that came back and was not taken back again, the oldest first. What was undone did not come. */
export function takenIn(register: RegisterFile): TakenIn[] {
  const rows = register
    .sql("SELECT b.number, b.command, b.summary, k.at, k.who FROM importBatch b JOIN command k ON k.number = b.command WHERE b.state = 'committed' AND b.summary LIKE '%\"returned\"%' ORDER BY b.command")
    .all() as { number: number; command: number; summary: string; at: string; who: string }[];
  return rows.flatMap(({ number, command, summary, at, who }) =>
    (JSON.parse(summary) as BatchSummary).files.flatMap(({ file, sheets, returned }) =>
      returned ? [{ ...returned, batch: number, command, file, at, who, rows: sheets.reduce((sum, sheet) => sum + sheet.rows, 0), refused: sheets.reduce((sum, { counts }) => sum + counts.refused, 0) }] : [],
    ),
  );
}

/** The commands by which workbooks of the same office and month were taken in. */
export const returnsOf = (register: RegisterFile, { form, period, office }: Pick<FillStamp, 'form' | 'period' | 'office'>): ReadonlySet<number> =>
  new Set(takenIn(register).flatMap((each) => (each.form === form && each.period === period && each.office === office ? [each.command] : [])));
