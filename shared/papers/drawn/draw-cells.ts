import { evenWithin, linesWithin } from '../line-breaks.ts';
import { pointsOfMm, type Face, type Sheet } from './drawing.ts';

/** How a table is ruled; in em, its rules in points. */
export interface Ruling {
  readonly line: number;
  /** Blank above and below what a cell says, and at its sides. */
  readonly padding: number;
  readonly side: number;
  readonly rule: number;
}

const headGrey = 0.949;

export interface Cell {
  readonly text: string;
  readonly face: Face;
  readonly align: 'left' | 'center' | 'right';
  /** 0 is black, 1 white. */
  readonly ground?: number;
  /** Edges in points from the table's left edge. */
  readonly from: number;
  readonly to: number;
}

export const headCell = (text: string, face: Face, from: number, to: number): Cell => ({ text, face, align: 'center', ground: headGrey, from, to });

const roomOfCell = (wide: number, em: number, { side }: Ruling): number => Math.max(1, wide / em - 2 * side - 0.12);

/** The lines of what a cell says, in a room so many points wide. */
export const linesOfCell = (text: string, wide: number, em: number, ruling: Ruling): readonly string[] => evenWithin(text, roomOfCell(wide, em, ruling));

/** How many they are. */
export const countOfCell = (text: string, wide: number, em: number, ruling: Ruling): number => linesWithin(text, roomOfCell(wide, em, ruling));

/** A cell so many points high, its lines in the middle of it. */
export function drawCell(sheet: Sheet, { face, align, ground, from, to }: Cell, lines: readonly string[], place: { readonly left: number; readonly top: number; readonly height: number }, { line, side, rule }: Ruling): void {
  const { em } = sheet;
  const [left, right, bottom] = [place.left + from, place.left + to, place.top + place.height];
  if (ground !== undefined) sheet.box(left, place.top, to - from, place.height, ground);
  let y = place.top + (place.height - lines.length * line * em) / 2;
  for (const text of lines) {
    sheet.text(text, { face, align, left: left + side * em, width: to - from - 2 * side * em, top: y, line: line * em });
    y += line * em;
  }
  sheet.line(left - rule / 2, place.top, right + rule / 2, place.top, rule);
  sheet.line(left - rule / 2, bottom, right + rule / 2, bottom, rule);
  sheet.line(left, place.top, left, bottom, rule);
  sheet.line(right, place.top, right, bottom, rule);
}

/** A ruled row of cells that all go from its upper to its lower edge; answers how high it is. */
export function drawRow(sheet: Sheet, cells: readonly Cell[], left: number, top: number, ruling: Ruling): number {
  const { em } = sheet;
  const broken = cells.map(({ text, from, to }) => linesOfCell(text, to - from, em, ruling));
  const height = (Math.max(1, ...broken.map(({ length }) => length)) * ruling.line + 2 * ruling.padding + 0.08) * em;
  cells.forEach((cell, at) => drawCell(sheet, cell, broken[at] ?? [], { left, top, height }, ruling));
  return height;
}

export const ruleOf = (mm: number): number => mm * pointsOfMm;
