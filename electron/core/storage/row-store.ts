import type { Stored } from '../../../shared/fields/reading.ts';
import type { Entity } from '../../../shared/register/field.ts';
import { isOwnKey } from '../../../shared/register/own/own-column.ts';
import { storedFields } from '../../../shared/register/vocabulary.ts';
import type { Connection, Statement } from './connection.ts';
import { entryColumns, entryRow, entryStore } from './entry-store.ts';
import { FilledColumns } from './filled-columns.ts';
import { flatRow, ownPart } from './own-values.ts';
import { pinyinKey } from './pinyin-key.ts';
import { walkKey } from './walk-key.ts';

/** Columns that tie a row to its place and are no field of the vocabulary. */
const structural: Record<Entity, readonly string[]> = {
  household: ['extra'],
  householdYear: ['householdId', 'year'],
  member: ['householdId', 'extra'],
  memberYear: ['memberId', 'year'],
  helper: ['householdId'],
  entry: ['ledger', 'householdId', 'memberId', 'year', 'extra'],
  ownColumn: [],
};

/** Every built-in column of an entity that is written and logged; what follows from them (pinyin, walkKey) is kept beside. The office's own columns are told by their key. */
export const loggedColumns = Object.fromEntries(
  (Object.keys(structural) as Entity[]).map((entity) => [entity, [...structural[entity], ...storedFields(entity).map((field) => field.key)]]),
) as unknown as Readonly<Record<Entity, readonly string[]>>;

const columnSets = Object.fromEntries(Object.entries(loggedColumns).map(([entity, columns]) => [entity, new Set(columns)])) as unknown as Readonly<
  Record<Entity, ReadonlySet<string>>
>;

export type Row = { readonly id: string; readonly revision: number } & { readonly [column: string]: Stored };
export type RowValues = Readonly<Record<string, Stored>>;

/** Beside the values of a row in its table: what names it, and what follows from the values. */
const unlogged = new Set(['id', 'revision', 'pinyin', 'walkKey']);

/** The values of a row that the log tells. */
export const loggedValues = (row: Row): RowValues => Object.fromEntries(Object.entries(row).filter(([column]) => !unlogged.has(column)));

const quoted = (name: string): string => `"${name}"`;

/** Reads and writes single rows of the entities, with prepared statements. Knows nothing of the log: commands.ts does. */
export function rowStore(connection: Connection) {
  const prepared = new Map<string, Statement>();
  const statement = (sql: string) => {
    let found = prepared.get(sql);
    if (!found) prepared.set(sql, (found = connection.prepare<unknown[]>(sql)));
    return found;
  };

  let positions: Map<string, number> | undefined;
  /** Place of a village in the area tree; the name as the tree has it or as the sheets write it. */
  const positionOf = (town: string, village: string): number | undefined => {
    if (!positions) {
      positions = new Map();
      const rows = statement(
        `SELECT v.name, v.short, v.position, t.name AS townName, t.short AS townShort FROM area v LEFT JOIN area t ON t.code = v.parent WHERE v.level = 'village' ORDER BY v.position`,
      ).all() as { name: string; short: string; position: number; townName: string | null; townShort: string | null }[];
      for (const row of rows) {
        for (const name of [row.name, row.short]) {
          for (const key of [`${row.townName}|${name}`, `${row.townShort}|${name}`, `|${name}`]) {
            if (!positions.has(key)) positions.set(key, row.position);
          }
        }
      }
    }
    return positions.get(`${town}|${village}`) ?? positions.get(`|${village}`);
  };

  const text = (value: Stored | undefined): string | null => (typeof value === 'string' ? value : null);
  const following: Partial<Record<Entity, { column: string; from: readonly string[]; make(row: RowValues): Stored }>> = {
    member: { column: 'pinyin', from: ['name'], make: (row) => pinyinKey(text(row['name'])) },
    household: {
      column: 'walkKey',
      from: ['town', 'village', 'group'],
      make: (row) => walkKey({ town: text(row['town']), village: text(row['village']), group: text(row['group']) }, positionOf),
    },
  };

  // Columns of the tables themselves; what is logged of a record is mostly inside one of them.
  const places = Object.fromEntries(
    (Object.keys(structural) as Entity[]).map((entity) => {
      const extra = following[entity];
      const own = statement("SELECT name FROM pragma_table_info(?, 'main') WHERE name = 'own'").get(entity) === undefined ? [] : ['own'];
      const columns = entity === 'entry' ? entryColumns : [...loggedColumns[entity], ...own, ...(extra ? [extra.column] : [])];
      return [entity, new Set<string>(columns)];
    }),
  ) as unknown as Readonly<Record<Entity, ReadonlySet<string>>>;

  // Most columns of most rows are blank, and most writes touch a few: a statement names the columns that it is about, and rows of one sheet share it.
  const shaped = new Map<string, Statement>();
  function shapedStatement(sql: string): Statement {
    let found = shaped.get(sql);
    if (!found) {
      if (shaped.size > 400) shaped.clear();
      shaped.set(sql, (found = connection.prepare<unknown[]>(sql)));
    }
    return found;
  }

  function mustKnow(entity: Entity, column: string): void {
    if (!columnSets[entity].has(column) && !isOwnKey(column)) throw new Error(`No column ${column} in ${entity}`);
  }

  const entries = entryStore(statement);
  return {
    /** Columns of an entity's table, all but its id and revision. */
    columns: (entity: Entity): readonly string[] => [...places[entity]],
    /** Of a table in which plans collect new rows, the columns that they fill. */
    filledColumns: (entity: Entity): FilledColumns => new FilledColumns((column) => places[entity].has(column)),
    /** Puts a new row's values, with what follows from them, among the values of a statement about these columns, from a place on. */
    putInto(bound: Stored[], from: number, filled: FilledColumns, entity: Entity, values: RowValues): void {
      if (entity === 'entry') {
        for (const column in values) mustKnow(entity, column);
        filled.row(bound, from, entryRow(values), () => undefined);
        return;
      }
      let hasOwn = false;
      filled.row(bound, from, values, (column) => {
        if (!places[entity].has('own') || !isOwnKey(column)) throw new Error(`No column ${column} in ${entity}`);
        hasOwn = true;
      });
      if (hasOwn) filled.beside(bound, from, 'own', ownPart(values));
      const extra = following[entity];
      if (extra) filled.beside(bound, from, extra.column, extra.make(values));
    },
    get(entity: Entity, id: string): Row | undefined {
      if (entity === 'entry') return entries.get(id);
      const stored = statement(`SELECT * FROM ${quoted(entity)} WHERE id = ?`).get(id) as Row | undefined;
      return stored && flatRow(stored);
    },
    insert(entity: Entity, id: string, values: RowValues, revision: number): void {
      if (entity === 'entry') {
        for (const column in values) mustKnow(entity, column);
        return entries.insert(id, values, revision);
      }
      const columns = ['id', 'revision'];
      const row: Stored[] = [id, revision];
      const own = ownPart(values);
      if (own !== null) {
        columns.push('own');
        row.push(own);
      }
      for (const column in values) {
        mustKnow(entity, column);
        const value = values[column] ?? null;
        if (value === null || isOwnKey(column)) continue;
        columns.push(column);
        row.push(value);
      }
      const extra = following[entity];
      if (extra) {
        columns.push(extra.column);
        row.push(extra.make(values));
      }
      shapedStatement(`INSERT INTO ${quoted(entity)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(...row);
    },
    update(entity: Entity, id: string, values: RowValues, revision: number): void {
      const given = Object.keys(values);
      for (const column of given) mustKnow(entity, column);
      if (entity === 'entry') return entries.update(id, values, revision);
      const columns = given.filter((column) => !isOwnKey(column));
      const row = columns.map((column) => values[column] ?? null);
      const extra = following[entity];
      const follows = extra && columns.some((column) => extra.from.includes(column)) ? extra : undefined;
      const hasOwn = columns.length < given.length;
      const next: RowValues = follows || hasOwn ? { ...this.get(entity, id), ...values } : values;
      if (hasOwn) {
        columns.push('own');
        row.push(ownPart(next));
      }
      if (follows) {
        columns.push(follows.column);
        row.push(follows.make(next));
      }
      shapedStatement(`UPDATE ${quoted(entity)} SET ${columns.map((column) => `${quoted(column)} = ?`).join(', ')}, revision = ? WHERE id = ?`).run(...row, revision, id);
    },
    remove(entity: Entity, id: string): void {
      statement(`DELETE FROM ${quoted(entity)} WHERE id = ?`).run(id);
    },
    /** After the area tree changed: every household gets its place in the walk again. */
    renewWalkKeys(): void {
      positions = undefined;
      const households = statement('SELECT id, town, village, "group" FROM household').all() as RowValues[];
      const update = statement('UPDATE household SET walkKey = ? WHERE id = ?');
      for (const row of households) update.run(following.household?.make(row) ?? null, row['id']);
    },
  };
}

export type RowStore = ReturnType<typeof rowStore>;
