import { literal } from '../../reporting/literal-text.ts';
import type { FormValue } from '../form-value.ts';
import { escapeXml, type XmlElement } from '../xml-tree.ts';
import type { CellStyle } from './book.ts';

/** Takes out what stands in a cell; its format stays. */
export function clearCell(cell: XmlElement): void {
  const kept = cell.children.filter((child) => typeof child !== 'string' && !['v', 'is', 'f'].includes(child.name));
  if (kept.length !== cell.children.length) cell.children = kept;
  cell.unset('t');
}

/** Days of the calendar that Excel counts, from 1900 or 1904; null for a day before it begins. */
function serialOf(day: string, from1904: boolean): number | null {
  const days = Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 25_569 - (from1904 ? 1462 : 0);
  // Before March 1900 Excel counts a day that never was.
  return Number.isFinite(days) && days > (from1904 ? 0 : 60) ? days : null;
}

/** Runs of a text, as a shared one has them, in the cell itself. */
export function writeRuns(cell: XmlElement, runs: XmlElement): void {
  const inline = cell.beside('is');
  inline.children = runs.children.map((child) => (typeof child === 'string' ? child : child.copy()));
  clearCell(cell);
  cell.set('t', 'inlineStr');
  cell.children.push(inline);
}

function writeText(cell: XmlElement, text: string): void {
  clearCell(cell);
  if (text === '') return;
  const written = cell.beside('t', /^\s|\s$|\n|\s{2}/.test(text) ? { 'xml:space': 'preserve' } : {});
  written.children = [escapeXml(literal(text))];
  cell.set('t', 'inlineStr');
  cell.children.push(cell.beside('is', {}, [written]));
}

function writeNumber(cell: XmlElement, number: string): void {
  clearCell(cell);
  cell.children.push(cell.beside('v', {}, [number]));
}

/**
 * Writes a value into a cell in the cell's own format: an amount as a number, a day as a day where the format shows days, and
 * everything else — numbers of people and accounts, texts that begin with = — as text.
 */
export function writeValue(cell: XmlElement, value: FormValue, style: CellStyle | undefined, from1904: boolean): void {
  const { number, day } = value;
  const serial = day !== undefined && style?.date === true ? serialOf(day, from1904) : null;
  if (serial !== null) writeNumber(cell, String(serial));
  else if (number !== undefined && style?.text !== true) writeNumber(cell, number);
  else writeText(cell, value.text);
}
