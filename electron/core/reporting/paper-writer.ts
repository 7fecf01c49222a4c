import type { Alignment, Border, Worksheet } from 'exceljs';
import { labelEms, linesIn, titlePoints } from '../../../shared/papers/fit.ts';
import type { Page } from '../../../shared/papers/lay-out.ts';
import { rowsOfPairs, type Block, type FactsBlock, type Foot, type Paper, type TableBlock } from '../../../shared/papers/paper.ts';
import { sizeOf } from '../../../shared/papers/sizes.ts';
import { breathe, type Job } from '../jobs.ts';
import { newBook } from './book-writer.ts';

/** Columns of every worksheet: blocks of any kind stand on one grid by merging. */
const grid = 24;
const edge: Partial<Border> = { style: 'thin', color: { argb: 'FF000000' } };
const ruled = { top: edge, left: edge, bottom: edge, right: edge };
const song = '宋体';
const hei = '黑体';

interface Piece {
  readonly text: string;
  readonly units: number;
  readonly align: 'left' | 'center' | 'right';
  readonly head?: boolean;
}

/** Grid units for shares, each at least one, together the whole grid. */
export function unitsOf(shares: readonly number[]): number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  const ends = shares.map((_, at) => Math.round((shares.slice(0, at + 1).reduce((total, share) => total + share, 0) / sum) * grid));
  return ends.map((end, at) => Math.max(1, end - (at === 0 ? 0 : (ends[at - 1] ?? 0))));
}

class PaperSheet {
  readonly #sheet: Worksheet;
  readonly #points: number;
  readonly #pageEms: number;
  #row = 0;

  constructor(sheet: Worksheet, points: number, ems: number) {
    this.#sheet = sheet;
    this.#points = points;
    this.#pageEms = ems;
  }

  line(pieces: readonly Piece[], look: { readonly points?: number; readonly bold?: boolean; readonly font?: string; readonly bare?: boolean } = {}): void {
    this.#row++;
    const points = look.points ?? this.#points;
    let column = 1;
    let lines = 1;
    for (const { text, units, align, head } of pieces) {
      const cell = this.#sheet.getCell(this.#row, column);
      cell.value = text;
      cell.numFmt = '@';
      cell.font = { name: look.font ?? (head ? hei : song), size: points, bold: look.bold ?? false };
      cell.alignment = { horizontal: align, vertical: 'middle', wrapText: true } satisfies Partial<Alignment>;
      if (units > 1) this.#sheet.mergeCells(this.#row, column, this.#row, column + units - 1);
      if (!look.bare) for (let at = column; at < column + units; at++) this.#sheet.getCell(this.#row, at).border = ruled;
      lines = Math.max(lines, linesIn(text, (units / grid) * this.#pageEms * (this.#points / points)));
      column += units;
    }
    this.#sheet.getRow(this.#row).height = Math.min(400, lines * points * 1.34 + points * 0.5);
  }

  block(block: Block): void {
    if (block.kind === 'note') return this.line([{ text: block.text, units: grid, align: 'left' }], { bare: true });
    if (block.kind === 'side') return block.columns.flat().forEach((each) => this.block(each));
    // A drawing in the paper is its figures in a worksheet.
    if (block.kind === 'chart') return this.#table({ kind: 'table', heading: block.heading, columns: [{ head: '', share: 2, align: 'left' }, { head: '', share: 1, align: 'right' }], rows: block.bars.map(({ label, said }) => [label, said]) });
    if (block.kind === 'figures') return this.#facts({ kind: 'facts', across: 2, pairs: block.figures.map(({ label, value, unit }) => ({ label, value: `${value}${unit}` })) });
    if (block.kind === 'pictures') return this.#table({ kind: 'table', ...(block.heading === undefined ? {} : { heading: block.heading }), columns: [{ head: '', share: 1, align: 'left' }], rows: block.pictures.map(({ words }) => [words]) });
    if (block.kind === 'table') return this.#table(block);
    this.#facts(block);
  }

  #heading(heading: string | undefined): void {
    if (heading !== undefined) this.line([{ text: heading, units: grid, align: 'left' }], { bare: true, bold: true, font: hei });
  }

  #table(block: TableBlock): void {
    this.#heading(block.heading);
    const units = unitsOf(block.columns.map((column) => column.share));
    if (block.columns.some(({ head }) => head !== '')) this.line(block.columns.map((column, at) => ({ text: column.head, units: units[at] ?? 1, align: 'center', head: true })), { bold: true });
    for (const [at, row] of block.rows.entries()) {
      this.line(
        row.map((text, column) => ({ text, units: units[column] ?? 1, align: block.columns[column]?.align ?? 'left' })),
        { bold: (block.summed ?? false) && at === block.rows.length - 1 },
      );
    }
  }

  #facts(block: FactsBlock): void {
    this.#heading(block.heading);
    const each = grid / block.across;
    const label = Math.max(2, Math.round((labelEms / this.#pageEms) * grid));
    for (const row of rowsOfPairs(block)) {
      this.line(
        row.flatMap((pair, at): Piece[] => {
          const left = at * each;
          const room = at === row.length - 1 ? grid - left : each;
          return [
            { text: pair.label, units: label, align: 'center', head: true },
            { text: pair.value.trim() === '' ? '' : pair.value, units: room - label, align: 'left' },
          ];
        }),
      );
    }
  }
}

/** Excel takes 31 characters, none of []:*?/\ and every name once. */
function sheetName(paper: Paper, taken: Set<string>): string {
  const wish = `${paper.called}-${paper.title}`.replaceAll(/[[\]:*?/\\']/g, '').slice(0, 26);
  let name = wish;
  for (let at = 2; taken.has(name.toLowerCase()); at++) name = `${wish}${at}`;
  taken.add(name.toLowerCase());
  return name;
}

/** The same pages as a workbook: one worksheet a page, on the paper's own size, fitted to one page. */
export async function writePages(pages: readonly Page[], foot: Foot, job: Job): Promise<Uint8Array> {
  const { book, bytes } = await newBook(true);
  const taken = new Set<string>();
  for (const [at, { paper, points, ems, blocks, part }] of pages.entries()) {
    if (at % 30 === 0) {
      job.tell('正在写 Excel', at, pages.length);
      await breathe(job);
    }
    const size = sizeOf(paper);
    const edition = paper.edition === undefined ? '' : `&C版次 ${paper.edition}`;
    const sheet = book.addWorksheet(sheetName(paper, taken), {
      pageSetup: {
        paperSize: size.excel,
        orientation: size.landscape ? 'landscape' : 'portrait',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 1,
        horizontalCentered: true,
        margins: { left: 0.55, right: 0.55, top: 0.5, bottom: 0.6, header: 0.2, footer: 0.3 },
      },
      headerFooter: { oddFooter: `&L${foot.office.replaceAll('&', '&&')}　${foot.date}${edition}&R第 ${at + 1} 页，共 ${pages.length} 页` },
      views: [{ showGridLines: false }],
    });
    for (let column = 1; column <= grid; column++) sheet.getColumn(column).width = (3.6 * (size.width - 2 * size.marginX)) / 180;
    const page = new PaperSheet(sheet, points, ems);
    const title = part === 1 ? paper.title : `${paper.title}（续）`;
    page.line([{ text: title, units: grid, align: 'center' }], { bare: true, points: Math.round(titlePoints({ ...paper, title }) * 0.8), bold: true, font: hei });
    page.line([{ text: paper.left, units: grid / 2, align: 'left' }, { text: paper.right, units: grid / 2, align: 'right' }], { bare: true, points: 12 });
    for (const block of blocks) page.block(block);
    sheet.commit();
  }
  return bytes();
}
