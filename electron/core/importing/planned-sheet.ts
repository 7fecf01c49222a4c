import type { Ledger } from '../../../shared/register/ledgers/ledger.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Entity } from '../../../shared/register/field.ts';
import type { Since } from './draft.ts';
import type { Recognised } from '../../../shared/sheets/recognise.ts';

/** A recognised sheet while its rows are being planned. */
export interface PlannedSheet {
  /** importSheet.id */
  readonly id: number;
  readonly file: string;
  readonly recognised: Recognised;
  readonly department: string;
  /** Of a sheet that was sent out to be filled in. */
  readonly since?: Since | undefined;
  /** 0-based column by target. */
  readonly columnOf: ReadonlyMap<string, number>;
  /** The stored fields that the sheet has columns for. */
  readonly keysOf: Readonly<Record<Entity, readonly string[]>>;
  /** What a row that such a sheet makes begins as: nulls, in the order in which its values will stand. */
  readonly blankOf: Readonly<Record<Entity, Readonly<Record<string, Stored>>>>;
  /** Of the ledgers that such a sheet fills besides, those of which it says something. */
  readonly ledgers: readonly Ledger[];
  /** What titles and names say for every row: values by field key. */
  readonly told: Readonly<Record<string, string>>;
  /** The day of which the sheet tells (yyyy-MM-dd), for events; today where it says none. */
  readonly day: string;
}
