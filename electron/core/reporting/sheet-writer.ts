import type { Stored } from '../../../shared/fields/reading.ts';
import type { Values } from '../../../shared/register/facts.ts';
import type { Layout } from '../../../shared/sheets/layouts.ts';
import { kindOf, type Field } from '../../../shared/register/field.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import { breathe, type Job } from '../jobs.ts';
import { newBook } from './book-writer.ts';
import { literal } from './literal-text.ts';

interface SheetColumn {
  readonly header: string;
  /** Null is the year of the record. */
  readonly field: Field | null;
}

const asNumber = new Set(['money', 'measure', 'count']);

function cellOf(column: SheetColumn, value: Stored): string | number | null {
  if (!column.field) return value === null ? null : String(value);
  if (value === null) return null;
  const text = kindOf(column.field).edit(value);
  return asNumber.has(column.field.kind) ? Number(text) : literal(text);
}

/** Width in characters: what the header needs on two lines, and what the field's values usually take. */
const widthOf = ({ header, field: of }: SheetColumn): number => Math.min(44, Math.max(8, header.length + 2, (of?.printWidth ?? 14) * 0.55));

export interface SheetRequest {
  readonly layout: Layout;
  readonly year: number;
  readonly total: number;
  /** Values by field key, row after row; takes the row's number. */
  readonly row: (at: number) => Values;
}

/** More rows than this are written without a table of shared texts, which would have to stay in memory. */
const manyRows = 5000;

/**
 * A sheet in the provincial layout. Numbers, telephones and codes are text cells, so that Excel neither rounds an identity
 * number nor runs a text that begins with =, +, - or @; amounts are numbers, so that the clerk can add them up.
 */
export async function writeSheet({ layout, year, total, row }: SheetRequest, job: Job): Promise<Uint8Array> {
  const { book, bytes } = await newBook(total <= manyRows);
  const columns = layout.columns.map(([header, key]): SheetColumn => ({ header, field: key === '#year' ? null : field(key) }));
  const sheet = book.addWorksheet(layout.sheetName, {
    views: [{ state: 'frozen', xSplit: layout.frozen, ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  });
  sheet.columns = columns.map((column) => ({
    width: widthOf(column),
    style: { numFmt: column.field && asNumber.has(column.field.kind) ? (column.field.kind === 'money' ? '0.00' : 'General') : '@' },
  }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: total + 1, column: columns.length } };
  const head = sheet.addRow(columns.map((column) => column.header));
  head.height = 32;
  head.eachCell((cell) => {
    cell.font = { bold: true, size: 11, name: '宋体' };
    cell.numFmt = '@';
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } };
    cell.border = { bottom: { style: 'thin' } };
  });
  head.commit();
  for (let at = 0; at < total; at++) {
    if (at % 500 === 0) {
      job.tell('正在写 Excel', at, total);
      await breathe(job);
    }
    const values = row(at);
    sheet.addRow(columns.map((column) => cellOf(column, column.field ? (values[column.field.key] ?? null) : year))).commit();
  }
  sheet.commit();
  return bytes();
}
