import type { Stored } from '../../fields/reading.ts';
import { units } from '../field.ts';
import { ownerOfKey, ownKinds, ownSecrets, ownStates, type OwnColumn } from './own-column.ts';

type Row = Readonly<Record<string, Stored | undefined>>;

/** Between headers and between choices; between the wordings of one choice. Neither may stand in one of them. */
const between = '；';
const wordings = '=';

const keyOf = <Key extends string>(words: Readonly<Record<Key, string>>, word: Stored | undefined): Key | undefined =>
  // The keys of the object itself.
  (Object.keys(words) as Key[]).find((key) => words[key] === word);

const listed = (text: Stored | undefined): string[] => (typeof text === 'string' ? text.split(between).filter((part) => part !== '') : []);

/** A declaration as the register keeps it, by the fields of declaring-fields.ts: short texts that history can show as they are. */
export function writeDeclaration(column: OwnColumn): Record<string, Stored> {
  const yes = (is: boolean): Stored => (is ? '是' : null);
  return {
    ownLabel: column.label,
    ownKind: ownKinds[column.kind],
    ownGroup: column.group,
    ownUnit: column.unit,
    ownSecret: ownSecrets[column.secret],
    ownAlso: column.also.join(between) || null,
    ownChoices: column.choices.map(({ value, also }) => [value, ...also].join(wordings)).join(between) || null,
    ownSeveral: yes(column.several),
    ownWanted: yes(column.wanted),
    ownLeast: column.least,
    ownMost: column.most,
    ownState: ownStates[column.state],
  };
}

/** The declaration of a stored row; null where it is none. */
export function readDeclaration(key: string, row: Row): OwnColumn | null {
  const [kind, secret, state] = [keyOf(ownKinds, row['ownKind']), keyOf(ownSecrets, row['ownSecret']), keyOf(ownStates, row['ownState'])];
  const [label, group] = [row['ownLabel'], row['ownGroup']];
  if (!ownerOfKey(key) || !kind || !secret || !state || typeof label !== 'string' || typeof group !== 'string') return null;
  const number = (value: Stored | undefined): number | null => (typeof value === 'number' ? value : null);
  return {
    key,
    label,
    kind,
    group,
    unit: units.find((unit) => unit === row['ownUnit']) ?? null,
    secret,
    also: listed(row['ownAlso']),
    choices: listed(row['ownChoices']).map((text) => {
      const [value = '', ...also] = text.split(wordings);
      return { value, also };
    }),
    several: row['ownSeveral'] === '是',
    wanted: row['ownWanted'] === '是',
    least: number(row['ownLeast']),
    most: number(row['ownMost']),
    state,
  };
}

/** Signs that no header and no choice may hold. */
export const forbiddenInList = /[；=、\n\r\t]/;
