import type { WorkSheet } from '@e965/xlsx';
import { gb18030 } from './gb18030.ts';
import type { SampleBook } from './sample-books.ts';

const loadSheetJs = async () => import('@e965/xlsx');
type SheetJs = Awaited<ReturnType<typeof loadSheetJs>>;

/** What is used of SheetJS's own zip container, which has no types. */
interface Container {
  read(bytes: Uint8Array, options: { type: 'buffer' }): Zip;
  write(zip: Zip, options: { type: 'array'; fileType: 'zip'; compression: boolean }): ArrayLike<number>;
  readonly utils: { cfb_del(zip: Zip, path: string): void; cfb_add(zip: Zip, path: string, content: Uint8Array): void };
}

interface Zip {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly content: ArrayLike<number> }[];
}

/** Every cell as text: so the provincial system writes them. */
function sheetOf(XLSX: SheetJs, rows: readonly (readonly string[])[]): WorkSheet {
  const sheet: WorkSheet = {};
  let width = 0;
  rows.forEach((cells, row) => {
    width = Math.max(width, cells.length);
    cells.forEach((text, column) => {
      if (text !== '') sheet[XLSX.utils.encode_cell({ r: row, c: column })] = { t: 's', v: text };
    });
  });
  sheet['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(rows.length - 1, 0), c: Math.max(width - 1, 0) } });
  return sheet;
}

const gridOf = (book: SampleBook): (readonly string[])[] => [
  ...book.titles.map((title) => [title]),
  book.header,
  ...book.rows,
  ...book.notes.map((note) => [note]),
];

function workbook(XLSX: SheetJs, book: SampleBook, bookType: 'biff8' | 'xlsx', wrongDimension = false): Uint8Array {
  const sheet = sheetOf(XLSX, gridOf(book));
  sheet['!merges'] = book.titles.map((_, row) => ({ s: { r: row, c: 0 }, e: { r: row, c: book.header.length - 1 } }));
  // Writing stops at !ref, so the record cannot lie through it; the whole sheet is written and the record is bent after.
  const file = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(file, sheet, book.sheet);
  const bytes: Uint8Array = new Uint8Array(XLSX.write(file, { type: 'array', bookType, compression: true }) as ArrayBuffer);
  return wrongDimension ? bendDimension(XLSX, bytes) : bytes;
}

/** The same workbook saying that it holds A1 only, as the system's exports do. */
function bendDimension(XLSX: SheetJs, bytes: Uint8Array): Uint8Array {
  const container = XLSX.CFB as Container;
  const zip = container.read(bytes, { type: 'buffer' });
  const at = zip.FullPaths.findIndex((path) => path.endsWith('sheet1.xml'));
  const entry = zip.FileIndex[at];
  if (!entry) throw new Error('The workbook has no first sheet');
  const xml = new TextDecoder().decode(Uint8Array.from(entry.content));
  const bent = new TextEncoder().encode(xml.replace(/<dimension ref="[^"]*"\/>/, '<dimension ref="A1"/>'));
  container.utils.cfb_del(zip, '/xl/worksheets/sheet1.xml');
  container.utils.cfb_add(zip, '/xl/worksheets/sheet1.xml', bent);
  return Uint8Array.from(container.write(zip, { type: 'array', fileType: 'zip', compression: true }));
}

function quotedCsv(book: SampleBook): Uint8Array {
  const line = (cells: readonly string[]): string => cells.map((cell) => `="${cell}"`).join(',');
  return gb18030([book.header.join(','), ...book.rows.map(line), ''].join('\r\n'));
}

/** The bytes of a sample workbook in its shape. SheetJS is loaded when the first one is made. */
export async function writeBook(book: SampleBook): Promise<Uint8Array> {
  if (book.shape === 'quoted-csv') return quotedCsv(book);
  const XLSX = await loadSheetJs();
  return workbook(XLSX, book, book.shape === 'titled-xls' ? 'biff8' : 'xlsx', book.shape === 'system-xlsx');
}
