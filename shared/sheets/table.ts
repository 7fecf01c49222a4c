import type { Stored } from '../fields/reading.ts';
import type { Entity, Field } from '../register/field.ts';
import { ledgerOf } from '../register/ledgers/index.ts';
import type { Ledger, LedgerSubject } from '../register/ledgers/ledger.ts';
import { recordYear } from '../register/ledgers/record-year.ts';
import { followingEach } from '../register/own/spoken.ts';
import { vocabulary } from '../register/vocabulary.ts';
import { ledgerKeyOf, type LedgerSubjectKey, type Subject } from './subject.ts';

/**
 * A grid, declared: what its rows are and which columns it has. The core adds where they come from (core/tables/sources.ts),
 * the page how they look at first (renderer/grid/first-columns.ts). The register's own two are written down here; every
 * ledger is one.
 */
export interface Table {
  readonly subject: Subject;
  /** 户, 人, or the ledger's name. */
  readonly title: string;
  /** The word by which rows are counted: 111 户, 208 人, 30 条. */
  readonly one: string;
  readonly ledger: Ledger | null;
  /** All of its columns, in the vocabulary's order. */
  readonly fields: readonly Field[];
  /** By what a row is called; the first that is filled. */
  readonly named: readonly string[];
}

const fieldsOf = (...entities: readonly Entity[]): readonly Field[] => vocabulary().filter(({ entity }) => entities.includes(entity));

/** A person's row shows the household's columns too. */
const records: Readonly<Record<Exclude<Subject, LedgerSubjectKey>, () => Table>> = {
  households: () => ({ subject: 'households', title: '户', one: '户', ledger: null, fields: fieldsOf('household', 'householdYear'), named: ['headName', 'householdNo'] }),
  people: () => ({ subject: 'people', title: '人', one: '人', ledger: null, fields: fieldsOf('household', 'householdYear', 'member', 'memberYear'), named: ['name', 'householdNo'] }),
  helpers: () => ({ subject: 'helpers', title: '帮扶责任人', one: '条', ledger: null, fields: fieldsOf('household', 'helper'), named: ['helperName'] }),
};

/** What a record's row shows of whom it is about, before its own fields. */
const about: Readonly<Record<LedgerSubject, { readonly entities: readonly Entity[]; readonly named: readonly string[] }>> = {
  member: { entities: ['household', 'member'], named: ['name', 'headName', 'householdNo'] },
  household: { entities: ['household'], named: ['headName', 'householdNo'] },
  nobody: { entities: [], named: [] },
};

function ledgerTable(subject: Subject, ledger: Ledger): Table {
  const { entities, named } = about[ledger.about];
  const year: readonly Field[] = ledger.year === 'none' ? [] : [{ ...recordYear, group: ledger.label }];
  const required = ledger.fields.filter((field) => field.required).map(({ key }) => key);
  return {
    subject,
    title: ledger.label,
    one: '条',
    ledger,
    fields: [...fieldsOf(...entities), ...year, ...ledger.fields],
    // What stands for itself is called by what it is known by.
    named: ledger.about === 'nobody' ? [...new Set([...required, ...ledger.keys])] : named,
  };
}

/** The table of a subject; an unknown ledger is a defect. */
export const tableOf = followingEach((subject: Subject): Table => {
  if (subject === 'households' || subject === 'people' || subject === 'helpers') return records[subject]();
  const key = ledgerKeyOf(subject);
  if (key === null) throw new Error(`No table ${subject}`);
  return ledgerTable(subject, ledgerOf(key));
});

/** What a row is called: whom it is about, or what it is known by. */
export function rowName({ named }: Table, values: Readonly<Record<string, Stored>>): string {
  const found = named.map((key) => values[key]).find((value) => value !== null && value !== undefined);
  return found === undefined ? '' : String(found);
}
