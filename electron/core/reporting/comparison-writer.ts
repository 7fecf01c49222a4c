import type { Comparison } from '../../../shared/changes/comparison.ts';
import type { Job } from '../jobs.ts';
import { breathe } from '../jobs.ts';
import { newBook } from './book-writer.ts';
import { literal } from './literal-text.ts';

const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;
const colours = { 新增: fill('FFE2F0D9'), 没有了: fill('FFF8D7DA'), 改了: fill('FFFFE9A8') } as const;

/** The differences as a workbook: green what came, red what went, yellow what changed; each with a word, not with colour alone. */
export async function writeComparison(found: Comparison, job: Job): Promise<Uint8Array> {
  const { book, bytes } = await newBook(true);
  const sheet = book.addWorksheet('比较结果', { views: [{ state: 'frozen', ySplit: 1 }], pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' } });
  sheet.columns = [10, 24, 12, 8, 22, 28, 28].map((width) => ({ width, style: { numFmt: '@' } }));
  const head = sheet.addRow(['结果', literal(found.key), '姓名', '行', '列', '原来', '现在']);
  head.font = { bold: true, size: 11, name: '宋体' };
  head.commit();
  const lines: (readonly [keyof typeof colours, readonly string[]])[] = [
    ...found.added.map(({ key, name, row }) => ['新增', [key, name, String(row), '', '', '']] as const),
    ...found.removed.map(({ key, name, row }) => ['没有了', [key, name, String(row), '', '', '']] as const),
    ...found.changed.map((cell) => ['改了', [cell.key, cell.name, String(cell.row), cell.header, cell.old, cell.new]] as const),
  ];
  for (const [at, [word, cells]] of lines.entries()) {
    if (at % 500 === 0) {
      job.tell('正在写 Excel', at, lines.length);
      await breathe(job);
    }
    const row = sheet.addRow([word, ...cells.map(literal)]);
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.fill = colours[word];
    });
    row.commit();
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: lines.length + 1, column: 7 } };
  sheet.commit();
  return bytes();
}
