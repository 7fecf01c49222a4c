import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SheetRow } from '../../../shared/sheets/cells.ts';
import { textSheet } from '../../../shared/sheets/sheet-place.ts';
import { maximumColumns, stopWhenCancelled, tooWideSheet } from './read-refusals.ts';
import { batchSize } from './read-sheet.ts';
import type { Workbook } from './read-sheet.ts';

/** A text file with commas, tabs or semicolons. Every cell is text; ="…", which keeps Excel's hands off digits, is taken off. */
export function openCsv(text: string, file: string): Workbook {
  const hint = /^sep=(.)\r?\n/i.exec(text);
  const delimiter = hint?.[1] ?? guessDelimiter(text);
  const start = hint?.[0].length ?? 0;
  const rowsOf = async function* (signal?: AbortSignal): AsyncGenerator<readonly SheetRow[]> {
    let batch: SheetRow[] = [];
    let number = hint ? 1 : 0;
    for (const cells of records(text, start, delimiter, file)) {
      number += 1;
      if (number % batchSize === 0) {
        await nextTurn();
        stopWhenCancelled(signal, file);
      }
      if (cells.length > 0) batch.push({ number, cells });
      if (batch.length === batchSize) {
        yield batch;
        batch = [];
      }
    }
    if (batch.length > 0) yield batch;
  };
  return { format: 'csv', sheets: [{ name: textSheet, hidden: false, rows: rowsOf }], close: () => undefined };
}

/** The delimiter that the first lines hold most of, outside of quotes; a comma when there is none. */
export function guessDelimiter(text: string): string {
  const counts: Record<string, number> = { ',': 0, '\t': 0, ';': 0 };
  let quoted = false;
  let lines = 0;
  for (let at = 0; at < text.length && at < 65_536 && lines < 20; at += 1) {
    const character = text[at] as string;
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n') lines += 1;
    else if (character in counts) counts[character] = (counts[character] ?? 0) + 1;
  }
  return Object.entries(counts).reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** Records with trailing empty cells cut off; [] for an empty one, so that the record numbers stay those of the file. */
function* records(text: string, start: number, delimiter: string, file: string): Generator<string[]> {
  let cells: string[] = [];
  let blanks = 0;
  let at = start;
  const length = text.endsWith('\u001A') ? text.length - 1 : text.length;
  while (at < length) {
    const [cell, next] = readCell(text, at, length, delimiter);
    if (cell === '') blanks += 1;
    else {
      if (cells.length + blanks >= maximumColumns) throw tooWideSheet(file, textSheet);
      for (; blanks > 0; blanks -= 1) cells.push('');
      cells.push(cell);
    }
    at = next;
    if (at < length && text.startsWith(delimiter, at)) {
      at += 1;
      if (at < length) continue;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    yield cells;
    cells = [];
    blanks = 0;
  }
}

/** The cell that starts at `at`, and the position of the delimiter or line break after it. */
function readCell(text: string, at: number, length: number, delimiter: string): [string, number] {
  const wrapped = text.startsWith('="', at);
  const opening = wrapped ? at + 1 : at;
  if (text[opening] === '"') {
    const close = closingQuote(text, opening, length);
    const inside = text.slice(opening + 1, close).replaceAll('""', '"');
    const end = endOfCell(text, close + 1, length, delimiter);
    // What follows the closing quote is kept, as Excel keeps it: "a"b is ab.
    const whole = inside + text.slice(close + 1, end);
    return [wrapped ? whole : unwrap(whole), end];
  }
  const end = endOfCell(text, at, length, delimiter);
  return [unwrap(text.slice(at, end)), end];
}

function closingQuote(text: string, opening: number, length: number): number {
  let at = opening + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote >= length) return length;
    if (text[quote + 1] !== '"') return quote;
    at = quote + 2;
  }
}

function endOfCell(text: string, from: number, length: number, delimiter: string): number {
  let at = from;
  for (; at < length; at += 1) {
    const character = text[at];
    if (character === delimiter || character === '\n' || character === '\r') break;
  }
  return Math.min(at, length);
}

const unwrap = (cell: string): string => /^="([^]*)"$/.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell;
