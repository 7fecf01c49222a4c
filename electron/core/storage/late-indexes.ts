import type { Connection } from './connection.ts';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

interface Index {
  readonly name: string;
  readonly sql: string;
}

/**
 * Takes away, inside a transaction, the indexes of the tables that will have more new rows than they have now; what is returned
 * makes them again. Sorted once they cost less than half of what they cost kept row by row. Where the transaction ends otherwise they
 * are as they were.
 */
export function putOffIndexes(connection: Connection, newRows: ReadonlyMap<string, number>): () => void {
  const indexes = connection.prepare("SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL");
  const put: Index[] = [];
  for (const [table, rows] of newRows) {
    const { more } = connection.prepare(`SELECT count(*) > ? AS more FROM (SELECT 1 FROM main.${quoted(table)} LIMIT ?)`).get(rows - 1, rows) as { more: number };
    if (more === 0) put.push(...(indexes.all(table) as Index[]));
  }
  for (const { name } of put) connection.exec(`DROP INDEX main.${quoted(name)}`);
  return () => {
    // As the file itself has them written.
    for (const { sql } of put) connection.exec(sql);
  };
}
