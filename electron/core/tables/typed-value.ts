import { Refusal } from '../../../shared/contract/errors.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { kindOf, type Field } from '../../../shared/register/field.ts';

/** Why something cannot be written, and what to do. */
export interface Problem {
  readonly what: string;
  readonly remedy: string;
}

export type Typed = { readonly value: Stored; readonly problem?: undefined } | { readonly value?: undefined; readonly problem: Problem };

/** What a person typed, read by the field's kind; a problem where it is no value of it, or nothing where something must be. */
export function understandTyped(field: Field, text: string, today: string): Typed {
  const reading = kindOf(field).read(text, { today, typed: true });
  if (!reading.ok) return { problem: { what: reading.refused.message, remedy: reading.refused.remedy } };
  if (reading.flag) return { problem: { what: reading.flag.message, remedy: reading.flag.remedy } };
  // Without its year a record of a ledger that has years would be lost from sight.
  if (reading.value === null && (field.required === true || (field.entity === 'entry' && field.key === 'year'))) return { problem: { what: `${field.label}不能空着`, remedy: '请填写' } };
  return { value: reading.value };
}

/** The same, refusing. */
export function readTyped(field: Field, text: string, today: string, where: string): Stored {
  const { value, problem } = understandTyped(field, text, today);
  if (problem) throw new Refusal('VALUE_REFUSED', problem.what, { where, remedy: problem.remedy });
  return value;
}
