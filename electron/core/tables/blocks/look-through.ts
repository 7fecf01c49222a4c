import type { Field } from '../../../../shared/register/field.ts';
import type { RegisterFile } from '../../storage/register-file.ts';
import { aliasOf, jsonBehind, type ColumnSource, type TableSource } from '../sources.ts';
import type { Sought } from './replace.ts';

const cased = (text: string): boolean => text.toLowerCase() !== text.toUpperCase();

/** A text as LIKE takes it, its own signs escaped; letters of which SQLite does not know both cases stand for any. */
const asPattern = (text: string): string => [...text].map((sign) => (/[\\%_]/.test(sign) ? `\\${sign}` : /[^\0-\x7f]/.test(sign) && cased(sign) ? '_' : sign)).join('');

/** Stored as a number: what a cell shows is made of it. */
const numbers = new Set<Field['kind']>(['money', 'count', 'measure', 'year']);

/** Signs that JSON writes otherwise than they are. */
const escaped = /["\\\p{Cc}\p{Cs}]/u;

/** ?2 is what a text must be or hold, ?3 what anything must hold, ?4 the digits of an amount in fen, without leading noughts. */
function parameters({ text, whole, matchCase }: Sought): readonly [string, string, string] {
  const loose = !matchCase && cased(text);
  const pattern = asPattern(text);
  const held = loose ? `%${pattern}%` : text;
  return [whole ? (loose ? pattern : text) : held, held, text.replace(/[-.,]/g, '').replace(/^0+/, '')];
}

/** Conditions of SQL that are true of every cell that shows the text, and of few others. */
function conditionsFor({ text, whole, matchCase }: Sought) {
  const loose = !matchCase && cased(text);
  const like = (sql: string, parameter: string): string => `${sql} LIKE ${parameter} ESCAPE '\\'`;
  const holds = (sql: string): string => (loose ? like(sql, '?3') : `instr(${sql}, ?3)`);
  const isText = (sql: string): string => (loose ? like(sql, '?2') : whole ? `${sql} = ?2` : `instr(${sql}, ?2)`);
  const isNumber = (sql: string, parameter: string): string => (whole ? `abs(${sql}) = abs(CAST(${parameter} AS REAL))` : `instr(${sql}, ${parameter})`);
  const ofColumn = ({ field, sql }: ColumnSource): string => (field.kind === 'money' ? isNumber(sql, '?4') : numbers.has(field.kind) ? isNumber(sql, '?3') : isText(sql));
  /** What stands in JSON is looked for in all of it first: where it is not, no value need be taken out. */
  const within = (json: string, columns: readonly ColumnSource[]): string => {
    const any = columns.map(ofColumn).join(' OR ');
    if (escaped.test(text)) return any;
    const first = columns.some(({ field }) => field.kind === 'money') ? `(${holds(json)} OR instr(${json}, ?4))` : holds(json);
    return `(${first} AND (${any}))`;
  };
  return (columns: readonly ColumnSource[]): string[] =>
    [...Map.groupBy(columns, ({ field }) => jsonBehind(field))].flatMap(([json, those]) => (json === null ? those.map(ofColumn) : [within(json, those)]));
}

/**
 * Each table is looked through once and by itself, and what was found goes on to the rows that it belongs to: a household's column
 * is not read again for every member, and no row is joined that does not show the text.
 */
function statementFor(source: TableSource, columns: readonly ColumnSource[], sought: Sought): string {
  const conditionsOf = conditionsFor(sought);
  const byAlias = Map.groupBy(columns, ({ field }) => aliasOf(field));
  const found: string[] = [];
  const fromOthers = new Map<string, string[]>();
  const anyOf = (alias: string): string => [...conditionsOf(byAlias.get(alias) ?? []), ...(fromOthers.get(alias) ?? [])].join(' OR ');
  // A table comes after those that belong to it.
  for (const { alias, rows, key, ties } of source.joins.toReversed()) {
    const any = anyOf(alias);
    if (any === '') continue;
    found.push(`found_${alias}(id) AS MATERIALIZED (SELECT ${key} ${rows} AND (${any}))`);
    for (const { to, by } of ties) fromOthers.set(to, [...(fromOthers.get(to) ?? []), `${by} IN (SELECT id FROM found_${alias})`]);
  }
  const [main = ''] = source.id.split('.');
  const where = source.where === null ? '' : ` AND ${source.where}`;
  // A statement names all of its parameters; the year is never null.
  return `${found.length > 0 ? `WITH ${found.join(', ')} ` : ''}SELECT ${source.id} AS id ${source.from} WHERE coalesce(?1, ?2, ?3, ?4) IS NOT NULL${where} AND (${anyOf(main) || '0'})`;
}

/** Ids of all rows of a table of which a column may show the text; few of them show it nowhere. */
export function rowsThatMayShow(register: RegisterFile, source: TableSource, year: number, columns: readonly ColumnSource[], sought: Sought): string[] {
  const rows = register.sql(statementFor(source, columns, sought)).all(year, ...parameters(sought)) as { id: string }[];
  return rows.map(({ id }) => id);
}
