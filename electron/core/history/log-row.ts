import type { Stored } from '../../../shared/fields/reading.ts';
import type { Entity } from '../../../shared/register/field.ts';

/** One entry of the log as the register holds it. */
export interface LoggedChange {
  readonly entity: Entity;
  readonly rowId: string;
  readonly action: 'create' | 'set' | 'delete';
  readonly field: string | null;
  readonly old: Stored;
  readonly new: Stored;
}

/** The same with the file that it came from. */
export interface SourcedChange extends LoggedChange {
  readonly file: string | null;
  readonly sheet: string | null;
  readonly columns: string | null;
  readonly sheetRow: number | null;
}
