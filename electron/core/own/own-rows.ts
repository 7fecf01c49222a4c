import type { Stored } from '../../../shared/fields/reading.ts';
import type { Entity } from '../../../shared/register/field.ts';
import { ownerOfKey } from '../../../shared/register/own/own-column.ts';
import type { RegisterFile } from '../storage/register-file.ts';

export interface OwnRow {
  readonly id: string;
  readonly value: Stored;
}

/** Where the values of a kind of row lie; each text a whole statement, the key its parameter. */
const texts: Readonly<Partial<Record<Entity, { readonly all: string; readonly count: string }>>> = Object.fromEntries(
  (['household', 'householdYear', 'member', 'memberYear', 'entry'] as const).map((entity) => {
    const value = `json_extract(${entity === 'entry' ? 'data' : 'own'}, '$."' || ?1 || '"')`;
    return [entity, { all: `SELECT id, ${value} AS value FROM ${entity} WHERE ${value} IS NOT NULL ORDER BY id`, count: `SELECT count(*) AS n FROM ${entity} WHERE ${value} IS NOT NULL` }];
  }),
);

function textsOf(key: string) {
  const entity = ownerOfKey(key)?.entity;
  const found = entity && texts[entity];
  if (!entity || !found) throw new Error(`No own column ${key}`);
  return { entity, ...found };
}

/** The rows that have a value in an own column. */
export function ownRows(register: RegisterFile, key: string): { readonly entity: Entity; readonly rows: OwnRow[] } {
  const { entity, all } = textsOf(key);
  return { entity, rows: register.sql(all).all(key) as OwnRow[] };
}

export const countOwn = (register: RegisterFile, key: string): number => (register.sql(textsOf(key).count).get(key) as { n: number }).n;
