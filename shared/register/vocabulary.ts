import { type Entity, type Field } from './field.ts';
import { helperFields } from './helper-fields.ts';
import { householdFields } from './household-fields.ts';
import { householdYearFields } from './household-year-fields.ts';
import { ledgers } from './ledgers/index.ts';
import { recordYear } from './ledgers/record-year.ts';
import { memberFields, memberYearFields } from './member-fields.ts';
import { declaringFields } from './own/declaring-fields.ts';
import { everyOwnField, following, followingEach, ownFields } from './own/spoken.ts';

const builtIn: readonly Field[] = [...householdFields, ...householdYearFields, ...memberFields, ...memberYearFields, ...helperFields];

/** An own column stands behind its group, where that is a built-in one, else behind all of its entity. */
function withOwn(fields: readonly Field[]): readonly Field[] {
  const all = [...fields];
  for (const own of ownFields()) {
    if (own.entity === 'entry') continue;
    const inGroup = all.findLastIndex(({ entity, group }) => entity === own.entity && group === own.group);
    const at = inGroup === -1 ? all.findLastIndex(({ entity }) => entity === own.entity) : inGroup;
    all.splice(at + 1, 0, own);
  }
  return all;
}

/** The whole vocabulary, in the order in which the register shows it: what is built in, and what the open register declares besides. */
export const vocabulary = following((): readonly Field[] => [...withOwn(builtIn), recordYear, ...ledgers.flatMap(({ fields }) => fields)]);

const byKey = following(() => {
  const all = [...vocabulary(), ...declaringFields];
  const found = new Map(all.map((field) => [field.key, field]));
  if (found.size !== all.length) throw new Error('Two fields of the vocabulary share a key');
  // A retired column is in no table any more, but what was written in it is still told.
  for (const own of everyOwnField()) found.set(own.key, own);
  return found;
});

/** The field of that key; an unknown key is a defect. */
export function field(key: string): Field {
  const found = byKey().get(key);
  if (!found) throw new Error(`No field ${key} in the vocabulary`);
  return found;
}

/** Whether a key names a field that tables and sheets have: a retired column is none. */
export const inUse = (key: string): boolean => findField(key)?.own?.state !== 'retired' && byKey().has(key);

export const findField = (key: string): Field | undefined => byKey().get(key);

/** The fields of an entity that are stored in its rows. */
export const storedFields = followingEach((entity: Entity): readonly Field[] =>
  entity === 'ownColumn' ? declaringFields : vocabulary().filter((entry) => entry.entity === entity && !entry.derived),
);
