import { type Entity, type Field } from './field.ts';
import { helperFields } from './helper-fields.ts';
import { householdFields } from './household-fields.ts';
import { householdYearFields } from './household-year-fields.ts';
import { ledgers } from './ledgers/index.ts';
import { recordYear } from './ledgers/record-year.ts';
import { memberFields, memberYearFields } from './member-fields.ts';

/** The whole vocabulary, in the order in which the register shows it. */
export const vocabulary: readonly Field[] = [
  ...householdFields,
  ...householdYearFields,
  ...memberFields,
  ...memberYearFields,
  ...helperFields,
  recordYear,
  ...ledgers.flatMap(({ fields }) => fields),
];

const byKey = new Map(vocabulary.map((field) => [field.key, field]));
if (byKey.size !== vocabulary.length) throw new Error('Two fields of the vocabulary share a key');

/** The field of that key; an unknown key is a defect. */
export function field(key: string): Field {
  const found = byKey.get(key);
  if (!found) throw new Error(`No field ${key} in the vocabulary`);
  return found;
}

export const findField = (key: string): Field | undefined => byKey.get(key);

/** The fields of an entity that are stored in its table. */
export const storedFields = (entity: Entity): readonly Field[] =>
  vocabulary.filter((entry) => entry.entity === entity && !entry.derived);
