import type { Connection } from './connection.ts';

/** What a copy need not hold in full: the contents of documents are as large as everything else a hundred times, and never change. */
const inShort: Readonly<Record<string, string>> = { documentContent: "SELECT sha256, bytes, x'' FROM main.documentContent" };

interface Made {
  readonly type: string;
  readonly name: string;
  readonly sql: string;
}

/**
 * The register as the bytes of a file, gathered in memory: the file itself stays under its lock and nothing is written to the disk.
 * Tables and indexes are copied page by page by SQLite. No command may be under way.
 */
export function copyBytes(connection: Connection): Buffer {
  const made = connection
    .prepare("SELECT type, name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND type IN ('table', 'index') ORDER BY type = 'index', rowid")
    .all() as Made[];
  const version = Number(connection.pragma('user_version', { simple: true }));
  // With foreign keys on SQLite would copy row by row.
  connection.pragma('foreign_keys = OFF');
  connection.exec("ATTACH ':memory:' AS copy");
  try {
    connection.exec('BEGIN');
    // The names of tables and indexes are those of our own migrations.
    for (const { sql } of made) connection.exec(sql.replace(/^CREATE (TABLE|UNIQUE INDEX|INDEX) /, 'CREATE $1 copy.'));
    for (const { type, name } of made) {
      if (type === 'table') connection.exec(`INSERT INTO copy."${name}" ${inShort[name] ?? `SELECT * FROM main."${name}"`}`);
    }
    connection.exec('COMMIT');
    connection.pragma(`copy.user_version = ${version}`);
    return connection.serialize({ attached: 'copy' });
  } finally {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    connection.exec('DETACH copy');
    connection.pragma('foreign_keys = ON');
  }
}
