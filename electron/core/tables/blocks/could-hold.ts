import { kindOf, type Field } from '../../../../shared/register/field.ts';
import { like } from '../filter-condition.ts';
import type { ColumnSource } from '../sources.ts';

/** Signs that what cells of a kind show is made of. */
const signsOf: Partial<Record<Field['kind'], RegExp>> = { money: /^[\d.,-]+$/, count: /^\d+$/, measure: /^[\d.-]+$/, year: /^\d+$/, date: /^[\d-]+$/, month: /^[\d-]+$/, yesNo: /^[是否]$/ };

/** Whether a column can hold cells that show the text at all: most cannot, and need not be read. */
export function couldHold(field: Field, text: string): boolean {
  if (field.kind === 'code' && field.codes && !field.codes.several) {
    const wanted = text.toLowerCase();
    return field.codes.values.some(({ value }) => kindOf(field).show(value).toLowerCase().includes(wanted));
  }
  return signsOf[field.kind]?.test(text) ?? true;
}

/** SQL that is true of every row whose cell shows the text ?2 as LIKE takes it, and of few others. */
export function holds({ field, sql }: ColumnSource): string {
  const shown = field.kind === 'money' ? `printf('%,.2f', ${sql} / 100.0)` : sql;
  return `${shown} LIKE ?2 ESCAPE '\\'`;
}

/** The text for it; letters beyond ASCII have capitals that SQLite does not know. */
export const likeText = (text: string): string => (/[^\0-\x7f]/.test(text) && text.toLowerCase() !== text.toUpperCase() ? '%' : `%${like(text)}%`);
