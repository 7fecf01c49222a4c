import { columnLetters } from '../../../../shared/sheets/cells.ts';
import type { Block } from '../../../../shared/templates/form-grid.ts';

/** Rows that are put into a sheet below its row `at`. */
export interface Stretch {
  readonly sheet: string;
  readonly at: number;
  readonly count: number;
}

const columnNumber = (letters: string): number => [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** A5:C10 or A5 as cells; null for what is neither. */
export function parseRange(ref: string): Block | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(ref.trim());
  if (!found) return null;
  const [, left = '', top = '', right = left, bottom = top] = found;
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}

export const rangeText = ({ top, left, bottom, right }: Block): string => (top === bottom && left === right ? `${columnLetters(left)}${top}` : `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`);

/** The last row of a sheet: what reaches to it reaches over all rows. */
const lastRow = 1_048_576;

/** Where a row is after the stretch. */
export const shiftedRow = (row: number, { at, count }: Stretch): number => (row > at ? Math.min(lastRow, row + count) : row);

/**
 * The rows of an area after the stretch. An area that reaches the stretched row from above, and one of a single column or
 * `whole` width that stands in that row alone, goes on over the new ones: the sum below a list, its print area, its rules.
 */
function stretched(top: number, bottom: number, stretch: Stretch, alone: boolean): readonly [number, number] {
  const goesOn = bottom === stretch.at && (top < bottom || alone);
  return [shiftedRow(top, stretch), goesOn ? bottom + stretch.count : shiftedRow(bottom, stretch)];
}

/** A5:C10 after the stretch; areas of one row go on where `alone`. */
export function stretchedRange(ref: string, stretch: Stretch, alone: boolean): string {
  const block = parseRange(ref);
  if (!block) return ref;
  const [top, bottom] = stretched(block.top, block.bottom, stretch, alone);
  return top === block.top && bottom === block.bottom ? ref : rangeText({ ...block, top, bottom });
}

/** Several areas, separated by blanks. */
export const stretchedRanges = (refs: string, stretch: Stretch): string => refs.split(' ').map((ref) => stretchedRange(ref, stretch, true)).join(' ');

const cell = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const tokens = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"`,
    // Another file's cells.
    String.raw`'\[(?:[^']|'')*'![^\s,()+\-*/&=<>^]*`,
    String.raw`\[[^\[\]]*\][\p{L}\p{N}_.]+![^\s,()+\-*/&=<>^]*`,
    String.raw`\[[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\]`,
    String.raw`(?:(?<sheet>'(?:[^']|'')+'|[\p{L}_\\][\p{L}\p{N}_.\\]*)!)?(?<ref>${cell}(?::${cell})?|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6})(?![\p{L}\p{N}_(.!])`,
    String.raw`[\p{L}\p{N}_.\\]+`,
  ].join('|'),
  'gu',
);

/** A formula with each of its references written anew; what is quoted, named or elsewhere is left alone. `sheet` is null where the reference names none. */
export function mapReferences(formula: string, map: (ref: string, sheet: string | null) => string): string {
  return formula.replace(tokens, (...found) => {
    const [whole] = found as [string];
    const { sheet, ref } = found.at(-1) as { readonly sheet?: string; readonly ref?: string };
    if (ref === undefined) return whole;
    const named = sheet === undefined ? null : sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
    return `${sheet === undefined ? '' : `${sheet}!`}${map(ref, named)}`;
  });
}

const corner = /^(\$?)([A-Za-z]{0,3})(\$?)(\d{1,7})$/;

function moved(part: string, row: (row: number, fixed: boolean) => number): string {
  const found = corner.exec(part);
  if (!found) return part;
  const [, first = '', letters = '', second = '', digits = ''] = found;
  // In 5:10 the first sign fixes the row.
  const fixed = letters === '' ? first !== '' : second !== '';
  return `${first}${letters}${second}${row(Number(digits), fixed)}`;
}

const rowNumber = (part: string): number => Number(/\d+$/.exec(part)?.[0]);
const letters = (part: string): string => part.replaceAll(/[^A-Za-z]/g, '').toUpperCase();

/** A formula after the stretch. `home` is the sheet that it stands on; `inRow`: it stands in the stretched row and speaks of that row. */
export function stretchedFormula(formula: string, home: string, stretch: Stretch, inRow = false): string {
  return mapReferences(formula, (ref, sheet) => {
    if ((sheet ?? home) !== stretch.sheet) return ref;
    const [first = '', second] = ref.split(':');
    if (second === undefined) return moved(first, (row) => shiftedRow(row, stretch));
    const [top, bottom] = stretched(rowNumber(first), rowNumber(second), stretch, !inRow && letters(first) === letters(second));
    return `${moved(first, () => top)}:${moved(second, () => bottom)}`;
  });
}

/** The formula of the stretched row as it stands `by` rows further down. */
export function copiedFormula(formula: string, home: string, stretch: Stretch, by: number): string {
  return mapReferences(formula, (ref, sheet) => {
    if ((sheet ?? home) !== stretch.sheet) return ref;
    return ref
      .split(':')
      .map((part) => moved(part, (row, fixed) => (fixed || row > stretch.at ? shiftedRow(row, stretch) : row + by)))
      .join(':');
  });
}

/** A formula that several cells share, as it stands in one that lies `rows` and `columns` away from where it is written down. */
export function sharedFormula(formula: string, rows: number, columns: number): string {
  const away = (part: string): string => {
    const [, first = '', name = '', second = '', digits = ''] = corner.exec(part) ?? [];
    if (digits === '') return part;
    const fixedRow = name === '' ? first !== '' : second !== '';
    const column = name === '' || first !== '' ? name : columnLetters(columnNumber(name) + columns);
    return `${first}${column}${second}${fixedRow ? digits : Number(digits) + rows}`;
  };
  return mapReferences(formula, (ref) => ref.split(':').map(away).join(':'));
}

/** A formula that spoke of one sheet, now of another: a copy of the sheet speaks of itself. */
export function renamedFormula(formula: string, from: string, to: string): string {
  const quoted = `'${to.replaceAll("'", "''")}'`;
  return formula.replace(/'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!|"(?:[^"]|"")*"/gu, (whole, inQuotes: string | undefined, plain: string | undefined) => ((inQuotes?.replaceAll("''", "'") ?? plain) === from ? `${quoted}!` : whole));
}

/** A formula that spoke of one of Excel's own tables, now of another. */
export const renamedTable = (formula: string, from: string, to: string): string =>
  formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^[\]]*(?:\[[^[\]]*\][^[\]]*)*\]|[\p{L}_\\][\p{L}\p{N}_.\\]*(?![\p{L}\p{N}_.(!])/gu, (word) => (word.toLowerCase() === from.toLowerCase() ? to : word));
