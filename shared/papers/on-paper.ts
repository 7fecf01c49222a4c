import type { Stored } from '../fields/reading.ts';
import { kindOf, type Sensitivity } from '../register/field.ts';
import type { Values } from '../register/facts.ts';
import { field } from '../register/vocabulary.ts';

/** Where the paper hangs: `house`, inside the family's own house; `village`, where everybody passes. */
export type Place = 'house' | 'village';

const open: Readonly<Record<Place, ReadonlySet<Sensitivity>>> = { house: new Set(['public', 'inside']), village: new Set(['public']) };

/** 199****0001: enough to know whose it is, not enough to ring it. */
export const maskedPhone = (phone: string): string => (phone.length < 7 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`);

/** Whatever a hand has typed into a free text: a run of eleven digits or more is a phone, a card or an identity number. */
export const withoutNumbers = (text: string): string => text.replace(/\d(?:[\s-]?\d){10,}[Xx]?/g, (run) => `${run.slice(0, 3)}****`);

/**
 * A field's value as it may stand on a paper. What no paper may show has no way to it: a phone comes out masked, an
 * identity number or bank card, or a field not open in that place, is a defect of the paper that asks for it.
 */
export function onPaper(place: Place, values: Values, key: string): string {
  const asked = field(key);
  const value: Stored = values[key] ?? null;
  if (asked.kind === 'phone') return value === null ? '' : maskedPhone(String(value));
  if (!open[place].has(asked.sensitivity)) throw new Error(`Field ${key} may not stand on a paper for the ${place}`);
  return withoutNumbers(kindOf(asked).show(value));
}
