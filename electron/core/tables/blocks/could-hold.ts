import { kindOf, type Field } from '../../../../shared/register/field.ts';

/**
 * What a part of what cells of a kind show looks like. Groups of three digits, two after the point: 4321 stands in no amount, 4,321 does. No
 * quantity has as many digits as a telephone number, no number of things as many as an identity number.
 */
const partsOf: Partial<Record<Field['kind'], RegExp>> = {
  money: /^-?\d{0,3}(,\d{3})*(,\d{0,2}|\.\d{0,2})?$/,
  count: /^\d{1,16}$/,
  measure: /^-?\d{0,10}(\.\d{0,4})?$/,
  year: /^\d{1,4}$/,
  date: /^[\d-]{1,10}$/,
  month: /^[\d-]{1,7}$/,
  yesNo: /^[是否]$/,
};

/** Whether a column can hold cells that show the text at all: most cannot, and need not be read. */
export function couldHold(field: Field, text: string): boolean {
  // The office may take a choice of its own away while cells still hold it.
  if (field.kind === 'code' && field.codes && !field.codes.several && !field.own) {
    const wanted = text.toLowerCase();
    return field.codes.values.some(({ value }) => kindOf(field).show(value).toLowerCase().includes(wanted));
  }
  return partsOf[field.kind]?.test(text) ?? true;
}
