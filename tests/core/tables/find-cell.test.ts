import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stored } from '../../../shared/fields/reading.ts';
import { entities, kindOf, type Field } from '../../../shared/register/field.ts';
import { ledgers } from '../../../shared/register/ledgers/index.ts';
import { speak } from '../../../shared/register/own/spoken.ts';
import { storedFields } from '../../../shared/register/vocabulary.ts';
import { ledgerSubject, type Subject } from '../../../shared/sheets/subject.ts';
import { CellSearch } from '../../../electron/core/tables/blocks/cell-search.ts';
import { countCells, findCell } from '../../../electron/core/tables/blocks/find-cell.ts';
import { rowsThatMayShow } from '../../../electron/core/tables/blocks/look-through.ts';
import type { BlockGround } from '../../../electron/core/tables/blocks/plan-block.ts';
import type { Sought } from '../../../electron/core/tables/blocks/replace.ts';
import { orderedIds } from '../../../electron/core/tables/ordered-ids.ts';
import { tableRow } from '../../../electron/core/tables/rows.ts';
import { sourceOf } from '../../../electron/core/tables/sources.ts';
import type { Writer } from '../../../electron/core/storage/commands.ts';
import { openRegisterFile, type RegisterFile } from '../../../electron/core/storage/register-file.ts';
import { choices, draft } from '../own/support.ts';
import { openTestCore } from '../support/core.ts';

const year = 2020;
const about = (whom: string): string => ledgers.find((ledger) => ledger.about === whom)?.key ?? '';
const recordsAbout = [about('member'), about('household'), about('nobody')];
const subjects: readonly Subject[] = ['people', 'households', 'helpers', ...recordsAbout.map(ledgerSubject)];

/** Letters of both cases, known to SQLite and not; signs that LIKE, JSON and patterns take for their own. */
const sign = fc.constantFrom(...'aAkKéÉｂＢ王试一01259xX%_\\"\',.-~ '.split(''));
const words = fc.string({ unit: sign, minLength: 1, maxLength: 5 });
const day = fc.tuple(fc.integer({ min: 2019, max: 2021 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));
const two = (number: number): string => String(number).padStart(2, '0');

function valueOf({ kind, codes }: Field): fc.Arbitrary<Stored> {
  switch (kind) {
    case 'money': return fc.oneof(fc.integer({ min: -150, max: 150 }), fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }));
    case 'count': return fc.nat(1200);
    case 'measure': return fc.integer({ min: -4000, max: 40_000 }).map((number) => number / 4);
    case 'year': return fc.integer({ min: 2015, max: 2021 });
    case 'date': return day.map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`);
    case 'month': return day.map(([y, m]) => `${y}-${two(m)}`);
    case 'yesNo': return fc.constantFrom('是', '否');
    case 'code': return fc.subarray([...(codes?.values ?? [])], { minLength: 1, maxLength: codes?.several ? 2 : 1 }).map((chosen) => chosen.map(({ value }) => value).join('、'));
    default: return words;
  }
}

/** Values of a row's fields; of most of them nothing. */
const valuesOf = (fields: readonly Field[]): fc.Arbitrary<Record<string, Stored>> =>
  fc.record(Object.fromEntries(fields.map((field) => [field.key, fc.option(valueOf(field), { freq: 1, nil: null })])));

function inventedHouseholds() {
  const of = (entity: (typeof entities)[number]) => valuesOf(storedFields(entity).filter((field) => field.entity === entity));
  const record = (ledger: string) => valuesOf(sourceOf(ledgerSubject(ledger)).table.fields.filter(({ entity, key }) => entity === 'entry' && key !== 'year'));
  const member = fc.record({ values: of('member'), name: words, head: fc.boolean(), years: of('memberYear'), record: record(recordsAbout[0] ?? '') });
  return fc.array(fc.record({ values: of('household'), years: of('householdYear'), helper: of('helper'), helperName: words, members: fc.array(member, { minLength: 1, maxLength: 3 }), record: record(recordsAbout[1] ?? ''), alone: record(recordsAbout[2] ?? '') }), { minLength: 1, maxLength: 4 });
}
type Invented = ReturnType<typeof inventedHouseholds> extends fc.Arbitrary<infer T> ? T : never;

function put(writer: Writer, households: Invented): void {
  let last = 0;
  const id = (): string => `row-${++last}`;
  for (const household of households) {
    const householdId = id();
    writer.create('household', householdId, household.values);
    writer.create('householdYear', id(), { ...household.years, householdId, year });
    writer.create('helper', id(), { ...household.helper, helperName: household.helperName, householdId });
    for (const { values, name, head, years, record } of household.members) {
      const memberId = id();
      writer.create('member', memberId, { ...values, name, relation: head ? '户主' : (values['relation'] ?? null), householdId });
      writer.create('memberYear', id(), { ...years, memberId, year });
      // A person may have moved since: the record then stands where the person does.
      writer.create('entry', id(), { ...record, ledger: recordsAbout[0] ?? '', householdId: head ? householdId : null, memberId, year });
    }
    writer.create('entry', id(), { ...household.record, ledger: recordsAbout[1] ?? '', householdId, year: null });
    writer.create('entry', id(), { ...household.alone, ledger: recordsAbout[2] ?? '', year });
  }
}

function takeOut(register: RegisterFile): void {
  register.log.run({ kind: 'edit', label: '清空' }, (writer) => {
    for (const entity of ['entry', 'helper', 'memberYear', 'member', 'householdYear', 'household'] as const) {
      for (const { id } of register.sql(`SELECT id FROM ${entity}`).all() as { id: string }[]) writer.remove(entity, id);
    }
  });
}

/** A register with a column of the office's own of every kind that JSON keeps otherwise than a table would. */
async function registerWithOwn(): Promise<RegisterFile> {
  const { core, client, path } = await openTestCore();
  for (const [whose, more] of [['household', { kind: 'text' }], ['memberYear', { kind: 'money' }], ['member', { kind: 'measure' }], ['householdYear', { kind: 'code', choices: choices('东K', '西') }]] as const) {
    await client.ownColumns.add({ about: whose, draft: draft({ label: `列${whose}`, ...more }) });
  }
  await client.ownColumns.add({ about: ledgerSubject(recordsAbout[0] ?? ''), draft: draft({ label: '列记录', kind: 'text' }) });
  core.close();
  const register = openRegisterFile(path, { who: '试用员', now: () => new Date() });
  speak(register.own);
  return register;
}

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
    });
    let found = 0;
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ households, subject, kinds, sought: { text: typed, whole, matchCase }, part, start, backwards }) => {
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
        const { at, matches } = findCell(register, ground, { ...asked, after: { row: Math.floor(from / width), field: fields[from % width] ?? '' }, backwards });
        expect(at && at.row * width + fields.indexOf(at.field)).toBe(next ?? null);
        const counted = await countCells(register, ground, asked, { signal: new AbortController().signal, tell: () => undefined });
        expect([counted, matches ?? counted]).toEqual([hits.length, hits.length]);
      }),
      { numRuns: 150 },
    );
    register.close();
    // Were nothing ever looked for that is there, nothing would have been shown.
    expect(found).toBeGreaterThan(25);
  }, 120_000);

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
    const search = (text: string) => new CellSearch(register, { subject: 'people', year, ids, revision: register.log.revision, today: '2020-06-01' }, columns.map(({ field }) => field.key), { text }).known;
    expect([search('4321'), search('4,321.00'), search('试一')]).toEqual([0, 501, 1002]);
    register.close();
  });
});
