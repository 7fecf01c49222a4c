import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Area, BlockCheck } from '../../../shared/contract/blocks.ts';
import type { Marks } from './paint-selection.ts';
import type { Span } from './span.ts';

/** What was copied here: where from, and the text that the clipboard has of it. */
export interface Kept {
  readonly span: Span;
  readonly area: Area;
  readonly cut: boolean;
  readonly text: string;
}

/** A question that a write waits for. */
export type Asking =
  | { readonly kind: 'refused'; readonly what: string; readonly check: BlockCheck; readonly answer: (choice: RefusedChoice) => void }
  | { readonly kind: 'blanks'; readonly cells: number; readonly answer: (blanks: Blanks | null, always: boolean) => void };

/** Nothing, the cells that nothing speaks against, or those as well that somebody else has written meanwhile. */
export type RefusedChoice = 'nothing' | 'good' | 'over';

export type Blanks = 'skip' | 'clear';

/** A fill that was just done, to be had the other way, too. */
export interface Filled {
  readonly pattern: Area;
  readonly into: Area;
  readonly mode: 'copy' | 'series';
}

/** The head whose menu is open, and where on screen. */
export interface HeadAt {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export interface HabitState {
  readonly kept: Kept | null;
  readonly filling: Marks['filling'];
  readonly asking: Asking | null;
  readonly filled: Filled | null;
  /** The bar that finds, with or without what replaces. */
  readonly finding: 'find' | 'replace' | null;
  readonly head: HeadAt | null;
  /** What is being done, while it takes long. */
  readonly busy: string | null;
}

export type HabitStore = StoreApi<HabitState>;

export const habitStore = (): HabitStore => createStore<HabitState>(() => ({ kept: null, filling: null, asking: null, filled: null, finding: null, head: null, busy: null }));
