import type { NewRowsCheck } from '../../../shared/contract/inserting.ts';
import type { Writer } from '../storage/commands.ts';
import type { Remarks } from './new-row.ts';

/** What new rows would come to; written only where nothing of it is refused. */
export interface InsertPlan {
  readonly remarks: Remarks;
  readonly people: number;
  readonly households: number;
  readonly records: number;
  readonly following: NewRowsCheck['following'];
  readonly proposed: NewRowsCheck['proposed'];
  /** What was done, in the clerk's words. */
  readonly label: string;
  /** Writes it inside a command; answers the table's new rows, in the order of what was given. */
  write(writer: Writer): string[];
}
