import { saysNothing } from '../fields/clean-text.ts';
import type { KindName } from '../fields/kinds.ts';
import { findField } from '../register/vocabulary.ts';
import { cellAt, cellText, type SheetRow } from './cells.ts';
import { isOtherHeader } from './other-header.ts';
import type { Column, Recognised } from './recognise.ts';

const sums = /^.{0,10}(小计|合计|总计|共计)[:：]?$/;
const notes = /^[（(]?(注|备注|附注|说明)[）)]?([:：0-9一二三四五六七八九十（(].*)?$/s;
const signatures = /^(填报|填表|填写|制表|审核|复核|经办|负责|单位负责|主管|分管|联系|报送).{0,6}[:：]|^(填报|填表|制表|审核|复核|经办)人?$|(签字|签名|签章|盖章)[）)]?[:：]?$/;
const pageMarks = /^[-—第共]*\d+页?[-—/共第]*\d*页?$|^第\d+页/;
/** One cell of a row of column numbers: 3, (3), ③, 甲, and 5=3+4 where the column is worked out. */
const numbering = /^[（(]?(\d{1,3})[）)]?(\.0)?(=[\d（）()+\-−×÷*/]+)?$/;
const numberingWords = /^[甲乙丙丁戊己庚辛壬癸]$|^(栏次|序号|行次|列次)$/;
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const hanCharacter = /\p{Script=Han}/u;
/** Nearly every row of every sheet has one; it is no column's number, no nought and no header. */
const longNumber = /^[0-9A-Za-z]{6}/;

const numbers = new Set<KindName | undefined>(['digits', 'identity', 'card']);
const folded = (text: string): string => text.replace(/\s+/g, '');

interface Filled {
  readonly index: number;
  readonly text: string;
  readonly column: Column | undefined;
}

/** From where on the columns stand beside the table: unknown ones behind a blank column, such as a list to choose from. */
function endOfTable(columns: readonly Column[]): number {
  const inOrder = columns.toSorted((a, b) => a.index - b.index);
  const lastKnown = inOrder.findLastIndex(({ target }) => target !== null);
  const gap = inOrder.findIndex(({ index }, at) => at > lastKnown && index > (inOrder[at - 1]?.index ?? index) + 1);
  return inOrder[gap]?.index ?? Number.POSITIVE_INFINITY;
}

function isNumbering(filled: readonly Filled[]): boolean {
  if (filled.length < 4) return false;
  let last: number | undefined;
  let count = 0;
  for (const { text } of filled) {
    const short = folded(text);
    if (numberingWords.test(short)) continue;
    const sign = short.length === 1 ? circled.indexOf(short) + 1 : 0;
    const number = sign > 0 ? sign : Number(numbering.exec(short)?.[1] ?? Number.NaN);
    if (!(last === undefined ? number >= 0 : number === last + 1)) return false;
    last = number;
    count++;
  }
  return count >= 3;
}

/** A single cell that heads a part of the table, or says something about it, and is nobody's row. */
function isHeading({ index, text, column }: Filled, first: number, identities: ReadonlySet<number>): boolean {
  if (!hanCharacter.test(text)) return false;
  if (column?.target === null || column === undefined || index === first || identities.has(index)) return true;
  return [...text].length >= 12 && /[。；：:，,（(]/.test(text);
}

/**
 * Tells whether a row below the header is one of the table. It is none when it is blank, repeats the header, numbers the
 * columns, is prepared for somebody who is not yet entered, or is a note, a sum, a heading, a signature or a page number
 * without any key. A number in a column of numbers makes a row of it whatever else stands there.
 */
export function rowOfTable({ columns }: Pick<Recognised, 'columns'>): (row: SheetRow) => boolean {
  const end = endOfTable(columns);
  const byIndex = new Map(columns.map((column) => [column.index, column]));
  const own = new Map(columns.map(({ index, header }) => [index, new Set([header, ...header.replace(/\.\d+$/, '').split(' / ')])]));
  const ordinals = new Set(columns.filter(({ target }) => target === '#ordinal').map(({ index }) => index));
  const first = Math.min(...columns.filter(({ index }) => !ordinals.has(index)).map(({ index }) => index));
  // A name alone may be a word such as 合计; a number of whatever kind is somebody's.
  const identities = new Set(columns.flatMap(({ target, index }) => (target !== null && numbers.has(findField(target)?.kind) ? [index] : [])));

  const keyColumns = [...identities];
  return (row) => {
    if (keyColumns.some((index) => longNumber.test(cellText(cellAt(row, index))))) return true;
    const all: Filled[] = [];
    for (let index = 0; index < row.cells.length && index < end; index++) {
      const text = cellText(row.cells[index]).trim();
      if (text !== '') all.push({ index, text, column: byIndex.get(index) });
    }
    const filled = all.filter(({ index }) => !ordinals.has(index));
    if (filled.length === 0) return false;
    const keyed = filled.some(({ index, text }) => identities.has(index) && (!hanCharacter.test(text) || /\d{14}/.test(text)));
    const repeated = keyed ? 0 : filled.filter(({ index, text }) => own.get(index)?.has(folded(text)) === true).length;
    if (repeated >= 2 && repeated * 2 >= filled.length) return false;
    if (isNumbering(filled)) return false;
    if (filled.every(({ text }) => saysNothing(text) || /^0(\.0+)?$/.test(text))) return false;
    // The header of another table is told as such; the reader refuses it and what stands below it.
    if (keyed || isOtherHeader(row)) return true;
    // What such a row is stands in front, if behind an ordinal.
    const texts = all.slice(0, 2).map(({ text }) => folded(text));
    if (texts.some((text) => sums.test(text) || signatures.test(text)) || notes.test(texts[0] ?? '')) return false;
    const [only] = filled;
    return !(only && all.length === 1 && (pageMarks.test(folded(only.text)) || isHeading(only, first, identities)));
  };
}
