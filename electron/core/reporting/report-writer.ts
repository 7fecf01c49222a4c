import { dayWords } from '../../../shared/fields/day-words.ts';
import { wantedBy } from '../../../shared/papers/fit.ts';
import { headRows } from '../../../shared/reports/head-rows.ts';
import type { MadeColumn, MadeReport, MadeRow, MadeSheet } from '../../../shared/reports/made-report.ts';
import { breathe, type Job } from '../jobs.ts';
import { cellSides, charactersOfEm, linesInCell } from './cell-lines.ts';
import { RuledBook, type Look, type RuledCell, type RuledSheet } from './ruled-book-writer.ts';

const formats: Readonly<Record<MadeColumn['cells'], Look['format']>> = { text: 'text', number: 'general', money: 'money', ratio: 'share' };
const size = 11;
/** A column is so much wider than it must be, or half of what it holds would be reckoned not to fit. */
const ease = 0.3;
/** No column grows wider for what stands in it, in em. */
const widest = 22;
/** Texts so short stand on one line, in em. */
const shortLine = 10;
/** Rows that are looked at for how wide columns must be. */
const lookedAt = 2000;

/** Excel takes 31 characters, none of []:*?/\, every name once. */
function sheetName(title: string, taken: Set<string>): string {
  const wish = title.replaceAll(/[[\]:*?/\\'“”]/g, '').slice(0, 28) || '表';
  let name = wish;
  for (let at = 2; taken.has(name.toLowerCase()); at++) name = `${wish}${at}`;
  taken.add(name.toLowerCase());
  return name;
}

/** Widths in characters: as declared, or as numbers, days and names in the column need. */
function widthsOf({ columns, rows }: MadeSheet): number[] {
  const step = Math.max(1, Math.ceil(rows.length / lookedAt));
  const some = rows.filter((_, at) => at % step === 0 || at === rows.length - 1);
  return columns.map(({ head, width }, at) => {
    const { whole, line } = wantedBy(head.at(-1) ?? '', some.map(({ cells }) => cells[at]?.text ?? ''));
    return Math.max(6, width * 0.5, Math.min(widest, line <= shortLine ? line : whole) * charactersOfEm + cellSides + ease);
  });
}

/** A line over the whole table, in parts of it beside each other. */
async function line(sheet: RuledSheet, across: number, parts: readonly string[], style: (part: number) => number, points: number, widths: readonly number[]): Promise<void> {
  const starts = parts.map((_, part) => Math.floor((part * across) / parts.length));
  const cells: RuledCell[] = Array.from({ length: across }, (_, at): RuledCell => ({ value: '', style: style(starts.findLastIndex((start) => start <= at)) }));
  parts.forEach((text, part) => {
    const from = starts[part] ?? 0;
    cells[from] = { value: text, style: style(part) };
    sheet.merge(sheet.rows + 1, from, sheet.rows + 1, (starts[part + 1] ?? across) - 1);
  });
  const lines = parts.map((text, part) => linesInCell(text, widths.slice(starts[part], starts[part + 1] ?? across).reduce((sum, each) => sum + each, 0), points));
  await sheet.row(cells, { lines: Math.max(...lines), size: points });
}

/** Parts of a line that stand beside each other where the table is wide enough for them. */
const besideEachOther = (parts: readonly string[], across: number): readonly string[] => (across >= parts.length ? parts : [parts.join('　　　　')]);

async function writeTable(sheet: RuledSheet, book: RuledBook, report: MadeReport, { columns, rows, title }: MadeSheet, widths: readonly number[], several: boolean, job: Job): Promise<void> {
  const across = columns.length;
  const style = (look: Partial<Look>): number => book.style({ font: '宋体', size, align: 'left', format: 'text', ...look });
  const [titled, parted] = [style({ font: '黑体', size: 18, bold: true, align: 'center' }), style({ font: '黑体', size: 13, bold: true, align: 'center' })];
  await line(sheet, across, [`${report.periodLabel}${report.title}`], () => titled, 18, widths);
  if (several) await line(sheet, across, [title], () => parted, 13, widths);
  const framed = [style({}), style({ align: 'right' })];
  await line(sheet, across, besideEachOther([`填报单位（盖章）：${report.office}`, `填报时间：${dayWords(report.today)}`], across), (part) => framed[part] ?? 0, size, widths);

  const headed = style({ font: '黑体', bold: true, align: 'center', ruled: true, ground: 'F2F2F2' });
  for (const cells of headRows(columns)) {
    const made: RuledCell[] = columns.map(() => ({ value: '', style: headed }));
    let lines = 1;
    for (const { text, column, across: wide, down } of cells) {
      made[column] = { value: text, style: headed };
      sheet.merge(sheet.rows + 1, column, sheet.rows + down, column + wide - 1);
      lines = Math.max(lines, Math.ceil(linesInCell(text, widths.slice(column, column + wide).reduce((sum, each) => sum + each, 0)) / down));
    }
    await sheet.row(made, { lines, size });
  }

  const looks = new Map<string, number>();
  const lookOf = ({ cells, align }: MadeColumn, rank: MadeRow['rank'], isNumber: boolean): number => {
    const key = `${cells} ${align} ${rank} ${isNumber}`;
    const known = looks.get(key);
    if (known !== undefined) return known;
    const made = style({ align, format: isNumber ? formats[cells === 'text' ? 'number' : cells] : 'text', bold: rank === 'total', ruled: true, ...(rank === 'subtotal' ? { ground: 'F8F8F8' } : {}) });
    looks.set(key, made);
    return made;
  };
  for (const [done, { cells, rank }] of rows.entries()) {
    if (done % 500 === 0) {
      job.tell('正在写 Excel', done, rows.length);
      await breathe(job);
    }
    let lines = 1;
    const made = columns.map((column, at): RuledCell => {
      const { text, number } = cells[at] ?? { text: '' };
      if (text !== '' && number === undefined) lines = Math.max(lines, linesInCell(text, widths[at] ?? 0));
      return { value: text === '' ? '' : (number ?? text), style: lookOf(column, rank, number !== undefined) };
    });
    await sheet.row(made, lines === 1 ? null : { lines, size });
  }
  await line(sheet, across, besideEachOther(['审核人：', '填表人：', '联系电话：'], across), () => framed[0] ?? 0, size, widths);
}

/** What each number counts, and what the level closed. */
async function writeDefinitions(sheet: RuledSheet, book: RuledBook, { definitions, leftOut }: MadeReport, widths: readonly number[]): Promise<void> {
  const told = [['栏目', '怎么算的'], ...definitions.map(({ column, means }) => [column, means]), ...(leftOut.length > 0 ? [['按密级没有列出', leftOut.join('、')]] : [])];
  for (const [at, texts] of told.entries()) {
    const style = book.style({ font: at === 0 ? '黑体' : '宋体', size, bold: at === 0, align: at === 0 ? 'center' : 'left', format: 'text', ruled: true, ...(at === 0 ? { ground: 'F2F2F2' } : {}) });
    await sheet.row(texts.map((value) => ({ value, style })), { lines: Math.max(...texts.map((text, column) => linesInCell(text, widths[column] ?? 0))), size });
  }
}

/** A report as a workbook: a worksheet a sheet, A4 (wide ones A3) landscape or portrait, fitted to one page in width; what each number counts on the last one. */
export async function writeReport(report: MadeReport, withDefinitions: boolean, at: Date, job: Job): Promise<Uint8Array> {
  const book = new RuledBook();
  const taken = new Set<string>();
  const several = report.sheets.length > 1;
  for (const made of report.sheets) {
    const wide = made.columns.reduce((sum, column) => sum + column.width, 0);
    const widths = widthsOf(made);
    // Title, the sheet's name where there are several, frame, heads.
    const above = several ? 3 : 2;
    const frozen = above + headRows(made.columns).length;
    await book.sheet({ name: sheetName(made.title, taken), widths, frozen, paper: wide > 300 ? 'A3' : 'A4', landscape: wide > 186, titles: [above + 1, frozen] }, (sheet) => writeTable(sheet, book, report, made, widths, several, job));
  }
  if (withDefinitions && report.definitions.length > 0) {
    const widths = [34, 70];
    await book.sheet({ name: sheetName('口径说明', taken), widths, frozen: 1, paper: 'A4', landscape: false, titles: [1, 1] }, (sheet) => writeDefinitions(sheet, book, report, widths));
  }
  return book.bytes(at);
}
