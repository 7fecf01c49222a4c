import type { Stored } from '../../../shared/fields/reading.ts';
import { entities as all, type Entity } from '../../../shared/register/field.ts';
import { prepare, type Connection, type Statement } from './connection.ts';
import { loggedColumns, type RowStore, type RowValues } from './row-store.ts';

/** Rows that one row of a file makes are numbered below it; places of plans stand in one row of numbers. */
const madeOfRow = 2 ** 8;
const rowsOfBatch = 2 ** 24;
const seqOf = (batch: number, position: number): number => (batch * rowsOfBatch + position) * madeOfRow;

const positionOf = (seq: number): number => Math.floor(seq / madeOfRow) % rowsOfBatch;

/** A row that a plan would make. */
export interface MadeRow {
  readonly entity: Entity;
  readonly id: string;
  readonly values: RowValues;
}

/** Imports declare no columns: those are an office's own word. */
const entities = all.filter((entity) => entity !== 'ownColumn');

const quoted = (name: string): string => `"${name}"`;
const table = (entity: Entity): string => `temp.made_${entity}`;

/** ',"key":value' where there is a value. A whole number in a column of measures is told as JSON tells it: 60, not 60.0. */
function member(column: string, type: string): string {
  const value = type === 'REAL' ? `iif(${quoted(column)} = CAST(${quoted(column)} AS INTEGER), CAST(${quoted(column)} AS INTEGER), ${quoted(column)})` : quoted(column);
  return `iif(${quoted(column)} IS NULL, '', ',"${column}":' || json_quote(${value}))`;
}

/** Of a JSON column its members, each like a column of its own. */
const spliced = (column: string): string => `iif(${column} IS NULL OR ${column} = '{}', '', ',' || substr(${column}, 2, length(${column}) - 2))`;

/** The row as the log tells it: one JSON object of what is not blank; a record's fields and the office's own columns stand in it like any other. */
function logged(entity: Entity, types: ReadonlyMap<string, string>): string {
  const members = loggedColumns[entity].filter((column) => types.has(column)).map((column) => member(column, types.get(column) ?? ''));
  for (const column of ['data', 'own']) if (types.has(column)) members.push(spliced(column));
  return `'{' || substr(concat(${members.join(', ')}), 2) || '}'`;
}

/**
 * The rows that plans would make, beside the plans in the memory of the connection: written once, as they will stand in the
 * register, so that a commit moves them there, and their entries into the log, without any of them passing through here again.
 */
export function madeRows(connection: Connection, rows: RowStore) {
  const put = new Map<Entity, Statement>();
  const move = new Map<Entity, Statement>();
  const told: string[] = [];
  for (const entity of entities) {
    const found = connection.prepare(`SELECT name, type FROM pragma_table_info('${entity}', 'main') WHERE name <> 'revision'`).all() as { name: string; type: string }[];
    const columns = rows.columns(entity);
    const types = new Map(found.map(({ name, type }) => [name, type]));
    const declared = columns.map((column) => `${quoted(column)} ${types.get(column) ?? ''}`);
    connection.exec(`CREATE TEMP TABLE IF NOT EXISTS made_${entity} (seq INTEGER PRIMARY KEY, sheet INTEGER NOT NULL, sheetRow INTEGER NOT NULL, lazy INTEGER NOT NULL, ${declared.join(', ')}) STRICT`);
    const names = columns.map(quoted).join(', ');
    put.set(entity, connection.prepare<unknown[]>(`INSERT INTO ${table(entity)} (seq, sheet, sheetRow, lazy, ${names}) VALUES (?, ?, ?, ?, ${columns.map(() => '?').join(', ')})`));
    move.set(entity, prepare(connection, `INSERT INTO main.${quoted(entity)} (${names}, revision) SELECT ${names}, ?3 FROM ${table(entity)} WHERE seq >= ?1 AND seq < ?2 ORDER BY seq`));
    told.push(`SELECT seq, '${entity}' AS entity, id, ${logged(entity, types)} AS told, sheet, sheetRow FROM ${table(entity)} WHERE seq >= ?1 AND seq < ?2`);
  }
  // Each part comes in the order of seq, so that the whole is merged and not sorted.
  const merged = `${told.join(' UNION ALL ')} ORDER BY seq`;
  const log = prepare(connection, `INSERT INTO change (command, entity, rowId, action, new, sheet, sheetRow) SELECT ?3, entity, id, 'create', told, sheet, sheetRow FROM (${merged} LIMIT -1)`);
  const read = prepare(connection, merged);
  const waiting = prepare(connection, entities.map((entity) => `SELECT 1 FROM ${table(entity)} WHERE seq >= ?1 AND seq < ?2 AND lazy = 1`).join(' UNION ALL ') + ' LIMIT 1');
  const others = entities.map((entity) => prepare(connection, `SELECT 1 FROM ${table(entity)} WHERE seq < ?1 OR seq >= ?2 LIMIT 1`));
  const clear = entities.map((entity) => connection.prepare(`DELETE FROM ${table(entity)}`));
  const remove = entities.map((entity) => prepare(connection, `DELETE FROM ${table(entity)} WHERE seq >= ?1 AND seq < ?2`));
  const parents = ['householdId', 'memberId'];
  const hanging = entities.flatMap((entity) => {
    const has = parents.filter((parent) => rows.columns(entity).includes(parent));
    return has.length === 0 ? [] : [prepare(connection, `SELECT seq FROM ${table(entity)} WHERE seq >= ?1 AND seq < ?2 AND (${has.map((parent) => `${quoted(parent)} IN (SELECT value FROM json_each(?3))`).join(' OR ')})`)];
  });
  const range = (batch: number): readonly [number, number] => [seqOf(batch, 0), seqOf(batch + 1, 0)];

  return {
    /** `at`: the how manyeth row this is that the plan's row makes. `lazy`: made only when something that is taken needs it. */
    add(of: { readonly batch: number; readonly position: number; readonly at: number; readonly sheet: number; readonly row: number; readonly lazy: boolean }, entity: Entity, id: string, values: RowValues): void {
      if (of.at >= madeOfRow || of.position >= rowsOfBatch) throw new Error('A plan of more rows than can be numbered');
      const bound: Stored[] = [seqOf(of.batch, of.position) + of.at, of.sheet, of.row, of.lazy ? 1 : 0];
      rows.append(bound, entity, id, values);
      put.get(entity)?.run(bound);
    },
    /** What the rows of a plan from one position to another (not included) make, by position, in their order. */
    read(batch: number, from: number, to: number): Map<number, MadeRow[]> {
      const found = new Map<number, MadeRow[]>();
      for (const row of read.iterate(seqOf(batch, from), seqOf(batch, to))) {
        const { seq, entity, id, told: text } = row as { seq: number; entity: Entity; id: string; told: string };
        const position = positionOf(seq);
        const made: MadeRow = { entity, id, values: JSON.parse(text) as RowValues };
        const before = found.get(position);
        if (before) before.push(made);
        else found.set(position, [made]);
      }
      return found;
    },
    /** Whether any of them waits for being needed. */
    anyLazy: (batch: number): boolean => waiting.get(...range(batch)) !== undefined,
    /** Positions of the plan's rows that make something which hangs on what these make. */
    hangingOn(batch: number, positions: readonly number[]): number[] {
      const ids = positions.flatMap((position) => (this.read(batch, position, position + 1).get(position) ?? []).map(({ id }) => id));
      if (ids.length === 0) return [];
      return hanging.flatMap((statement) => (statement.all(...range(batch), JSON.stringify(ids)) as { seq: number }[]).map(({ seq }) => positionOf(seq)));
    },
    /** Moves them into the register, those that others hang on first, and into the log. Inside a command only. */
    move(batch: number, from: number, to: number, command: number): void {
      for (const entity of entities) move.get(entity)?.run(seqOf(batch, from), seqOf(batch, to), command);
      log.run(seqOf(batch, from), seqOf(batch, to), command);
    },
    /** Forgets a plan's rows; at once where there is no other plan. */
    forget(batch: number): void {
      entities.forEach((_, at) => {
        if (others[at]?.get(...range(batch)) === undefined) clear[at]?.run();
        else remove[at]?.run(...range(batch));
      });
    },
  };
}

export type MadeRows = ReturnType<typeof madeRows>;
