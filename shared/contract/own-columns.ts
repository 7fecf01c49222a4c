import { type } from '@orpc/contract';
import { z } from 'zod';
import { units } from '../register/field.ts';
import { ownKinds, ownOwners, ownSecrets, ownStates, type OwnColumn, type OwnKind, type OwnState } from '../register/own/own-column.ts';
import { ledgerSubjects } from '../sheets/subject.ts';
import { procedure, reading } from './procedure.ts';
import type { UndoState } from './tables.ts';

// The keys of the object itself.
const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>): [Key, ...Key[]] => Object.keys(words) as [Key, ...Key[]];

export const ownAbout = z.enum([...ownOwners, ...ledgerSubjects]);
export type OwnAbout = z.infer<typeof ownAbout>;

/** What a person says of an own column; limits as typed, '' for none. */
export const ownDraft = z.object({
  label: z.string().trim().max(40),
  kind: z.enum(keysOf<OwnKind>(ownKinds)),
  group: z.string().trim().max(20),
  unit: z.enum(units).nullable(),
  secret: z.enum(keysOf(ownSecrets)),
  also: z.array(z.string().trim().min(1).max(60)).max(20),
  /** `was`: the choice that it is another word for; whatever has the one gets the other. */
  choices: z.array(z.object({ value: z.string().trim().min(1).max(40), also: z.array(z.string().trim().min(1).max(40)).max(20), was: z.string().optional() })).max(200),
  several: z.boolean(),
  wanted: z.boolean(),
  least: z.string().trim().max(20),
  most: z.string().trim().max(20),
  state: z.enum(keysOf<OwnState>(ownStates)),
});
export type OwnDraft = z.infer<typeof ownDraft>;

export interface OwnColumnUse {
  readonly column: OwnColumn;
  /** Rows that have a value in it. */
  readonly values: number;
}

/** A column of imported files that nothing in the register stood for: kept as a note beside the rows, under its header. */
export interface NotedColumn {
  readonly header: string;
  readonly about: OwnAbout;
  readonly rows: number;
  /** A few of its values, the most frequent first. */
  readonly samples: readonly string[];
  /** The kind of which all of its values are, the narrowest. */
  readonly kind: OwnKind;
}

export interface NotesTaken {
  readonly key: string;
  readonly taken: number;
  /** Notes that stay notes: no value of the column, or the row has another one. */
  readonly left: readonly { readonly where: string; readonly value: string; readonly why: string }[];
  readonly revision: number;
  readonly undo: UndoState;
}

const done = type<{ readonly key: string; readonly revision: number; readonly undo: UndoState }>();

export const ownColumns = {
  list: reading.output(type<readonly OwnColumnUse[]>()),
  add: procedure.input(z.object({ about: ownAbout, draft: ownDraft })).output(done),
  /** Whom a column is about stays as it is; its kind too, once it has values. STALE where it changed after `base`. */
  change: procedure.input(z.object({ key: z.string(), base: z.int(), draft: ownDraft })).output(done),
  notes: reading.output(type<readonly NotedColumn[]>()),
  /** Reads the notes under a header into a new column, one command; what is no value of its kind stays a note and is told. */
  addFromNotes: procedure
    .input(z.object({ header: z.string(), about: ownAbout, draft: ownDraft }))
    .output(type<NotesTaken>()),
  /** The declarations as a file for a colleague: names and choices, no values. */
  exportFile: reading.input(z.object({ keys: z.array(z.string()).optional() })).output(z.file()),
  /** Takes a colleague's in; those that are here already stay as they are. */
  importFile: procedure.input(z.object({ file: z.file() })).output(type<{ readonly added: number; readonly there: number }>()),
};
