import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FilledColumns } from '../../../electron/core/storage/filled-columns.ts';
import type { Stored } from '../../../shared/fields/reading.ts';

const inTable = ['a', 'b', 'c', 'd', 'e'];
/** Columns in any order, some of them none of the table's, some blank. */
const rows = fc.array(fc.uniqueArray(fc.tuple(fc.constantFrom(...inTable, 'x', 'y'), fc.option(fc.integer())), { selector: ([column]) => column }), { maxLength: 12 });

describe('the columns that rows fill', () => {
  it('have every value in its place, in whatever order a row names them, and ask once a column whether the table has it', () => {
    fc.assert(
      fc.property(rows, (told) => {
        const asked: string[] = [];
        const filled = new FilledColumns((column) => {
          asked.push(column);
          return inTable.includes(column);
        });
        // One list for all rows: of the row before nothing stays.
        const bound: Stored[] = ['x', 'y'];
        const outside: string[][] = [];
        const places = told.map((entries) => {
          const without: string[] = [];
          filled.row(bound, 2, Object.fromEntries(entries), (column) => without.push(column));
          outside.push(without);
          return { put: bound.slice(2), entries };
        });
        for (const [at, { put, entries }] of places.entries()) {
          const values: Readonly<Record<string, Stored>> = Object.fromEntries(entries);
          expect(put).toEqual(filled.columns.slice(0, put.length).map((column) => values[column] ?? null));
          expect(outside[at]?.toSorted()).toEqual(entries.map(([column]) => column).filter((column) => !inTable.includes(column)).toSorted());
        }
        for (const column of inTable) expect(filled.isFull(column)).toBe(told.length > 0 && told.every((entries) => entries.some(([each, value]) => each === column && value !== null)));
        expect(asked).toHaveLength(new Set(asked).size);
      }),
    );
  });
});
