import type { Stored } from '../fields/reading.ts';
import { kindOf } from './field.ts';
import { findField } from './vocabulary.ts';

/** What a column of the register is called on screens and papers. */
export const labelOf = (column: string): string => findField(column)?.label ?? (column === 'extra' ? '其他列' : column);

/** A value in the clerk's words; 空 for nothing. */
export function shown(column: string, value: Stored): string {
  const field = findField(column);
  const text = field ? kindOf(field).show(value) : value === null ? '' : String(value);
  return text === '' ? '空' : text;
}
