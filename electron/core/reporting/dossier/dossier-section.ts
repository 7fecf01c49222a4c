import type { FindingRow } from '../../../../shared/contract/checking.ts';
import type { DocumentRow } from '../../../../shared/contract/documents.ts';
import type { ProblemRow } from '../../../../shared/contract/problems.ts';
import type { Stored } from '../../../../shared/fields/reading.ts';
import { passed, type Level } from '../../../../shared/papers/gate.ts';
import type { Block, TableColumn } from '../../../../shared/papers/paper.ts';
import type { DossierLine } from '../../../../shared/plan/dossier.ts';
import type { HouseholdFacts, Values } from '../../../../shared/register/facts.ts';
import type { Field } from '../../../../shared/register/field.ts';
import type { IncomeYear } from '../../../../shared/register/income/income-year.ts';
import { field } from '../../../../shared/register/vocabulary.ts';

/** A photo of the household's file, ready for a paper. */
export interface Picture {
  readonly kind: string;
  readonly words: string;
  /** A data: address. */
  readonly source: string;
}

/** Everything that the register holds of one household, read once. */
export interface DossierGround {
  readonly household: HouseholdFacts;
  readonly level: Extract<Level, 'reduced' | 'full'>;
  /** yyyy-MM-dd; ages count as of it. */
  readonly day: string;
  /** The household's years, newest first. */
  readonly years: readonly { readonly year: number; readonly values: Values }[];
  readonly income: readonly IncomeYear[];
  /** Who came and went, of people who live elsewhere now, too; in the order of time. */
  readonly movements: readonly { readonly name: string; readonly values: Values }[];
  readonly documents: readonly DocumentRow[];
  readonly papers: readonly DossierLine[];
  readonly pictures: readonly Picture[];
  /** Photos that stand in the register and not in this dossier, for a number may be on them. */
  readonly closed: number;
  /** Photos that no PDF can show. */
  readonly unseen: number;
  readonly findings: readonly FindingRow[];
  readonly problems: readonly ProblemRow[];
}

/** A part of the dossier, declared once: the contents, the pages and the tests follow. */
export interface DossierSection {
  readonly key: string;
  readonly title: string;
  /** Nothing where the register holds nothing of it; the contents say so. */
  readonly blocks: (ground: DossierGround) => readonly Block[];
}

/** As many years as stand beside one another on a page. */
export const mostYears = 3;

/** A value as it may stand in this dossier. */
export const saidOf = ({ level }: Pick<DossierGround, 'level'>, of: Field, value: Stored | undefined): string => passed(of, value ?? null, level);
export const said = (ground: Pick<DossierGround, 'level'>, values: Values, key: string): string => saidOf(ground, field(key), values[key]);

export const withUnit = ({ label, unit }: Field): string => (unit === undefined || label.endsWith(')') ? label : `${label}（${unit}）`);

/** Labels with their values, those alone that are filled in. */
export function pairsOf(ground: Pick<DossierGround, 'level'>, fields: readonly Field[], values: Values): { label: string; value: string }[] {
  return fields.map((each) => ({ label: withUnit(each), value: saidOf(ground, each, values[each.key]) })).filter(({ value }) => value !== '');
}

export const column = (head: string, share: number, align: TableColumn['align'] = 'center'): TableColumn => ({ head, share, align });

/** A table, or nothing where it has no row. */
export const tableOf = (heading: string | undefined, columns: readonly TableColumn[], rows: readonly (readonly string[])[]): Block[] =>
  rows.length === 0 ? [] : [{ kind: 'table', ...(heading === undefined ? {} : { heading }), columns, rows }];
