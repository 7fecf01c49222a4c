import fc from 'fast-check';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Entity, Field } from '../../../shared/register/field.ts';
import { ledgers } from '../../../shared/register/ledgers/index.ts';
import { speak } from '../../../shared/register/own/spoken.ts';
import { storedFields } from '../../../shared/register/vocabulary.ts';
import { ledgerSubject, type Subject } from '../../../shared/sheets/subject.ts';
import { sourceOf } from '../../../electron/core/tables/sources.ts';
import type { Writer } from '../../../electron/core/storage/commands.ts';
import { openRegisterFile, type RegisterFile } from '../../../electron/core/storage/register-file.ts';
import { choices, draft } from '../own/support.ts';
import { openTestCore } from './core.ts';

export const year = 2020;
const about = (whom: string): string => ledgers.find((ledger) => ledger.about === whom)?.key ?? '';
const recordsAbout = [about('member'), about('household'), about('nobody')];
export const subjects: readonly Subject[] = ['people', 'households', 'helpers', ...recordsAbout.map(ledgerSubject)];

/** Letters of both cases, known to SQLite and not; signs that LIKE, JSON and patterns take for their own. */
const sign = fc.constantFrom(...'aAkKéÉｂＢ王试一01259xX%_\\"\',.-~ '.split(''));
export const words = fc.string({ unit: sign, minLength: 1, maxLength: 5 });
const day = fc.tuple(fc.integer({ min: 2019, max: 2021 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));
const two = (number: number): string => String(number).padStart(2, '0');

export function valueOf({ kind, codes }: Field): fc.Arbitrary<Stored> {
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

/** Households with their people, helpers and records, of every sort of column. */
export function inventedHouseholds(most = 4) {
  const of = (entity: Entity) => valuesOf(storedFields(entity).filter((field) => field.entity === entity));
  const record = (ledger: string) => valuesOf(sourceOf(ledgerSubject(ledger)).table.fields.filter(({ entity, key }) => entity === 'entry' && key !== 'year'));
  const member = fc.record({ values: of('member'), name: words, head: fc.boolean(), years: of('memberYear'), record: record(recordsAbout[0] ?? '') });
  return fc.array(fc.record({ values: of('household'), years: of('householdYear'), helper: of('helper'), helperName: words, members: fc.array(member, { minLength: 1, maxLength: 3 }), record: record(recordsAbout[1] ?? ''), alone: record(recordsAbout[2] ?? '') }), { minLength: 1, maxLength: most });
}
export type Invented = ReturnType<typeof inventedHouseholds> extends fc.Arbitrary<infer T> ? T : never;

export function put(writer: Writer, households: Invented): void {
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
    writer.create('entry', id(), { ledger: recordsAbout[0] ?? '', year: null });
    writer.create('entry', id(), { ...household.record, ledger: recordsAbout[1] ?? '', householdId, year: null });
    writer.create('entry', id(), { ...household.alone, ledger: recordsAbout[2] ?? '', year });
  }
}

export function takeOut(register: RegisterFile): void {
  register.log.run({ kind: 'edit', label: '清空' }, (writer) => {
    for (const entity of ['entry', 'helper', 'memberYear', 'member', 'householdYear', 'household'] as const) {
      for (const { id } of register.sql(`SELECT id FROM ${entity}`).all() as { id: string }[]) writer.remove(entity, id);
    }
  });
}

/** A register with a column of the office's own of every kind that JSON keeps otherwise than a table would. */
export async function registerWithOwn(): Promise<RegisterFile> {
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
