import type { Entity } from '../../../shared/register/field.ts';
import { ledgers } from '../../../shared/register/ledgers/index.ts';
import { findField, storedFields } from '../../../shared/register/vocabulary.ts';
import { valueSql } from '../storage/own-values.ts';
import type { RegisterFile } from '../storage/register-file.ts';

/** What there is data of in a year: field keys, `last:KEY` for the year before, `ledger:KEY`. */
export interface DataThere {
  has(key: string): boolean;
}

/** A household's year stands in its own table; the SQL of each entity's rows of the year ?1. */
const tables = {
  household: 'household WHERE ?1 = ?1',
  householdYear: 'householdYear WHERE year = ?1',
  member: 'member WHERE ?1 = ?1',
  memberYear: 'memberYear WHERE year = ?1',
  helper: 'helper WHERE ?1 = ?1',
} as const satisfies Partial<Record<Entity, string>>;

/** Head's columns are told by the members. */
const toldBy: Readonly<Record<string, string>> = { headName: 'name', headIdentityNo: 'identityNo', headNo: 'memberNo' };

/** Rows of a table that are looked at first: most columns are filled in one of them. */
const firstRows = 500;

function filledOf(register: RegisterFile, keys: readonly string[], rows: string, year: number): string[] {
  if (keys.length === 0) return [];
  const counted = register.sql(`SELECT ${keys.map((key) => `count(${valueSql(key)}) AS "${key}"`).join(', ')} FROM ${rows}`).get(year) as Record<string, number>;
  return keys.filter((key) => (counted[key] ?? 0) > 0);
}

/** One statement a table instead of one a column: a wholly empty column would be looked for through the whole table. */
function filledColumns(register: RegisterFile, entity: keyof typeof tables, year: number): string[] {
  const keys = storedFields(entity).map(({ key }) => key);
  const soon = filledOf(register, keys, `(SELECT * FROM ${tables[entity]} LIMIT ${firstRows})`, year);
  const others = keys.filter((key) => !soon.includes(key));
  return [...soon, ...filledOf(register, others, tables[entity], year)];
}

function filledLedgers(register: RegisterFile, year: number): string[] {
  const rows = register.sql('SELECT DISTINCT ledger FROM entry WHERE year = ? OR year IS NULL').all(year) as { ledger: string }[];
  return rows.map(({ ledger }) => ledger);
}

const oneOf = (entity: keyof typeof tables, key: string): string => `SELECT 1 FROM ${tables[entity]} AND ${valueSql(key)} IS NOT NULL LIMIT 1`;

class There implements DataThere {
  readonly #register: RegisterFile;
  readonly #year: number;
  readonly #keys: Set<string>;
  /** Fields of ledgers and of the year before are asked when a rule reads them. */
  readonly #asked = new Map<string, boolean>();
  revision: number;

  constructor(register: RegisterFile, year: number) {
    this.#register = register;
    this.#year = year;
    this.revision = register.log.revision;
    this.#keys = new Set([
      ...(Object.keys(tables) as (keyof typeof tables)[]).flatMap((entity) => filledColumns(register, entity, year)),
      ...filledLedgers(register, year).map((ledger) => `ledger:${ledger}`),
    ]);
  }

  has(key: string): boolean {
    const own = toldBy[key] ?? key;
    if (this.#keys.has(own)) return true;
    if (!own.startsWith('last:') && findField(own)?.entity !== 'entry') return false;
    let found = this.#asked.get(own);
    if (found === undefined) this.#asked.set(own, (found = this.#ask(own)));
    return found;
  }

  #ask(key: string): boolean {
    if (key.startsWith('last:')) {
      const field = findField(key.slice('last:'.length));
      if (field?.entity !== 'householdYear') throw new Error(`No ${key} to look for`);
      return this.#register.sql(oneOf('householdYear', field.key)).get(this.#year - 1) !== undefined;
    }
    const [ledger = ''] = key.split('.');
    return this.#register.sql('SELECT 1 FROM entry WHERE ledger = ?1 AND (year = ?2 OR year IS NULL) AND data ->> ?3 IS NOT NULL LIMIT 1').get(ledger, this.#year, `$."${key}"`) !== undefined;
  }

  /** After a few changes: only what they touched is looked at again. */
  renew(): void {
    const changes = this.#register.sql('SELECT DISTINCT entity, action, field, CASE WHEN action = \'create\' THEN new WHEN action = \'delete\' THEN old END AS row FROM change WHERE command > ?').all(this.revision) as {
      entity: Entity;
      action: string;
      field: string | null;
      row: string | null;
    }[];
    this.revision = this.#register.log.revision;
    const touched = new Map<string, keyof typeof tables>();
    for (const { entity, field, row } of changes) {
      if (entity === 'entry') {
        this.#asked.clear();
        for (const { key } of ledgers) this.#keys.delete(`ledger:${key}`);
        for (const ledger of filledLedgers(this.#register, this.#year)) this.#keys.add(`ledger:${ledger}`);
      } else if (Object.hasOwn(tables, entity)) {
        if (entity === 'householdYear') this.#asked.clear();
        const keys = field !== null ? [field] : Object.keys(JSON.parse(row ?? '{}') as object);
        for (const key of keys) if (findField(key) && entity !== 'ownColumn') touched.set(key, entity);
      }
    }
    for (const [key, entity] of touched) {
      if (this.#register.sql(oneOf(entity, key)).get(this.#year) === undefined) this.#keys.delete(key);
      else this.#keys.add(key);
    }
  }
}

const known = new WeakMap<RegisterFile, Map<number, There>>();
/** More changes than this, and everything is counted anew. */
const many = 2000;

/** What there is data of in a year; kept while the register is open and renewed by what was changed since. */
export function dataThere(register: RegisterFile, year: number): DataThere {
  let years = known.get(register);
  if (!years) known.set(register, (years = new Map<number, There>()));
  const found = years.get(year);
  if (found) {
    if (found.revision === register.log.revision) return found;
    const { n } = register.sql('SELECT count(*) AS n FROM (SELECT 1 FROM change WHERE command > ? LIMIT 2001)').get(found.revision) as { n: number };
    if (n <= many) {
      found.renew();
      return found;
    }
  }
  const fresh = new There(register, year);
  years.set(year, fresh);
  return fresh;
}

/** The same inside a command that will not stay: nothing of it is kept. */
export const dataThereNow = (register: RegisterFile, year: number): DataThere => new There(register, year);
