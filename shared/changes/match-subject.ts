import { textOf, type Values } from '../register/facts.ts';

/** A row of their list, by what its columns mean. */
export interface TheirRow {
  /** The cell's text, blanks at the ends gone; '' where there is none. Names of sheet and file may tell one for all rows. */
  text(target: string): string;
}

/** Something of a person that is told by both sides. */
export interface ComparedField {
  /** The register's field that is shown and that a difference is about. */
  readonly field: string;
  /** What their row says of it, in the register's words; null: nothing. */
  readonly theirs: (row: TheirRow) => string | null;
  /** Whether the register says so, too. Where this is missing: the same value. */
  readonly agrees?: (person: Values, theirs: string) => boolean;
}

/** What is known of the list as a whole when the register is asked whom it expects on it. */
export interface ListFacts {
  readonly year: number;
  /** What the rows are about, by the subject's `scope`: stages of school. Empty where no row says. */
  readonly scope: ReadonlySet<string>;
}

/** The clerk's words for the places in which people and rows stand. */
export interface QuadrantWords {
  readonly differ: string;
  readonly onlyTheirs: string;
  readonly onlyRegister: string;
  readonly both: string;
}

/** A subject of the plan under which lists are held against the register, declared once (plan.md, S38, S46, S50). */
export interface MatchSubject {
  /** Key for the command line. */
  readonly key: string;
  readonly label: string;
  /** The plan's own heading. */
  readonly topic: '双纳入' | '教育' | '健康' | '就业' | '住房' | '经营' | '残疾人' | '其他保障';
  /** Rows of the plan that ask for it. */
  readonly plan: readonly string[];
  /** Kinds of sheets that are its list. */
  readonly kinds: readonly string[];
  /** Whom a row is about: one person, or the whole household by its head or anybody in it. */
  readonly about: 'person' | 'household';
  /** Fields of the register that `expects` and the comparisons read. */
  readonly reads: readonly string[];
  /** Why somebody should be on the list, or null. Missing: nobody is asked after; whoever is on the list is to be looked at. */
  expects?(person: Values, list: ListFacts): string | null;
  scope?(row: TheirRow): readonly string[];
  /** Compared besides name, sex and birth date: columns of theirs that are the register's own fields. */
  readonly columns: readonly string[];
  /** Compared where their words are not the register's, or where standing on the list says it. */
  readonly compared: readonly ComparedField[];
  readonly words: QuadrantWords;
  /** What to do about each place, in a sentence. */
  readonly hints: Partial<QuadrantWords>;
}

/** Standing on the list says it, unless a column of theirs says otherwise. */
export const onTheList = (field: string, value: string, unless?: (row: TheirRow) => boolean): ComparedField => ({
  field,
  theirs(row) {
    // A column of the field's own is compared as one.
    if (row.text(field) !== '') return null;
    return unless?.(row) === true ? '否' : value;
  },
});

export const isYes = (person: Values, key: string): boolean => textOf(person, key) === '是';

/** Age at the end of the year, or null without a birth date. */
export function ageIn(person: Values, year: number): number | null {
  const born = textOf(person, 'birthDate').slice(0, 4) || textOf(person, 'identityNo').slice(6, 10);
  return /^(19|20)\d\d$/.test(born) ? year - Number(born) : null;
}
