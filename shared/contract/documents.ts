import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Stored } from '../fields/reading.ts';
import type { DossierLine } from '../plan/dossier.ts';
import { leaving } from './outgoing.ts';
import { procedure, reading } from './procedure.ts';
import type { UndoState } from './tables.ts';

/** A paper or photo of a household or of a record. Its values are those of the ledger `document`, and are edited there. */
export interface DocumentRow {
  readonly id: string;
  readonly memberId: string | null;
  /** By field key of the ledger. */
  readonly values: Readonly<Record<string, Stored>>;
  /** How it can be looked at in the page; null: it has to be saved and opened elsewhere, or it is only on paper. */
  readonly preview: 'image' | 'pdf' | 'text' | null;
  readonly revision: number;
}

/** A picture of a kind that no page and no PDF shows (HEIC, TIFF): it is stored and saved out whole. */
export const isUnseenPicture = ({ values, preview }: DocumentRow): boolean => preview === null && String(values['document.type'] ?? '').startsWith('image/');

export interface DocumentSizes {
  /** Contents of the household or record that is looked at. */
  readonly own: number;
  /** Contents of all documents, each once. */
  readonly contents: number;
  /** The register's file as a whole. */
  readonly register: number;
}

export interface HouseholdDocuments {
  readonly documents: readonly DocumentRow[];
  readonly dossier: readonly DossierLine[];
  readonly sizes: DocumentSizes;
}

/** What lies with one record of a ledger, and what it must have by what it says. */
export type RecordDocuments = HouseholdDocuments;

/** Bytes of one file at most, and files that are stored in one go. */
export const largestDocument = 30 * 1024 * 1024;
export const mostDocuments = 50;
/** Bytes of one folder at most: a folder is made in memory. */
export const largestFolder = 1024 * 1024 * 1024;

const short = z.string().trim().max(200);

/** Papers and photos of a household, or of a record of a ledger, stored in the register byte for byte, and what is still lacking. */
export const documents = {
  list: reading.input(z.object({ householdId: z.string(), year: z.int() })).output(type<HouseholdDocuments>()),
  /** Of a record of a ledger, whomever it is about. NOT_FOUND where it is gone. */
  ofRecord: reading.input(z.object({ recordId: z.string() })).output(type<RecordDocuments>()),
  /** How many papers lie with records; those with none are left out. */
  counts: reading.input(z.object({ ids: z.array(z.string()).max(500) })).output(type<Readonly<Record<string, number>>>()),
  /** Stores files, one command for all. VALUE_REFUSED, FILE_EMPTY, FILE_TOO_LARGE name the file; then none is stored. */
  add: procedure
    .input(
      z.object({
        /** Left out where the record tells whose they are. */
        householdId: z.string().optional(),
        memberId: z.string().optional(),
        /** The record of a ledger that they prove: of this household, of one of its people, or of nobody. */
        recordId: z.string().optional(),
        /** As typed; read by the kind of the ledger's fields. */
        kind: short,
        title: short.default(''),
        on: short.default(''),
        place: short.default(''),
        remark: z.string().trim().max(1000).default(''),
        files: z.array(z.file()).max(mostDocuments),
      }),
    )
    .output(type<{ readonly label: string; readonly stored: number; readonly grew: number; readonly sizes: DocumentSizes; readonly revision: number; readonly undo: UndoState }>()),
  /** The original, byte for byte, under its own name. */
  read: reading.input(z.object({ id: z.string() })).output(z.file()),
  /** One household's folder as a zip: the originals, and a list of what is there and what is missing. */
  folder: reading.input(z.object({ householdId: z.string(), year: z.int(), reason: leaving.shape.reason, job: z.string().optional() })).output(z.file()),
  /** The same of what lies with one record. */
  recordFolder: reading.input(z.object({ recordId: z.string(), reason: leaving.shape.reason, job: z.string().optional() })).output(z.file()),
};
