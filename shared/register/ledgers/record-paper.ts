import type { Stored } from '../../fields/reading.ts';

/** A paper that a record of a ledger must have beside it: what it is called, the kinds of documents that will do, and why. */
export interface RecordPaper {
  readonly label: string;
  /** Kinds of documents (codes/document-codes.ts) of which one must be there; the first is offered. */
  readonly kinds: readonly string[];
  readonly why: string;
  /** Asked for once a field of the record (its key) says so. */
  readonly once: { readonly field: string; readonly says: 'anything' | '是' };
}

/** Whether the record asks for the paper by what it says now. */
export function asksFor({ once }: RecordPaper, values: Readonly<Record<string, Stored | undefined>>): boolean {
  const said = values[once.field] ?? null;
  return once.says === 'anything' ? said !== null && said !== '' : said === once.says;
}
