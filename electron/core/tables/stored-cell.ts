import type { Entity } from '../../../shared/register/field.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { behind, readBlockRows } from './blocks/block-rows.ts';
import { tableRow } from './rows.ts';
import { columnOf, sourceOf } from './sources.ts';

export interface CellAddress {
  readonly subject: Subject;
  readonly id: string;
  readonly year: number;
  readonly field: string;
}

interface StoredCell {
  readonly entity: Entity;
  /** Undefined where the year's record does not exist yet, or where the record is about nobody who could have the value. */
  readonly id: string | undefined;
}

/** The row of the register behind a cell. */
export function storedCell(register: RegisterFile, cell: CellAddress): StoredCell {
  const column = columnOf(sourceOf(cell.subject), cell.field);
  tableRow(register, cell.subject, cell.id, cell.year);
  const [row] = readBlockRows(register, cell, [cell.id], [column]);
  return { entity: column.field.entity, id: row && behind(row, column.field).rowId };
}
