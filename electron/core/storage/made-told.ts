import type { Entity } from '../../../shared/register/field.ts';
import type { FilledColumns } from './filled-columns.ts';
import { loggedColumns } from './row-store.ts';

/** Columns of a table with their types, as SQLite names them. */
export type ColumnTypes = ReadonlyMap<string, string>;

const quoted = (name: string): string => `"${name}"`;

/** A whole number in a column of measures is told as JSON tells it: 60, not 60.0. */
const jsonValue = (column: string, type: string | undefined): string =>
  type === 'REAL' ? `iif(${quoted(column)} = CAST(${quoted(column)} AS INTEGER), CAST(${quoted(column)} AS INTEGER), ${quoted(column)})` : quoted(column);

/** '"key":value,' where there is a value. */
const member = (column: string, type: string | undefined): string => `iif(${quoted(column)} IS NULL, '', '"${column}":' || json_quote(${jsonValue(column, type)}) || ',')`;

/** Of a JSON column its members, each like a column of its own. */
const spliced = (column: string): string => `iif(${quoted(column)} IS NULL OR ${quoted(column)} = '{}', '', substr(${quoted(column)}, 2, length(${quoted(column)}) - 2) || ',')`;

/** More than so many would be more arguments than SQLite gives a function. */
const mostTogether = 50;

/**
 * SQL of a made row as the log tells it: one JSON object of what is not blank; a record's fields and the office's own columns
 * stand in it like any other. `all`: no row comes any more. Columns that every row fills are told together then, which costs
 * half of asking of each whether it is blank.
 */
export function toldRow(entity: Entity, types: ColumnTypes, filled: FilledColumns, { all }: { readonly all: boolean }): string {
  const has = new Set(filled.columns);
  const told = loggedColumns[entity].filter((column) => has.has(column));
  const together = all ? told.filter((column) => filled.isFull(column)).slice(0, mostTogether) : [];
  const members = told.filter((column) => !together.includes(column)).map((column) => member(column, types.get(column)));
  for (const column of ['data', 'own']) if (has.has(column)) members.push(spliced(column));
  if (together.length === 0) return members.length === 0 ? "'{}'" : `'{' || rtrim(concat(${members.join(', ')}), ',') || '}'`;
  const object = `json_object(${together.map((column) => `'${column}', ${jsonValue(column, types.get(column))}`).join(', ')})`;
  return `concat('{', ${[...members, `substr(${object}, 2)`].join(', ')})`;
}
