import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Entity } from '../../../shared/register/field.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import { OrderedIds } from '../../../electron/core/tables/answers.ts';
import { firstRows } from '../../../electron/core/tables/first-rows.ts';
import { orderedIds, type TableQuery } from '../../../electron/core/tables/ordered-ids.ts';
import { sourceOf } from '../../../electron/core/tables/sources.ts';
import type { RegisterFile } from '../../../electron/core/storage/register-file.ts';
import { inventedHouseholds, put, registerWithOwn, subjects, takeOut, valueOf, year } from '../support/invented-register.ts';

describe('the rows of a table in their order', () => {
  it('begin with those that are found without putting all of them into it', async () => {
    const register = await registerWithOwn();
    fc.assert(
      fc.property(inventedHouseholds(8), fc.constantFrom(...subjects), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 100 }), (households, subject, wanted, told) => {
        takeOut(register);
        register.log.run({ kind: 'edit', label: '造' }, (writer) => put(writer, households));
        const all = orderedIds(register, { subject, year });
        const first = firstRows(register, sourceOf(subject), year, wanted, told);
        // What stands for itself goes by its year.
        if (first === null) {
          expect(sourceOf(subject).person).toBeNull();
          return;
        }
        expect(first).toEqual(all.slice(0, first.length));
        expect(first.length).toBeGreaterThanOrEqual(Math.min(wanted, all.length));
      }),
      { numRuns: 100 },
    );
    register.close();
  });
});

const questions: readonly TableQuery[] = [
  ...subjects.map((subject) => ({ subject, year })),
  { subject: 'people', year, sorts: [{ field: 'memberPhone', descending: true }] },
  { subject: 'people', year, sorts: [{ field: 'headName', descending: false }] },
  { subject: 'people', year, filters: [{ field: 'workMonths', test: 'notBlank' }] },
  { subject: 'households', year, filters: [{ field: 'village', test: 'notBlank' }], sorts: [{ field: 'totalIncome', descending: false }] },
  { subject: 'people', year, search: '王' },
];

/** Columns that have a part in some of the questions, and columns that have none. */
const written = ['village', 'householdNo', 'householdPhone', 'name', 'relation', 'memberPhone', 'totalIncome', 'mainCause', 'workMonths', 'education', 'helpUntil', 'helperPhone'] as const;

interface Act {
  readonly column: (typeof written)[number];
  readonly value: Stored;
  readonly row: number;
  /** Takes a row out instead. */
  readonly remove: Entity | null;
}

const act: fc.Arbitrary<Act> = fc.constantFrom(...written).chain((column) =>
  fc.record({ column: fc.constant(column), value: column === 'relation' ? fc.constantFrom('户主', '配偶') : valueOf(field(column)), row: fc.nat(), remove: fc.option(fc.constantFrom<Entity>('entry', 'helper', 'memberYear', 'householdYear'), { freq: 4 }) }),
);

function perform(register: RegisterFile, { column, value, row, remove }: Act): void {
  const entity = remove ?? field(column).entity;
  const ids = (register.sql(`SELECT id FROM ${entity} ORDER BY id`).all() as { id: string }[]).map(({ id }) => id);
  const id = ids[row % ids.length];
  if (id === undefined) return;
  register.log.run({ kind: 'edit', label: '改' }, (writer) => {
    if (remove) writer.remove(entity, id);
    else writer.set(entity, id, column, register.rows.get(entity, id)?.[column] ?? null, value);
  });
}

describe('answers that are kept', () => {
  it('are those of now after any write, and those of then for a page that has not read again', async () => {
    const register = await registerWithOwn();
    fc.assert(
      fc.property(inventedHouseholds(6), fc.array(act, { minLength: 1, maxLength: 6 }), fc.constantFrom(...questions), fc.constantFrom(0, 5000), fc.constantFrom(4, 500), (households, acts, question, few, ahead) => {
        takeOut(register);
        register.log.run({ kind: 'edit', label: '造' }, (writer) => put(writer, households));
        const ordered = new OrderedIds(few, ahead);
        const given: { revision: number; ids: readonly string[] }[] = [];
        for (const each of [null, ...acts]) {
          if (each) {
            ordered.ready();
            perform(register, each);
          }
          const ids = orderedIds(register, question);
          expect(ordered.window(register, question, 1, 3)).toEqual({ total: ids.length, ids: ids.slice(1, 4) });
          if (each?.remove !== null) expect(ordered.of(register, question).ids).toEqual(ids);
          given.push({ revision: register.log.revision, ids });
        }
        for (const { revision, ids } of given) expect(ordered.at(register, question, revision)?.ids).toEqual(ids);
        ordered.clear();
      }),
      { numRuns: 150 },
    );
    register.close();
  });

  it('are not made again for a cell that has no part in them', async () => {
    const register = await registerWithOwn();
    register.log.run({ kind: 'edit', label: '造' }, (writer) => {
      writer.create('household', 'h', { village: '东村' });
      writer.create('member', 'm', { householdId: 'h', name: '张试一', relation: '户主' });
    });
    const ordered = new OrderedIds();
    const people = { subject: 'people', year } as const;
    const before = ordered.of(register, people).ids;
    register.log.run({ kind: 'edit', label: '改' }, (writer) => writer.set('member', 'm', 'memberPhone', null, '19900000001'));
    expect(ordered.of(register, people).ids).toBe(before);
    register.log.run({ kind: 'edit', label: '改' }, (writer) => writer.set('household', 'h', 'village', '东村', '西村'));
    const moved = ordered.of(register, people).ids;
    expect(moved).not.toBe(before);
    // The areas of the office say how one walks, and no cell tells of them.
    register.log.run({ kind: 'settings', label: '修改地区' }, () => register.rows.renewWalkKeys());
    expect(ordered.of(register, people).ids).not.toBe(moved);
    register.close();
  });
});
