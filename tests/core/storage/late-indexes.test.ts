import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { putOffIndexes } from '../../../electron/core/storage/late-indexes.ts';

function twoTables() {
  const connection = new Database(':memory:');
  connection.exec('CREATE TABLE grows (id TEXT PRIMARY KEY, name TEXT); CREATE INDEX grows_by_name ON grows (name) WHERE name IS NOT NULL; CREATE UNIQUE INDEX grows_once ON grows (name, id)');
  connection.exec("CREATE TABLE stays (id TEXT PRIMARY KEY, name TEXT); CREATE INDEX stays_by_name ON stays (name); INSERT INTO stays VALUES ('1', '甲'), ('2', '乙'), ('3', '丙')");
  const indexes = (): unknown[] => connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name").all();
  return { connection, indexes };
}
const newRows = new Map([['grows', 3], ['stays', 3]]);

it('makes the indexes again as they were, only of tables that more than double', () => {
  const { connection, indexes } = twoTables();
  const before = indexes();
  connection.exec('BEGIN');
  const make = putOffIndexes(connection, newRows);
  expect(indexes()).toEqual(before.filter((index) => !/"grows_/.test(JSON.stringify(index))));
  connection.exec("INSERT INTO grows VALUES ('1', '甲'), ('2', '乙'), ('3', NULL)");
  make();
  connection.exec('COMMIT');
  expect(indexes()).toEqual(before);
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
});

it('leaves them as they were where the transaction is rolled back, and finds what must not be twice', () => {
  const { connection, indexes } = twoTables();
  const before = indexes();
  connection.exec('CREATE UNIQUE INDEX grows_name_once ON grows (name)');
  connection.exec('BEGIN');
  const make = putOffIndexes(connection, newRows);
  connection.exec("INSERT INTO grows VALUES ('1', '甲'), ('2', '甲'), ('3', '乙')");
  expect(make).toThrow('UNIQUE');
  connection.exec('ROLLBACK');
  connection.exec('DROP INDEX grows_name_once');
  expect(indexes()).toEqual(before);
});
