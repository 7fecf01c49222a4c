import type { BatchSummary, CellRemark } from '../../../shared/changes/plan-types.ts';
import { kindOf } from '../../../shared/register/field.ts';
import { findField } from '../../../shared/register/vocabulary.ts';
import { columnLetters } from '../../../shared/sheets/cells.ts';
import { sheetPlace, textSheet } from '../../../shared/sheets/sheet-place.ts';
import type { InputFile, SheetWord } from '../importing/open-sheets.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { columnIndex } from './column-index.ts';
import type { RefusedRow } from './refused-rows.ts';

interface Stored {
  readonly cells: string;
  readonly remarks: string;
  readonly head: string;
  readonly kind: string;
  readonly department: string;
  readonly columns: string;
  readonly summary: string;
}

/**
 * A kept cell as text that reads as the cell did. Kept rows hold texts only: a day number or a short 1.99E+10 was a
 * number cell; and what was not taken must not be taken now because it is no number cell any more.
 */
function asText(text: string, key: string | undefined, wasRefused: boolean): string {
  const field = key === undefined ? undefined : findField(key);
  if (!field || text === '') return text;
  const kind = kindOf(field);
  const asWritten = kind.read(text, { today: '9999-12-31' });
  if (wasRefused) return asWritten.ok ? '' : text;
  if (asWritten.ok) return text;
  const asNumber = kind.read({ type: 'number', text }, { today: '9999-12-31' });
  return asNumber.ok && asNumber.value !== null ? kind.edit(asNumber.value) : text;
}

const quoted = (cell: string): string => (cell === '' ? '' : `"${cell.replaceAll('"', '""')}"`);

/**
 * One refused row as a file of its own, with another number in its damaged cell: the head of its sheet, blank lines, and
 * the row under the number that it had, so that the log names its cells as in the file. It is read as the sheet was.
 */
export function rowAgain(register: RegisterFile, row: RefusedRow, number: string): { readonly file: InputFile; readonly word: SheetWord } {
  const stored = register
    .sql(
      `SELECT p.cells, p.remarks, s.head, s.kind, s.department, s.columns, b.summary FROM planRow p JOIN importSheet s ON s.id = p.sheet JOIN importBatch b ON b.number = p.batch
       WHERE p.batch = ? AND p.position = ?`,
    )
    .get(row.batch, row.position) as Stored;
  const letters = JSON.parse(stored.columns) as Record<string, string>;
  const keyOf = new Map(Object.entries(letters).map(([key, at]) => [at, key]));
  const refused = new Set((JSON.parse(stored.remarks) as CellRemark[]).filter(({ effect }) => effect !== 'flagged').map(({ cell }) => cell.replace(/\d+$/, '')));
  const cells = (JSON.parse(stored.cells) as string[]).map((text, at) => asText(text, keyOf.get(columnLetters(at)), refused.has(columnLetters(at))));
  cells[columnIndex(letters[row.field] ?? '')] = number;

  const head = JSON.parse(stored.head) as string[][];
  const sheet = (JSON.parse(stored.summary) as BatchSummary).files.find(({ file }) => file === row.file)?.sheets.find(({ sheet: name }) => name === row.sheet);
  const headerRows = sheet?.headerRows.length ? sheet.headerRows : [head.length];
  const lines: string[][] = Array.from({ length: row.row }, () => []);
  const titles = head.slice(0, head.length - headerRows.length);
  titles.forEach((line, at) => (lines[at] = line));
  headerRows.forEach((at, nth) => (lines[at - 1] = head[titles.length + nth] ?? []));
  lines[row.row - 1] = cells;

  const place = sheetPlace(row.file, row.sheet);
  const name = `${place}（改正证件号码）`;
  const columns = Object.fromEntries(Object.entries(letters).map(([key, at]) => [at, findField(key) !== undefined || key.startsWith('#') ? key : null]));
  const year = sheet && sheet.yearFrom !== 'column' ? sheet.year : null;
  return {
    file: { name, bytes: new TextEncoder().encode(`\uFEFF${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`) },
    word: { file: name, sheet: textSheet, kind: stored.kind, headerRows, columns, department: stored.department, ...(year === null ? {} : { year }) },
  };
}
