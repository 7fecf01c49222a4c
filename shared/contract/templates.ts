import { type } from '@orpc/contract';
import { z } from 'zod';
import { eaches, type Each, type Form } from '../templates/form.ts';
import type { Block } from '../templates/form-grid.ts';
import { leaving } from './outgoing.ts';
import { procedure, reading } from './procedure.ts';
import { rowsQuery, subject } from './tables.ts';

const { search, filters, sorts } = rowsQuery.shape;

const target = z.string().max(200).nullable();

/** What somebody says of a form, against what was understood: see shared/templates/form.ts. */
const formWord = z.object({
  each: z.enum(eaches).optional(),
  sheets: z
    .array(
      z.object({
        sheet: z.string().max(200),
        skip: z.boolean().optional(),
        /** null: there is no list on it. */
        subject: subject.nullable().optional(),
        headerRows: z.array(z.int().min(1)).min(1).max(3).optional(),
        columns: z.record(z.string().max(3), target).optional(),
        places: z.record(z.string().max(300), target).optional(),
      }),
    )
    .max(200)
    .optional(),
});

/** Who goes onto a form. A list of other rows than those that a view has takes those of its households. */
const formWho = z.discriminatedUnion('by', [
  z.object({ by: z.literal('all') }),
  z.object({ by: z.literal('village'), village: z.string().max(200) }),
  z.object({ by: z.literal('household'), householdId: z.string().max(60) }),
  z.object({ by: z.literal('view'), subject, search, filters, sorts }),
  z.object({ by: z.literal('rows'), subject, ids: z.array(z.string().max(60)).min(1).max(100_000) }),
]);
export type FormWho = z.infer<typeof formWho>;

/** A form that was filled before: how it was understood, and the blank itself. */
export interface FormTemplate {
  readonly id: number;
  readonly name: string;
  readonly kind: 'xlsx' | 'docx';
  readonly file: string;
  readonly each: Each;
  /** How many columns and places are filled. */
  readonly columns: number;
  readonly places: number;
  /** Whether the blank is kept, so that it can be filled without being looked for. */
  readonly kept: boolean;
  readonly lastUsed: string;
  readonly uses: number;
}

/** A sheet of a form as it is shown: its first rows, with merged cells. */
export interface FormSheetLook {
  readonly sheet: string;
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
  readonly merges: readonly Block[];
  readonly width: number;
  /** The last row that anything stands in; the look may end before. */
  readonly last: number;
}

export interface FormLook {
  readonly file: string;
  readonly kind: 'xlsx' | 'docx';
  readonly form: Form;
  readonly looks: readonly FormSheetLook[];
  /** The form that this is, where it was filled before. */
  readonly remembered: { readonly id: number; readonly name: string } | null;
  /** Whether several fillings can be sheets of one workbook. */
  readonly sheetsCan: boolean;
}

/** How several fillings are handed over: a file each in one .zip, or a sheet each in one workbook. */
const bundles = ['files', 'sheets'] as const;

const of = {
  /** The blank form, or the number of one that is kept. */
  blank: z.union([z.file(), z.int()]),
  word: formWord.optional(),
};

/** Blank forms of others, filled from the register: everything that is not filled stays as it came. */
export const templates = {
  /** How a form is understood, with what was remembered and what somebody says. Nothing is kept. */
  look: reading.input(z.object(of)).output(type<FormLook>()),
  /** Who would go onto it: how many fillings, how many rows. */
  count: reading.input(z.object({ ...of, who: formWho, year: z.int() })).output(type<{ readonly fillings: number; readonly rows: number }>()),
  /** The filled form, noted in what left; the form is remembered. */
  fillIn: reading.input(z.object({ ...of, ...leaving.shape, who: formWho, year: z.int(), bundle: z.enum(bundles).default('files'), job: z.string().optional() })).output(z.file()),
  /** Forms that were filled before, the last first. */
  list: reading.output(type<readonly FormTemplate[]>()),
  rename: procedure.input(z.object({ id: z.int(), name: z.string().trim().min(1).max(100) })).output(type<FormTemplate>()),
  forget: procedure.input(z.object({ id: z.int() })).output(type<null>()),
  /** How forms are understood, for a colleague: heads and labels, no blank and nobody's data. */
  export: reading.input(z.object({ ids: z.array(z.int()).optional() })).output(z.file()),
  import: procedure.input(z.object({ file: z.file() })).output(type<{ readonly taken: number }>()),
};
