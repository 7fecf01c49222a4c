import { type Cell, cellText } from '../../../shared/sheets/cells.ts';
import { breathe, type Job } from '../jobs.ts';
import { newBook } from './book-writer.ts';
import { literal } from './literal-text.ts';
import { columnsBefore, freeName, type ListBack, missingWidth } from './list-back.ts';

/** More rows than this are written without a table of shared texts, which would have to stay in memory. */
const manyRows = 5000;
const perBreath = 500;

interface Written {
  readonly value: string | number | Date | null;
  readonly format: string;
}

/** A cell as it was: a number or a date stays one where nothing of it can be lost, everything else is text. */
function writtenAs(cell: Cell): Written {
  const text = cellText(cell);
  if (text === '') return { value: null, format: '@' };
  if (typeof cell !== 'string' && cell.type === 'number' && /^-?\d{1,15}(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15) {
    const decimals = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
    return { value: Number(text), format: decimals === 0 ? '0' : `0.${'0'.repeat(Math.min(decimals, 6))}` };
  }
  if (typeof cell !== 'string' && cell.type === 'date') {
    const date = new Date(`${text.replace(' ', 'T')}${text.includes(' ') ? '' : 'T00:00:00'}Z`);
    if (!Number.isNaN(date.getTime())) return { value: date, format: text.includes(' ') ? 'yyyy-mm-dd hh:mm:ss' : 'yyyy-mm-dd' };
  }
  return { value: literal(text), format: '@' };
}

const sheetName = (name: string, file: string, taken: readonly string[]): string =>
  freeName((name === '' || /^sheet\d*$/i.test(name) ? file.replace(/\.[^.]*$/, '') : name).replaceAll(/[[\]:*?/\\']/g, '').slice(0, 27) || '名单', taken);

/** Their sheets row by row under the same numbers, two columns more; whom they lack on a sheet of its own. */
export async function writeMatchedSheets({ file, headers, sheets, missing }: ListBack, job: Job): Promise<Uint8Array> {
  const total = sheets.reduce((sum, { all }) => sum + all.length, 0);
  const { book, bytes } = await newBook(total <= manyRows);
  const taken: string[] = [];
  let done = 0;
  for (const each of sheets) {
    const name = sheetName(each.sheet, file, taken);
    taken.push(name);
    const matched = each.notes.size > 0;
    const width = columnsBefore(each, headers);
    const sheet = book.addWorksheet(name, { views: matched ? [{ state: 'frozen', ySplit: each.lastHeader }] : [], pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } });
    for (let column = 1; column <= width + (matched ? 2 : 0); column++) sheet.getColumn(column).width = column <= width + 1 ? 14 : 46;
    for (const { number, cells } of each.all) {
      if (done++ % perBreath === 0) {
        job.tell('正在写回执', done, total);
        await breathe(job);
      }
      const row = sheet.getRow(number);
      cells.forEach((cell, at) => {
        const { value, format } = writtenAs(cell);
        // Their old columns of ours give way to the new ones.
        if (value === null || (matched && at >= width && at < width + 2)) return;
        row.getCell(at + 1).value = value;
        row.getCell(at + 1).numFmt = format;
      });
      if (number <= each.lastHeader) row.font = { bold: true, size: 11, name: '宋体' };
      const beside = number === each.lastHeader && matched ? headers : each.notes.get(number);
      beside?.forEach((text, at) => {
        const cell = row.getCell(width + 1 + at);
        cell.value = literal(text);
        cell.numFmt = '@';
        cell.alignment = { wrapText: true, vertical: 'top' };
      });
      row.commit();
    }
    sheet.commit();
  }
  if (missing) {
    const sheet = book.addWorksheet(freeName(missing.name, taken), { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = missing.head.map((header) => ({ width: missingWidth(header), style: { numFmt: '@' } }));
    sheet.addRow([...missing.head]).commit();
    for (const row of missing.rows) sheet.addRow(row.map(literal)).commit();
    sheet.commit();
  }
  return bytes();
}
