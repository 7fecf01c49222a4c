import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../shared/register/field.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import type { Job } from '../../../electron/core/jobs.ts';
import { CellSearch } from '../../../electron/core/tables/blocks/cell-search.ts';
import { countCells, findCell } from '../../../electron/core/tables/blocks/find-cell.ts';
import { rowsThatMayShow } from '../../../electron/core/tables/blocks/look-through.ts';
import type { BlockGround } from '../../../electron/core/tables/blocks/plan-block.ts';
import type { Sought } from '../../../electron/core/tables/blocks/replace.ts';
import { orderedIds } from '../../../electron/core/tables/ordered-ids.ts';
import { tableRow } from '../../../electron/core/tables/rows.ts';
import { sourceOf } from '../../../electron/core/tables/sources.ts';
import { inventedHouseholds, put, registerWithOwn, subjects, takeOut, words, year, type Invented } from '../support/invented-register.ts';

interface Case {
  readonly households: Invented;
  readonly subject: Subject;
  /** Of which kinds of columns; null: of all. */
  readonly kinds: readonly string[] | null;
  readonly sought: Sought;
  /** Where a part of some cell's text is looked for in place of the text: which cell, from where, how long, its letters turned. */
  readonly part: { readonly cell: number; readonly from: number; readonly length: number; readonly turned: boolean } | null;
  readonly start: number;
  readonly backwards: boolean;
  /** Letters at the end of the text that were not typed yet when it was looked for before. */
  readonly untyped: number;
}

const turnedOver = (text: string): string => [...text].map((letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase())).join('');

describe('a text looked for in every cell of a table', () => {
  it('is found exactly where the plain way finds it: every cell as it is shown, one after the other', async () => {
    const register = await registerWithOwn();
    const anyCase: fc.Arbitrary<Case> = fc.record({
      households: inventedHouseholds(),
      subject: fc.constantFrom(...subjects),
      kinds: fc.option(fc.uniqueArray(fc.constantFrom('own', 'own', 'text', 'name', 'code', 'money', 'measure', 'count', 'year', 'date', 'month'), { minLength: 1, maxLength: 2 }), { freq: 3 }),
      sought: fc.record({ text: words, whole: fc.boolean(), matchCase: fc.boolean() }),
      part: fc.option(fc.record({ cell: fc.nat(), from: fc.nat(9), length: fc.integer({ min: 1, max: 12 }), turned: fc.boolean() }), { freq: 8 }),
      start: fc.nat(),
      backwards: fc.boolean(),
      untyped: fc.nat(3),
    });
    let found = 0;
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ households, subject, kinds, sought: { text: typed, whole, matchCase }, part, start, backwards, untyped }) => {
        takeOut(register);
        register.log.run({ kind: 'edit', label: '造' }, (writer) => put(writer, households));
        const source = sourceOf(subject);
        const once = orderedIds(register, { subject, year });
        // The same rows again and again: more than are read without asking which of them show it.
        const ids = Array.from({ length: Math.ceil(501 / once.length) }, () => once).flat();
        const columns = source.columns.filter(({ field }) => kinds === null || kinds.includes(field.own ? 'own' : field.kind));
        if (once.length === 0 || columns.length === 0) return;
        const shown = once.map((id) => columns.map(({ field }) => kindOf(field).show(tableRow(register, subject, id, year).values[field.key] ?? null)));
        const filled = shown.flat().filter((text) => text !== '');
        const cell = filled.length > 0 && part ? (filled[part.cell % filled.length] ?? '') : '';
        const taken = part && cell !== '' ? [...cell].slice(whole ? 0 : part.from % [...cell].length).slice(0, whole ? undefined : part.length).join('') : typed;
        const text = part?.turned ? turnedOver(taken) : taken;
        const fold = (one: string): string => (matchCase ? one : one.toLowerCase());
        const plain = shown.map((row) => row.map((one) => one !== '' && (whole ? fold(one) === fold(text) : fold(one).includes(fold(text)))));
        const width = columns.length;
        const hits = ids.flatMap((_, row) => (plain[row % once.length] ?? []).flatMap((hit, column) => (hit ? [row * width + column] : [])));
        found += hits.length > 0 ? 1 : 0;

        const may = new Set(rowsThatMayShow(register, source, year, columns, { text, whole, matchCase }));
        expect(once.filter((id, row) => plain[row]?.includes(true) && !may.has(id))).toEqual([]);
        const fields = columns.map(({ field }) => field.key);
        const ground: BlockGround = { subject, year, ids, revision: register.log.revision, today: '2020-06-01' };
        const asked = { text, whole, matchCase, fields };
        const from = start % (ids.length * width);
        const next = backwards ? (hits.findLast((hit) => hit < from) ?? hits.at(-1)) : (hits.find((hit) => hit > from) ?? hits[0]);
        const job: Job = { signal: new AbortController().signal, tell: () => undefined };
        const earlier = [...text].slice(0, -untyped).join('');
        if (earlier !== '') await countCells(register, ground, { ...asked, whole: false, text: earlier }, job);
        const { at, matches } = findCell(register, ground, { ...asked, after: { row: Math.floor(from / width), field: fields[from % width] ?? '' }, backwards });
        expect(at && at.row * width + fields.indexOf(at.field)).toBe(next ?? null);
        const counted = await countCells(register, ground, asked, job);
        expect([counted, matches ?? counted]).toEqual([hits.length, hits.length]);
      }),
      { numRuns: 150 },
    );
    register.close();
    // Were nothing ever looked for that is there, nothing would have been shown.
    expect(found).toBeGreaterThan(25);
  });

  it('reads no row where no column can show it or none does', async () => {
    const register = await registerWithOwn();
    register.log.run({ kind: 'edit', label: '造' }, (writer) => {
      const ownOf = (entity: string): string => register.own.find(({ key }) => key.startsWith(`own.${entity}.`))?.key ?? '';
      writer.create('household', 'h', { village: '东K村', [ownOf('household')]: '门朝"东"\\北' });
      writer.create('householdYear', 'hy', { householdId: 'h', year, totalIncome: 4_321_00, houseArea: 5, wageIncome: 5 });
      writer.create('member', 'm', { householdId: 'h', name: '张试一', relation: '户主' });
    });
    const { columns } = sourceOf('people');
    const may = (text: string, whole = false) => rowsThatMayShow(register, sourceOf('people'), year, columns, { text, whole }).length;
    expect([may('没有'), may('东k'), may('西é村'), may('4,321'), may('张试', true), may('张试一', true), may('5', true), may('321', true)]).toEqual([0, 1, 0, 1, 0, 1, 1, 0]);
    // What JSON writes otherwise, and the noughts before a few fen.
    expect([may('朝"东"'), may('"\\北'), may('0.05'), may('0.05', true)]).toEqual([1, 1, 1, 1]);
    const ids = Array.from({ length: 501 }, () => 'm');
    const search = (text: string) => new CellSearch(register, { subject: 'people', year, ids, revision: register.log.revision, today: '2020-06-01' }, columns.map(({ field }) => field.key), { text });
    const counted = (text: string): number => {
      const work = search(text).count();
      for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
    };
    expect([counted('4321'), counted('4,321.00'), counted('试一')]).toEqual([0, 501, 1002]);
    // What stands at the cursor is told before all is looked through; what is nowhere is then known, too.
    const [often, nowhere] = [search('试一'), search('4321')];
    expect([often.nearest(0, false) === null, often.known, nowhere.nearest(0, false), nowhere.known]).toEqual([false, null, null, 0]);
    register.close();
  });
});
