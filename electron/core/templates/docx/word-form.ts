import type { SheetRow } from '../../../../shared/sheets/cells.ts';
import type { Block, FormGrid } from '../../../../shared/templates/form-grid.ts';
import type { OfficeFile } from '../office-file.ts';
import { mainPart, rootOf } from '../xlsx/book.ts';
import type { XmlElement } from '../xml-tree.ts';

/** The text of a document outside of its tables, as a form is read: a paragraph a row. */
export const bodyName = '正文';

/** A cell of a table of a document, and where it stands. */
interface WordCell {
  readonly element: XmlElement;
  readonly left: number;
  readonly right: number;
  /** It goes on with the cell above. */
  readonly continues: boolean;
}

export interface WordTable {
  readonly name: string;
  readonly element: XmlElement;
  /** Rows from 1, as their elements. */
  readonly rows: readonly { readonly element: XmlElement; readonly cells: readonly WordCell[] }[];
}

export interface WordForm {
  readonly office: OfficeFile;
  /** Outside of tables: of the body, of headers and footers. */
  readonly paragraphs: readonly XmlElement[];
  readonly tables: readonly WordTable[];
}

/** The texts that a paragraph itself shows; a box that hangs on it has paragraphs of its own. */
export const textsOf = (paragraph: XmlElement): XmlElement[] =>
  paragraph.elements().flatMap((child) => (child.name === 't' ? [child] : ['p', 'pPr', 'rPr', 'del', 'delText', 'instrText'].includes(child.name) ? [] : textsOf(child)));

export const paragraphText = (paragraph: XmlElement): string => textsOf(paragraph).map(({ text }) => text).join('');

/** The paragraphs of a cell, or of what else holds some; those of tables within are not among them. */
export const paragraphsOf = (holder: XmlElement): XmlElement[] =>
  holder.elements().flatMap((child) => (child.name === 'tbl' ? [] : child.name === 'p' ? [child, ...paragraphsOf(child)] : paragraphsOf(child)));

const cellText = (cell: XmlElement): string => paragraphsOf(cell).map(paragraphText).join('\n');

function tableOf(element: XmlElement, name: string): WordTable {
  const rows = contentOf(element, 'tr').map((row) => {
    let column = Number(row.first('trPr')?.first('gridBefore')?.get('w:val') ?? 0);
    const cells = contentOf(row, 'tc').map((cell): WordCell => {
      const properties = cell.first('tcPr');
      const left = column;
      column += Math.max(1, Number(properties?.first('gridSpan')?.get('w:val') ?? 1));
      const merged = properties?.first('vMerge');
      return { element: cell, left, right: column - 1, continues: merged !== undefined && merged.get('w:val') !== 'restart' };
    });
    return { element: row, cells };
  });
  return { name, element, rows };
}

/** Rows and cells may be wrapped by controls for filling in. */
const contentOf = (holder: XmlElement, name: string): XmlElement[] =>
  holder.elements().flatMap((child) => (child.name === name ? [child] : child.name === 'sdt' || child.name === 'sdtContent' ? contentOf(child, name) : []));

const tablesIn = (holder: XmlElement): XmlElement[] => holder.elements().flatMap((child) => (child.name === 'tbl' ? [child] : child.name === 'tr' ? [] : tablesIn(child)));

export async function openWord(office: OfficeFile): Promise<WordForm> {
  const main = await mainPart(office);
  const root = rootOf(await office.tree(main), office.name);
  const edges: XmlElement[] = [];
  for (const { kind, part } of await office.relations(main)) if ((kind === 'header' || kind === 'footer') && part !== null && office.has(part)) edges.push(rootOf(await office.tree(part), office.name));
  return { office, paragraphs: [root, ...edges].flatMap(paragraphsOf), tables: [root, ...edges].flatMap(tablesIn).map((table, at) => tableOf(table, `表 ${at + 1}`)) };
}

function tableGrid({ name, rows }: WordTable): FormGrid {
  const merges: Block[] = [];
  const texts: SheetRow[] = [];
  let width = 0;
  rows.forEach(({ cells }, at) => {
    const line: string[] = [];
    for (const { element, left, right, continues } of cells) {
      while (line.length <= left) line.push('');
      if (!continues) line[left] = cellText(element);
      width = Math.max(width, right + 1);
      const bottom = continues ? at : lastOfMerge(rows, at, left);
      if (!continues && (right > left || bottom > at)) merges.push({ top: at + 1, bottom: bottom + 1, left, right });
    }
    if (line.some((text) => text.trim() !== '')) texts.push({ number: at + 1, cells: line });
  });
  return { name, hidden: false, rows: texts, merges, last: rows.length, width, framed: () => true, worked: () => false };
}

function lastOfMerge(rows: WordTable['rows'], from: number, left: number): number {
  let last = from;
  while (rows[last + 1]?.cells.some((cell) => cell.left === left && cell.continues) === true) last++;
  return last;
}

/** A document as forms are read from it: its text, and each of its tables. */
export function wordGrids({ paragraphs, tables }: WordForm): FormGrid[] {
  const rows = paragraphs.flatMap((paragraph, at): SheetRow[] => {
    const text = paragraphText(paragraph);
    return text.trim() === '' ? [] : [{ number: at + 1, cells: [text] }];
  });
  const body: FormGrid = { name: bodyName, hidden: false, rows, merges: [], last: paragraphs.length, width: 1, framed: () => false, worked: () => false };
  return [body, ...tables.map(tableGrid)];
}
