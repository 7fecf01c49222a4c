import type { Stored } from '../../../shared/fields/reading.ts';
import { entities as all, type Entity } from '../../../shared/register/field.ts';
import { prepare, type Connection, type Statement } from './connection.ts';
import type { FilledColumns } from './filled-columns.ts';
import { MadeFile } from './made-file.ts';
import { type ColumnTypes, toldRow } from './made-told.ts';
import type { RowStore, RowValues } from './row-store.ts';
import type { ImageTable } from './table-image.ts';

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

/** Where a made row belongs: the row of the plan that makes it, and the row of the file. */
export interface MadePlace {
  readonly batch: number;
  readonly position: number;
  /** The how manyeth row this is that the plan's row makes. */
  at: number;
  readonly sheet: number;
  readonly row: number;
  /** Made only when something that is taken needs it. */
  lazy: boolean;
}

/** Imports declare no columns: those are an office's own word. */
const entities = all.filter((entity) => entity !== 'ownColumn');

const quoted = (name: string): string => `"${name}"`;

/** What a made row has in front: its place among the plans, where in the files it comes from, whether it waits for being needed, its id. */
const heads: Readonly<Record<string, 'INTEGER' | 'TEXT'>> = { seq: 'INTEGER', sheet: 'INTEGER', sheetRow: 'INTEGER', lazy: 'INTEGER', id: 'TEXT' };
const headColumns = Object.keys(heads);

/** The table of an entity's made rows, and the types of its columns. */
interface Shape extends ImageTable {
  readonly entity: Entity;
  readonly columnTypes: ColumnTypes;
}

function shapesOf(connection: Connection, rows: RowStore): readonly Shape[] {
  return entities.map((entity) => {
    const found = connection.prepare(`SELECT name, type FROM pragma_table_info('${entity}', 'main') WHERE name <> 'revision'`).all() as { name: string; type: ImageTable['types'][number] }[];
    const columnTypes = new Map(found.map(({ name, type }) => [name, type]));
    const columns = rows.columns(entity);
    const typeOf = (column: string): ImageTable['types'][number] => heads[column] ?? columnTypes.get(column) ?? 'TEXT';
    const name = `made_${entity}`;
    const declared = columns.map((column) => `${quoted(column)} ${typeOf(column)}`);
    const sql = `CREATE TABLE ${name} (seq INTEGER PRIMARY KEY, sheet INTEGER NOT NULL, sheetRow INTEGER NOT NULL, lazy INTEGER NOT NULL, id TEXT, ${declared.join(', ')}) STRICT`;
    const behind = [...headColumns.slice(1), ...columns];
    return { entity, columnTypes, name, sql, columns: behind, types: behind.map(typeOf) };
  });
}

/** What a plan makes of one entity. */
interface Made {
  readonly filled: FilledColumns;
  /** The values of the row that is being put down, the heads in front: of each row new ones would be the most of an import's garbage. */
  readonly bound: Stored[];
  /** Puts a row that fills the first so many of the columns: the heads, then these. */
  put?: { readonly columns: number; readonly run: (bound: readonly Stored[]) => void };
}

/** Statements about the columns that a plan fills; made again when there are more of them. */
interface Telling {
  readonly columns: number;
  readonly read: Statement;
}

/** The tables of made rows: of small plans in the connection's memory, of large ones in the file that is attached. */
function madeTables(connection: Connection, rows: RowStore, shapes: readonly Shape[], file: MadeFile | null) {
  const table = (entity: Entity): string => `${file ? 'plan' : 'temp'}.made_${entity}`;
  const plans = new Map<number, Map<Entity, Made>>();
  const tellings = new Map<number, Telling>();
  const moves = new Map<number, readonly Statement[]>();
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

  const madeOf = (batch: number, entity: Entity): Made => {
    let plan = plans.get(batch);
    if (!plan) plans.set(batch, (plan = new Map<Entity, Made>()));
    let made = plan.get(entity);
    if (!made) plan.set(entity, (made = { filled: rows.filledColumns(entity), bound: [] }));
    return made;
  };
  /** The entities of which a plan makes rows, those that others hang on first. */
  const filledBy = (batch: number): (readonly [Shape, FilledColumns])[] =>
    shapes.flatMap((shape) => {
      const filled = plans.get(batch)?.get(shape.entity)?.filled;
      return filled ? [[shape, filled] as const] : [];
    });
  /** Rows with what the log tells of them, in their order. Each part comes in the order of seq, so that the whole is merged and not sorted. */
  const told = (batch: number, whole: boolean): string =>
    filledBy(batch)
      .map(([{ entity, columnTypes }, filled]) => `SELECT seq, '${entity}' AS entity, id, ${toldRow(entity, columnTypes, filled, { all: whole })} AS told, sheet, sheetRow FROM ${table(entity)} WHERE seq >= ?1 AND seq < ?2`)
      .join(' UNION ALL ') + ' ORDER BY seq';

  function putting(entity: Entity, made: Made): (bound: readonly Stored[]) => void {
    const { columns } = made.filled;
    if (made.put?.columns === columns.length) return made.put.run;
    const names = [...headColumns, ...columns];
    const at = shapes.findIndex((shape) => shape.entity === entity);
    const places = Int32Array.from(shapes[at]?.columns ?? [], (column) => names.indexOf(column));
    const statement = file ? undefined : connection.prepare<unknown[]>(`INSERT INTO ${table(entity)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`);
    const run = statement ? (bound: readonly Stored[]): void => void statement.run(...bound) : (bound: readonly Stored[]): void => file?.add(at, names, bound, places);
    made.put = { columns: columns.length, run };
    return run;
  }

  function reading(batch: number): Statement | undefined {
    const columns = filledBy(batch).reduce((sum, [, filled]) => sum + filled.columns.length, 0);
    const known = tellings.get(batch);
    if (known?.columns === columns) return known.read;
    if (columns === 0) return undefined;
    const read = prepare(connection, told(batch, false));
    tellings.set(batch, { columns, read });
    return read;
  }

  /** Of a plan that is complete: what moves its rows, and what writes the log. */
  function moving(batch: number): readonly Statement[] {
    let found = moves.get(batch);
    if (!found) {
      const rowsOf = filledBy(batch).map(([{ entity }, { columns }]) => {
        const names = ['id', ...columns].map(quoted).join(', ');
        return prepare(connection, `INSERT INTO main.${quoted(entity)} (${names}, revision) SELECT ${names}, ?3 FROM ${table(entity)} WHERE seq >= ?1 AND seq < ?2 ORDER BY seq`);
      });
      const log = rowsOf.length === 0 ? [] : [prepare(connection, `INSERT INTO change (command, entity, rowId, action, new, sheet, sheetRow) SELECT ?3, entity, id, 'create', told, sheet, sheetRow FROM (${told(batch, true)} LIMIT -1)`)];
      moves.set(batch, (found = [...rowsOf, ...log]));
    }
    return found;
  }

  return {
    add(of: MadePlace, entity: Entity, id: string, values: RowValues): void {
      if (of.at >= madeOfRow || of.position >= rowsOfBatch) throw new Error('A plan of more rows than can be numbered');
      const made = madeOf(of.batch, entity);
      const { bound } = made;
      bound[0] = seqOf(of.batch, of.position) + of.at;
      bound[1] = of.sheet;
      bound[2] = of.row;
      bound[3] = of.lazy ? 1 : 0;
      bound[4] = id;
      rows.putInto(bound, headColumns.length, made.filled, entity, values);
      putting(entity, made)(bound);
    },
    /** What the rows of a plan from one position to another (not included) make, by position, in their order. */
    read(batch: number, from: number, to: number): Map<number, MadeRow[]> {
      if (file?.holds(seqOf(batch, to)) === false) file.flush();
      const found = new Map<number, MadeRow[]>();
      for (const row of reading(batch)?.iterate(seqOf(batch, from), seqOf(batch, to)) ?? []) {
        const { seq, entity, id, told: text } = row as { seq: number; entity: Entity; id: string; told: string };
        const position = positionOf(seq);
        const made: MadeRow = { entity, id, values: JSON.parse(text) as RowValues };
        const before = found.get(position);
        if (before) before.push(made);
        else found.set(position, [made]);
      }
      return found;
    },
    /** All rows of a plan are there. */
    complete: (): void => file?.flush(),
    /** How many rows a plan makes, by the table into which they will go. */
    sizes: (batch: number): ReadonlyMap<string, number> => new Map(filledBy(batch).map(([{ entity }, { rows: count }]) => [entity, count])),
    /** Whether any of them waits for being needed. */
    anyLazy: (batch: number): boolean => waiting.get(...range(batch)) !== undefined,
    /** Positions of the plan's rows that make something which hangs on what these make. */
    hangingOn(batch: number, positions: readonly number[]): number[] {
      const ids = positions.flatMap((position) => (this.read(batch, position, position + 1).get(position) ?? []).map(({ id }) => id));
      if (ids.length === 0) return [];
      return hanging.flatMap((statement) => (statement.all(...range(batch), JSON.stringify(ids)) as { seq: number }[]).map(({ seq }) => positionOf(seq)));
    },
    /** Moves them into the register, those that others hang on first, and into the log. Inside a command only, of a plan that is complete. */
    move(batch: number, from: number, to: number, command: number): void {
      for (const statement of moving(batch)) statement.run(seqOf(batch, from), seqOf(batch, to), command);
    },
    /** Forgets a plan's rows; at once where there is no other plan. */
    forget(batch: number): void {
      for (const kept of [plans, tellings, moves]) kept.delete(batch);
      // Those of large plans go with their file.
      if (file) return;
      entities.forEach((_, at) => {
        if (others[at]?.get(...range(batch)) === undefined) clear[at]?.run();
        else remove[at]?.run(...range(batch));
      });
    },
  };
}

type MadeTables = ReturnType<typeof madeTables>;

/**
 * The rows that plans would make, beside the plans: written once, as they will stand in the register, so that a commit moves them
 * there, and their entries into the log, without any of them passing through here again. Few stand in the memory of the
 * connection, very many in a file beside the register (`path`) that goes with the last of such plans.
 */
export function madeRows(connection: Connection, rows: RowStore, path: string) {
  const shapes = shapesOf(connection, rows);
  for (const { sql } of shapes) connection.exec(sql.replace('CREATE TABLE ', 'CREATE TEMP TABLE IF NOT EXISTS '));
  const few = madeTables(connection, rows, shapes, null);
  const large = new Set<number>();
  let many: { readonly file: MadeFile; readonly tables: MadeTables } | undefined;
  const of = (batch: number): MadeTables => (many && large.has(batch) ? many.tables : few);
  const tidy = (): void => {
    // While somebody else's command is under way the file stays; the next plan looks for it again.
    if (!many || large.size > 0 || connection.inTransaction) return;
    many.file.remove();
    many = undefined;
  };
  return {
    /** A plan of very many rows begins. Outside transactions only. */
    expectMany(batch: number): void {
      // A register in memory has no place beside it.
      if (connection.memory) return;
      tidy();
      if (!many) {
        const file = new MadeFile(connection, path, shapes);
        many = { file, tables: madeTables(connection, rows, shapes, file) };
      }
      large.add(batch);
    },
    add: (place: MadePlace, entity: Entity, id: string, values: RowValues): void => of(place.batch).add(place, entity, id, values),
    read: (batch: number, from: number, to: number) => of(batch).read(batch, from, to),
    complete: (batch: number): void => of(batch).complete(),
    sizes: (batch: number) => of(batch).sizes(batch),
    anyLazy: (batch: number) => of(batch).anyLazy(batch),
    hangingOn: (batch: number, positions: readonly number[]) => of(batch).hangingOn(batch, positions),
    move: (batch: number, from: number, to: number, command: number): void => of(batch).move(batch, from, to, command),
    /** Outside commands: one that is taken back leaves its plan as it was. */
    forget(batch: number): void {
      of(batch).forget(batch);
      large.delete(batch);
      tidy();
    },
  };
}

export type MadeRows = ReturnType<typeof madeRows>;
