import type { RefusalCode } from '../../../shared/contract/errors.ts';
import type { PackedRows } from './packed-rows.ts';

/** What read-aside.ts and its thread say to each other. */
export interface ThreadData {
  readonly bytes: Uint8Array;
  readonly file: string;
}

/** Messages of rows that may be under way at once: enough that neither side waits, few enough that memory stays bounded. */
export const mostAhead = 4;

export type ToThread = { readonly ask: 'rows'; readonly id: number; readonly sheet: number } | { readonly ask: 'more' | 'stop'; readonly id: number };

export interface ToldRefusal {
  readonly code: RefusalCode;
  readonly what: string;
  readonly where: string | undefined;
  readonly remedy: string | undefined;
}

export type FromThread = { readonly id: number } & ({ readonly packed: PackedRows } | { readonly end: true } | { readonly refused: ToldRefusal } | { readonly fault: string });
