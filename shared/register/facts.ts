import type { Stored } from '../fields/reading.ts';

/** Values by field key; a key that is absent is the same as null. */
export type Values = Readonly<Record<string, Stored | undefined>>;

export interface MemberFacts {
  readonly id: string;
  readonly householdId: string;
  /** Fields of `member` and of `memberYear` for the year asked for. */
  readonly values: Values;
}

export interface HelperFacts {
  readonly id: string;
  readonly values: Values;
}

/** A record of a ledger: of the household, or of one of its members. */
export interface RecordFacts {
  readonly id: string;
  readonly memberId: string | null;
  readonly year: number | null;
  readonly values: Values;
}

/** Records by the key of their ledger, of all years, newest year first. */
export type Records = Readonly<Record<string, readonly RecordFacts[] | undefined>>;

/**
 * One household as checks, papers and exports read it: the household with its year's record (head's name, number and
 * identity number among the values), its members in the order of the sheets (head first), its helpers, and last year's record.
 */
export interface HouseholdFacts {
  readonly id: string;
  readonly year: number;
  readonly values: Values;
  /** The household's record of the year before, empty where there is none. */
  readonly lastYear: Values;
  readonly members: readonly MemberFacts[];
  readonly helpers: readonly HelperFacts[];
  /** Of the ledgers that were asked for. */
  readonly records: Records;
}

/** A value as text, '' for nothing. */
export const textOf = (values: Values, key: string): string => {
  const value = values[key];
  return value === null || value === undefined ? '' : String(value);
};

/** A number, or null for nothing; a text in a number's place is a defect. */
export const numberOf = (values: Values, key: string): number | null => {
  const value = values[key];
  if (value === null || value === undefined) return null;
  if (typeof value !== 'number') throw new Error(`Field ${key} holds text where a number belongs`);
  return value;
};
