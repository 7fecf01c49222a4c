import type { Field } from '../field.ts';
import { ownerOfKey, ownField, type OwnColumn } from './own-column.ts';

/**
 * The columns that the open register declares besides the built-in ones. Core and page each hold at most one register, so there is
 * one such list in each; it is replaced as a whole whenever a register is opened, closed, or its declarations change.
 */
let spoken: readonly OwnColumn[] = [];
let text = '[]';
let turn = 0;

/** Declares what the open register adds to the vocabulary; nothing of the one before stays. Answers whether that changed anything. */
export function speak(columns: readonly OwnColumn[]): boolean {
  if (columns === spoken) return false;
  const next = JSON.stringify(columns);
  if (next === text) {
    spoken = columns;
    return false;
  }
  [spoken, text, turn] = [columns, next, turn + 1];
  return true;
}

/** Grows with every change of the vocabulary. */
export const vocabularyTurn = (): number => turn;

/** Something made from the vocabulary: made when it is asked for first, and anew after the vocabulary changed. */
export function following<T>(make: () => T): () => T {
  let made: { readonly of: number; readonly value: T } | undefined;
  return () => (made?.of === turn ? made : (made = { of: turn, value: make() })).value;
}

/** The same for many things of one sort, each made when it is asked for. */
export function followingEach<Key, T>(make: (key: Key) => T): (key: Key) => T {
  const kept = following(() => new Map<Key, { readonly value: T }>());
  return (key) => {
    let found = kept().get(key);
    if (!found) kept().set(key, (found = { value: make(key) }));
    return found.value;
  };
}

/** The own columns' fields, retired ones included: history still speaks of them. */
export const everyOwnField = following((): readonly Field[] => spoken.map(ownField));

/** Those in use. */
export const ownFields = following((): readonly Field[] => everyOwnField().filter(({ own }) => own?.state !== 'retired'));

/** Those of one ledger. */
export const ownFieldsOfLedger = followingEach((ledger: string): readonly Field[] => ownFields().filter(({ key }) => ownerOfKey(key)?.ledger === ledger));
