import type { BatchSummary } from '../../shared/changes/plan-types.ts';
import { sheetKey, type SheetName } from './sheet-words.ts';
import { sheetsOf } from './verdict-words.ts';

/** What each sheet of an import is called. */
export type SheetKindWords = (sheet: SheetName) => string;

const numbers = [...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'];

/** By its kind; several of a kind are told apart by a number. */
export function kindsBySheet(summary: BatchSummary): SheetKindWords {
  const words = new Map<string, string>();
  for (const [label, sheets] of Map.groupBy(sheetsOf(summary), ({ kindLabel }) => kindLabel ?? '')) {
    sheets.forEach((sheet, at) => words.set(sheetKey(sheet), sheets.length === 1 || label === '' ? label : `${label}${numbers[at] ?? `（${at + 1}）`}`));
  }
  return (sheet) => words.get(sheetKey(sheet)) ?? '';
}
