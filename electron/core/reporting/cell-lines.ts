import { emsOf, linesWithin } from '../../../shared/papers/line-breaks.ts';

/** A character of Chinese at 11 points is so many of those in which a spreadsheet measures columns; blank at both sides of a cell, in these. */
export const charactersOfEm = 2.1;
export const cellSides = 1.7;
const usual = 11;

/** Lines that a text takes in a cell so many characters wide: whoever opens a workbook does not reckon heights anew. */
export function linesInCell(text: string, width: number, points = usual): number {
  const room = (((width - cellSides) / charactersOfEm) * usual) / points;
  // No character is wider than an em.
  if (!text.includes('\n') && (text.length <= room || emsOf(text) <= room)) return 1;
  return linesWithin(text, Math.max(1, room));
}

/** How high so many lines stand, in points. */
export const heightOfLines = (lines: number, points = usual): number => Math.min(400, Math.round((lines * points * 1.36 + 4) * 10) / 10);
