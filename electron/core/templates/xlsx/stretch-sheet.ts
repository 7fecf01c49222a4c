import { addressOf } from '../../../../shared/templates/form-grid.ts';
import { escapeXml, type XmlElement } from '../xml-tree.ts';
import { copiedFormula, parseRange, rangeText, sharedFormula, type Stretch, stretchedFormula, stretchedRange, stretchedRanges } from './references.ts';
import { clearCell } from './write-cell.ts';
import type { SheetCells } from './sheet-cells.ts';

/** What of a worksheet speaks of areas, by element: the attribute that names them. */
const areas: Readonly<Record<string, string>> = { hyperlink: 'ref', dataValidation: 'sqref', conditionalFormatting: 'sqref', ignoredError: 'sqref', protectedRange: 'sqref', autoFilter: 'ref', sortState: 'ref', sortCondition: 'ref', dimension: 'ref', cellWatch: 'r' };
/** What holds a formula as its text. */
const formulas = new Set(['formula', 'formula1', 'formula2', 'f']);

const setText = (element: XmlElement, text: string): void => {
  if (element.text !== text) element.children = [escapeXml(text)];
};

/** Formulas that cells share are written down in each cell: rows between them would tear them apart. */
function unshare(cells: SheetCells): void {
  const masters = new Map<string, { readonly formula: string; readonly row: number; readonly column: number }>();
  for (const row of cells.rows.keys()) {
    for (const { column, cell } of cells.cellsOf(row)) {
      const formula = cell.first('f');
      if (formula?.get('t') !== 'shared') continue;
      const index = formula.get('si') ?? '';
      const master = masters.get(index);
      if (formula.text !== '') masters.set(index, { formula: formula.text, row, column });
      else if (master) formula.text = sharedFormula(master.formula, row - master.row, column - master.column);
      for (const attribute of ['t', 'si', 'ref']) formula.unset(attribute);
    }
  }
}

/** The rows between which others are put. */
interface Alike {
  /** The last of the rows that are alike; less than the stretched one where the new rows are like none, but blank. */
  readonly last: number;
  /** Columns that have the same word in every row. */
  readonly words: ReadonlySet<number>;
}

/** A row of the list once more, without what stood in it but what stands in every row: formats, height and formulas as they are. */
function copyOfRow(cells: SheetCells, home: string, stretch: Stretch, words: ReadonlySet<number>, by: number): XmlElement | null {
  const model = cells.rows.get(stretch.at);
  if (!model) return null;
  const copy = model.copy();
  copy.set('r', String(stretch.at + by));
  const columns = cells.cellsOf(stretch.at);
  copy.elements('c').forEach((cell, at) => {
    cell.set('r', addressOf(stretch.at + by, columns[at]?.column ?? at));
    const formula = cell.first('f');
    if (formula) {
      formula.unset('ref');
      formula.unset('t');
      setText(formula, copiedFormula(formula.text, home, stretch, by));
    } else if (!words.has(columns[at]?.column ?? at)) clearCell(cell);
  });
  return copy;
}

function moveRows(cells: SheetCells, home: string, stretch: Stretch, { last: lastOfBody, words }: Alike): void {
  const { at, count } = stretch;
  const copies = lastOfBody < at ? [] : Array.from({ length: count }, (_, by) => copyOfRow(cells, home, stretch, words, by + 1)).filter((row) => row !== null);
  const models = new Map(cells.cellsOf(at).flatMap(({ column, cell }) => (cell.first('f') ? [[column, cell.first('f')?.text ?? ''] as const] : [])));
  for (const [number, row] of cells.rows) {
    const below = number > at;
    for (const { column, cell } of cells.cellsOf(number)) {
      const formula = cell.first('f');
      if (formula && formula.text !== '') {
        const model = number > at && number <= lastOfBody ? models.get(column) : undefined;
        setText(formula, model === undefined ? stretchedFormula(formula.text, home, stretch, number === at) : copiedFormula(model, home, stretch, number + count - at));
      }
      const ref = formula?.get('ref');
      if (formula && ref !== undefined) formula.set('ref', stretchedRange(ref, stretch, false));
      if (below) cell.set('r', addressOf(number + count, column));
    }
    if (below) row.set('r', String(number + count));
  }
  if (copies.length > 0) {
    const { children } = cells.data;
    const model = cells.rows.get(at);
    children.splice(children.findIndex((child) => child === model) + 1, 0, ...copies);
  }
  cells.number();
}

function moveMerges(root: XmlElement, { at, count, sheet }: Stretch, alike: boolean): void {
  const merges = root.first('mergeCells');
  if (!merges) return;
  const copies: XmlElement[] = [];
  for (const merge of merges.elements('mergeCell')) {
    const ref = merge.get('ref') ?? '';
    const block = parseRange(ref);
    if (block?.top === at && block.bottom === at) {
      for (let by = 1; alike && by <= count; by++) copies.push(merge.beside('mergeCell', { ref: rangeText({ ...block, top: at + by, bottom: at + by }) }));
    } else merge.set('ref', stretchedRange(ref, { at, count, sheet }, false));
  }
  merges.children.push(...copies);
  if (copies.length > 0 && merges.get('count') !== undefined) merges.set('count', String(merges.elements('mergeCell').length));
}

/**
 * Puts rows below the row `at` of a worksheet, like it in everything; what stands below goes down, and whatever speaks of areas — merged
 * cells, rules, filters, page breaks, formulas — goes along.
 */
export function stretchSheet(cells: SheetCells, home: string, stretch: Stretch, alike: Alike): void {
  if (cells.data.all('f').some((formula) => formula.get('t') === 'shared')) unshare(cells);
  moveRows(cells, home, stretch, alike);
  moveMerges(cells.root, stretch, alike.last >= stretch.at);
  for (const element of besidesRows(cells.root)) {
    const area = areas[element.name];
    const refs = area === undefined ? undefined : element.get(area);
    if (area !== undefined && refs !== undefined) element.set(area, stretchedRanges(refs, stretch));
    if (formulas.has(element.name)) setText(element, stretchedFormula(element.text, home, stretch));
    else if (element.name === 'sqref') setText(element, stretchedRanges(element.text, stretch));
    else if (element.name === 'brk') moveBreak(element, stretch);
  }
}

/** A break between pages below a row goes down with it; of a break between columns the rows are all. */
function moveBreak(element: XmlElement, { at, count }: Stretch): void {
  const row = Number(element.get('id'));
  const ofColumns = Number(element.get('max')) > 16_383;
  if (!ofColumns && row >= at) element.set('id', String(row + count));
}

/** Everything of a worksheet but its rows. */
function besidesRows(element: XmlElement): XmlElement[] {
  return element.elements().flatMap((child) => (child.name === 'sheetData' ? [] : [child, ...besidesRows(child)]));
}

/** A formula of another sheet that speaks of the stretched one. */
export function stretchOther(root: XmlElement, home: string, stretch: Stretch): void {
  for (const name of formulas) for (const formula of root.all(name)) setText(formula, stretchedFormula(formula.text, home, stretch));
}
