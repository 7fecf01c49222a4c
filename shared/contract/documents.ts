import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Stored } from '../fields/reading.ts';
import type { DossierLine } from '../plan/dossier.ts';
import { leaving } from './outgoing.ts';
import { procedure, reading } from './procedure.ts';
import type { UndoState } from './tables.ts';

/** A paper or photo of a household. Its values are those of the ledger `document`, and are edited there. */
export interface DocumentRow {
  readonly id: string;
  readonly memberId: string | null;
  /** By field key of the ledger. */
  readonly values: Readonly<Record<string, Stored>>;
  /** How it can be looked at in the page; null: it has to be saved and opened elsewhere, or it is only on paper. */
  readonly preview: 'image' | 'pdf' | 'text' | null;
  readonly revision: number;
}

export interface DocumentSizes {
  /** Contents of this household. */
  readonly household: number;
  /** Contents of all households, each once. */
  readonly contents: number;
  /** The register's file as a whole. */
  readonly register: number;
}

export interface HouseholdDocuments {
  readonly documents: readonly DocumentRow[];
  readonly dossier: readonly DossierLine[];
  readonly sizes: DocumentSizes;
}

/** Bytes of one file at most, and files that are stored in one go. */
export const largestDocument = 30 * 1024 * 1024;
export const mostDocuments = 50;
/** Bytes of one household's folder at most: a folder is made in memory. */
export const largestFolder = 1024 * 1024 * 1024;

const short = z.string().trim().max(200);

/** Papers and photos of a household, stored in the register byte for byte, and what its file still lacks. */
export const documents = {
  list: reading.input(z.object({ householdId: z.string(), year: z.int() })).output(type<HouseholdDocuments>()),
  /** Stores files, one command for all. VALUE_REFUSED, FILE_EMPTY, FILE_TOO_LARGE name the file; then none is stored. */
  add: procedure
    .input(
      z.object({
        householdId: z.string(),
        memberId: z.string().optional(),
        /** The record of a ledger that it proves, of this household or of one of its people. */
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
};
