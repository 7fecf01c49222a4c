import type { RefusalCode } from '../../../shared/contract/errors.ts';
import type { PackedRows } from './packed-rows.ts';

/** Messages of rows that may be under way at once: enough that neither side waits, few enough that memory stays bounded. */
export const mostAhead = 4;

/** What read-aside.ts says to its thread: first of all which workbook it is to open. */
export type ToThread =
  | { readonly ask: 'open'; readonly bytes: Uint8Array; readonly file: string }
  | { readonly ask: 'rows'; readonly id: number; readonly sheet: number }
  | { readonly ask: 'more' | 'stop'; readonly id: number };

export interface ToldRefusal {
  readonly code: RefusalCode;
  readonly what: string;
  readonly where: string | undefined;
  readonly remedy: string | undefined;
}

/** What its thread says to read-aside.ts. */
export type FromThread = { readonly id: number } & ({ readonly packed: PackedRows } | { readonly end: true } | { readonly refused: ToldRefusal } | { readonly fault: string });
