import { createContext, useContext } from 'react';
import type { Stands } from '../../shared/contract/errors.ts';
import type { HouseholdCard } from '../../shared/contract/tables.ts';
import type { Stored } from '../../shared/fields/reading.ts';
import type { Field } from '../../shared/register/field.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import type { Lock } from '../../shared/sheets/table-lock.ts';

/** One value on the card: a cell of one of the tables, so that it is written, undone and told like in the grid. */
export interface CardValue {
  readonly subject: Subject;
  readonly id: string;
  readonly year: number;
  readonly field: Field;
  readonly value: Stored;
  /** Whose it is, for the line at the foot. */
  readonly whose: string;
}

export const sameValue = (one: CardValue | null, other: CardValue): boolean => one !== null && one.subject === other.subject && one.id === other.id && one.year === other.year && one.field.key === other.field.key;

/** Why a value was not written, in the clerk's words, and what somebody else has written there meanwhile. */
export interface NotWritten {
  readonly why: string;
  readonly stands: Stands | null;
}

/** Whose papers are stored at a desk. */
export interface Filed {
  /** null: the record with which they lie tells whose they are. */
  readonly householdId: string | null;
  /** Who a paper may be of, besides of all. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** What values and papers are written with: on the card, and beside a row of a ledger. */
export interface Desk {
  /** Up to which what stands here was read. */
  readonly revision: number;
  readonly filed: Filed;
  readonly year: number;
  readonly masked: boolean;
  /** Why nothing can be written at all. */
  readonly frozen: Lock | null;
  readonly chosen: CardValue | null;
  readonly choose: (value: CardValue) => void;
  /** Writes a value over what stood there at a revision; answers why it could not be, or null. */
  readonly write: (value: CardValue, text: string, base: number) => Promise<NotWritten | null>;
  /** Runs a write that is no single cell, tells what was done with an undo beside it, and reads again. False: it was refused, and told. */
  readonly run: (doing: string, work: () => Promise<{ readonly label: string; readonly revision: number }>) => Promise<boolean>;
}

/** What every part of the card works with. */
export interface CardDesk extends Desk {
  readonly card: HouseholdCard;
}

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk outside of a desk');
  return desk;
}

const CardContext = createContext<CardDesk | null>(null);
export const CardProvider = CardContext;

export function useCard(): CardDesk {
  const desk = useContext(CardContext);
  if (desk === null) throw new Error('useCard outside of a card');
  return desk;
}

/** While a household's answer is read again, its last one stands; another household's or year's never does. Keys are [what, household, year, …]. */
export function sameHousehold(householdId: string, year: number) {
  return <T>(before: T | undefined, query: { readonly queryKey: readonly unknown[] } | undefined): T | undefined => (query?.queryKey[1] === householdId && query.queryKey[2] === year ? before : undefined);
}
