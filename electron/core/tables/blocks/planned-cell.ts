import type { Stands } from '../../../../shared/contract/errors.ts';
import type { Stored } from '../../../../shared/fields/reading.ts';
import type { Entity, Field } from '../../../../shared/register/field.ts';
import type { Table } from '../../../../shared/sheets/table.ts';
import type { Problem } from '../typed-value.ts';

export interface CellRefusal extends Problem {
  readonly code: 'VALUE_REFUSED' | 'STALE' | 'NOT_FOUND';
  /** Of a STALE cell: what somebody else has written there. */
  readonly stands?: Stands;
}

/** One cell of a block: what stands there, what is to, and why it cannot. */
export interface PlannedCell {
  /** Place of the row in the answer. */
  readonly row: number;
  /** Id of the row of the table. */
  readonly id: string;
  readonly householdId: string;
  /** What the row is called. */
  readonly name: string;
  readonly field: Field;
  readonly entity: Entity;
  /** The row of the register behind the cell; undefined where the year's record does not exist yet. */
  readonly rowId: string | undefined;
  /** Whose record of the year it would be. */
  readonly owner: string;
  readonly text: string;
  readonly old: Stored;
  readonly value: Stored;
  refusal: CellRefusal | null;
}

/** 低保名单 · 张试一 · 低保金额. */
export const whereOf = ({ ledger, title }: Table, { name, field }: Pick<PlannedCell, 'name' | 'field'>): string => [...(ledger ? [title] : []), name, field.label].join(' · ');

export const refused = (code: CellRefusal['code'], { what, remedy }: Problem): CellRefusal => ({ code, what, remedy });
