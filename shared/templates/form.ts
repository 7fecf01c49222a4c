import type { Subject } from '../sheets/subject.ts';

/** How often a form is filled: once with everybody as a list, or once for each household or person. */
export const eaches = ['once', 'household', 'person'] as const;
export type Each = (typeof eaches)[number];

export const columnReasons = ['header', 'mark', 'given', 'formula', 'word'] as const;

/** A column of a list on a form. */
export interface FormColumn {
  readonly index: number;
  readonly letters: string;
  /** As written, levels joined by " / ". */
  readonly header: string;
  /** Key of a field or a word of `form-words.ts`; null: left blank. */
  readonly target: string | null;
  /** Why: by its header, by a mark in the row to be filled, because somebody said so; formula: the form works it out, and word: the form says the same in every row — both stay. */
  readonly by: (typeof columnReasons)[number];
}

/** What the form itself has in a column stays there. */
export const isForms = ({ by }: Pick<FormColumn, 'by'>): boolean => by === 'formula' || by === 'word';

/** The rows that a list is written into. */
export interface FormBody {
  readonly first: number;
  /** Last row that is prepared; one less than the first where none is. */
  readonly last: number;
  /** How many of them hold somebody already: an old list is written over. */
  readonly filled: number;
}

export interface FormList {
  readonly subject: Subject;
  readonly headerRows: readonly number[];
  readonly columns: readonly FormColumn[];
  readonly body: FormBody;
}

/** A single value on a form. */
export interface FormPlace {
  /** By this it is spoken of: the cell and what stands there. */
  readonly key: string;
  readonly cell: string;
  /** mark: a sign such as {户主姓名} is replaced; beside: the blank cell right of its label; behind: the blank behind 村： in the same cell. */
  readonly kind: 'mark' | 'beside' | 'behind';
  /** The label, or what the mark says. */
  readonly label: string;
  readonly target: string | null;
  readonly given: boolean;
}

export interface FormSheet {
  readonly sheet: string;
  readonly skip: boolean;
  readonly list: FormList | null;
  readonly places: readonly FormPlace[];
}

/** A blank form as it is understood. */
export interface Form {
  readonly each: Each;
  readonly sheets: readonly FormSheet[];
}

/** What somebody says of a sheet of a form, against what was understood. */
export interface FormSheetWord {
  readonly sheet: string;
  readonly skip?: boolean | undefined;
  readonly subject?: Subject | null | undefined;
  readonly headerRows?: readonly number[] | undefined;
  /** By column letters. */
  readonly columns?: Readonly<Record<string, string | null>> | undefined;
  /** By the places' keys. */
  readonly places?: Readonly<Record<string, string | null>> | undefined;
}

export interface FormWord {
  readonly each?: Each | undefined;
  readonly sheets?: readonly FormSheetWord[] | undefined;
}

/** What a form that is remembered says of the same form when it comes again. */
export const wordOf = ({ each, sheets }: Form): FormWord => ({
  each,
  sheets: sheets.map(({ sheet, skip, list, places }) => ({
    sheet,
    skip,
    subject: list?.subject ?? null,
    ...(list ? { headerRows: list.headerRows, columns: Object.fromEntries(list.columns.filter((column) => !isForms(column)).map(({ letters, target }) => [letters, target])) } : {}),
    places: Object.fromEntries(places.map(({ key, target }) => [key, target])),
  })),
});

/** All that is asked for somewhere on a form. */
export function targetsOf({ sheets }: Form): string[] {
  const asked = sheets.filter(({ skip }) => !skip).flatMap(({ list, places }) => [...(list?.columns ?? []), ...places]);
  return [...new Set(asked.flatMap(({ target }) => (target === null ? [] : [target])))];
}
