import type { HouseholdFacts, MemberFacts, RecordFacts } from '../register/facts.ts';

/** Whom a row of a sheet is about. */
export interface RowSubject {
  readonly household: HouseholdFacts;
  readonly member: MemberFacts | null;
  readonly record: RecordFacts | null;
}

/** Ledger fields that are written into every row before it is sent, by their short names. */
export type Given = Readonly<Record<string, string>>;

/**
 * One sheet of the workbook that an office fills in, declared once: which ledger it is about, whom its rows name, what is
 * known and locked, what is asked. Drop-downs follow from the fields. Its records come back by the ordinary import.
 */
export interface FillSheet {
  /** Stands in the codes of its rows. */
  readonly key: string;
  /** Name of the worksheet. */
  readonly title: string;
  readonly ledger: string;
  /** A row for every household or person that is meant, for every record that goes on, or empty rows alone. */
  readonly rows: 'households' | 'people' | 'records' | 'none';
  readonly meant?: (of: RowSubject, period: string) => boolean;
  /** Fields of the household or person that tell whose row it is. */
  readonly known: readonly string[];
  /** Short names of fields of the record that are known and locked where it is there already. */
  readonly standing?: readonly string[];
  /** What each row bears from the beginning; several for several rows a household or person. */
  readonly given?: (office: string, period: string, of: RowSubject | null) => readonly Given[];
  /** Short names of the fields that are asked. */
  readonly asked: (period: string) => readonly string[];
  /** Empty rows at the end, for what nobody knew of. */
  readonly blank: number;
  /** What is to be done, in a sentence above the table. */
  readonly note: string;
}

/** A workbook that is sent to every office in every month. */
export interface FillForm {
  readonly key: string;
  readonly title: string;
  readonly sheets: readonly FillSheet[];
}
