import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TableImage, type ImageTable } from '../../../electron/core/storage/table-image.ts';

const table = (name: string, types: ImageTable['types']): ImageTable => {
  const columns = types.map((_, at) => `c${at}`);
  return { name, columns, types, sql: `CREATE TABLE ${name} (seq INTEGER PRIMARY KEY, ${columns.map((column, at) => `${column} ${types[at]}`).join(', ')}) STRICT` };
};
const mixed = table('mixed', ['TEXT', 'INTEGER', 'REAL', 'TEXT']);
const inOrder = Int32Array.from([0, 1, 2, 3]);

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom('', '是', '990000195111162902', '\u{20BB7}野', 'a\0b', 'x'.repeat(3000)));
const whole = fc.oneof(fc.integer(), fc.constantFrom(0, 1, 127, 128, -128, -129, 32_767, 32_768, 8_388_607, 8_388_608, -8_388_609, 2 ** 31, -(2 ** 31) - 1, 2 ** 47 - 1, 1 - 2 ** 47));
const real = fc.oneof(whole, fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)));
const row = fc.tuple(fc.option(text), fc.option(whole), fc.option(real), fc.option(text));

it('is the database that SQLite would have made of the same rows', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), fc.constantFrom(1, 255, 2 ** 24 * 256), (rows, step) => {
      const image = new TableImage([mixed, table('empty', ['TEXT'])], 64);
      expect(rows.every((values, at) => image.add(0, (at + 1) * step, values, inOrder) === 'added')).toBe(true);
      const connection = new Database(image.take());
      expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(connection.prepare('SELECT seq, c0, c1, c2, c3 FROM mixed ORDER BY seq').raw().all()).toEqual(rows.map((values, at) => [(at + 1) * step, ...values]));
      expect(connection.prepare('SELECT count(*) FROM empty').pluck().get()).toBe(0);
      connection.close();
    }),
    { numRuns: 60 },
  );
});

it('tells half of a pair as the driver does, which binds it as no character', () => {
  const halves = ['甲\ud800', '\udc00乙', '\ud800\ud800\udc00'];
  const image = new TableImage([mixed], 8);
  const connection = new Database(':memory:');
  connection.exec('CREATE TABLE bound (c0 TEXT)');
  halves.forEach((half, at) => {
    image.add(0, at + 1, [half], Int32Array.from([0, -1, -1, -1]));
    connection.prepare('INSERT INTO bound VALUES (?)').run(half);
  });
  const taken = new Database(image.take());
  expect(taken.prepare('SELECT c0 FROM mixed ORDER BY seq').pluck().all()).toEqual(connection.prepare('SELECT c0 FROM bound ORDER BY rowid').pluck().all());
  taken.close();
  connection.close();
});

it('is taken when it is full, and begins anew; each part holds its rows over many pages', () => {
  const image = new TableImage([mixed], 12);
  const found: number[] = [];
  const take = (): void => {
    const connection = new Database(image.take());
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
    found.push(...(connection.prepare('SELECT seq FROM mixed ORDER BY seq').pluck().all() as number[]));
    connection.close();
  };
  const keys = Array.from({ length: 4000 }, (_, at) => at * 7 + 1);
  for (const key of keys) {
    const values = [`试${key}`.repeat(20), key, key / 4, null];
    if (image.add(0, key, values, inOrder) === 'added') continue;
    take();
    expect(image.add(0, key, values, inOrder)).toBe('added');
  }
  take();
  expect(found).toEqual(keys);
});

it('leaves to SQLite what is very long, of another type, or behind its turn', () => {
  const image = new TableImage([mixed], 8);
  expect(image.add(0, 5, ['甲', 1, 1, null], inOrder)).toBe('added');
  for (const [key, ...values] of [[6, '长'.repeat(20_000), 1, 1, null], [6, 3, 1, 1, null], [6, '甲', '1', 1, null], [6, '甲', 1.5, 1, null], [6, '甲', 2 ** 50, 1, null], [5, '甲', 1, 1, null]] as const) {
    expect(image.add(0, key, values, inOrder)).toBe('odd');
  }
  expect(image.add(0, 6, ['乙', 1, 1, null], inOrder)).toBe('added');
  const connection = new Database(image.take());
  expect(connection.prepare('SELECT c0 FROM mixed ORDER BY seq').pluck().all()).toEqual(['甲', '乙']);
  connection.close();
});
