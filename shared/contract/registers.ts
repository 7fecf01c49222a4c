import { type } from '@orpc/contract';
import { z } from 'zod';
import type { OwnColumn } from '../register/own/own-column.ts';
import type { InspectionUnderWay } from './inspections.ts';
import { free, procedure, reading, readingInspected } from './procedure.ts';

export const areaSchema = z.object({
  code: z.string().regex(/^\d{2,15}$/),
  name: z.string().trim().min(1).max(60),
  /** As the sheets write it: 甲峪村 for 甲峪村民委员会. */
  short: z.string().trim().min(1).max(60),
  level: z.enum(['province', 'city', 'district', 'town', 'village']),
  parent: z.string().nullable(),
});
export type Area = z.infer<typeof areaSchema>;

/** The register that is open. */
export interface RegisterInfo {
  readonly name: string;
  readonly office: string;
  /** Where the file lies, for the title bar's tooltip only. */
  readonly file: string;
  readonly workingYear: number;
  /** Years that have any yearly record, and the working year. */
  readonly years: readonly number[];
  readonly households: number;
  readonly people: number;
  readonly revision: number;
  /** The columns that the office added: whoever reads this knows them from then on (shared/register/own/spoken.ts). */
  readonly own: readonly OwnColumn[];
  /** Of a copy of a register that another program has open: when it was taken, ISO. It can only be looked at. */
  readonly copiedAt: string | null;
  /** The inspection that is under way: nothing but its own log can be written meanwhile. */
  readonly inspection: InspectionUnderWay | null;
  /** Which day it was asked about; null: it is the register as it is now. */
  readonly past: PastDay | null;
}

/** A past day at whose end the register is looked at. */
export interface PastDay {
  readonly day: string;
  /** When the last command until then was written, ISO; null: nothing had been written yet. */
  readonly lastAt: string | null;
  /** Commands whose date contradicts their place in the log, because the computer's clock was wrong. */
  readonly misdated: number;
}

export interface RecentRegister {
  /** Opaque: what `open` takes. */
  readonly ref: string;
  readonly name: string;
  readonly file: string;
  readonly openedAt: string;
}

export const registers = {
  current: readingInspected.output(type<RegisterInfo | null>()),
  /** Which register is open and how far it is: asked again and again, so that a window sees what another one writes. */
  state: free.output(type<{ readonly file: string; readonly revision: number; /** Number of the inspection that is under way. */ readonly inspection: number | null } | null>()),
  recent: free.output(type<readonly RecentRegister[]>()),
  /** The area tree of 明山区 down to villages, as it is offered for a new register. */
  presetAreas: free.output(type<readonly Area[]>()),
  /** A new register; the host asks where it goes. Null: the user cancelled. */
  create: free
    .input(
      z.object({
        name: z.string().trim().min(1).max(60),
        office: z.string().trim().max(60),
        workingYear: z.int().min(2013).max(2100),
        areas: z.array(areaSchema).max(20_000),
      }),
    )
    .output(type<RegisterInfo | null>()),
  /** Opens a recent register, or asks which. Null: the user cancelled. */
  open: free.input(z.object({ ref: z.string().optional() })).output(type<RegisterInfo | null>()),
  /** A copy of the register that REGISTER_IN_USE was just told of, or a newer one of the copy that is open: to be looked at. */
  openCopy: free.output(type<RegisterInfo>()),
  /** Makes a register with invented people and opens it. */
  openSample: free.input(z.object({ /** With what a year leaves in the ledgers. */ withYear: z.boolean().optional() }).optional()).output(type<RegisterInfo>()),
  close: free.output(type<null>()),
  areas: reading.output(type<readonly Area[]>()),
  saveAreas: procedure.input(z.object({ areas: z.array(areaSchema).max(20_000) })).output(type<RegisterInfo>()),
  saveSettings: procedure
    .input(
      z.object({
        name: z.string().trim().min(1).max(60),
        office: z.string().trim().max(60),
        workingYear: z.int().min(2013).max(2100),
      }),
    )
    .output(type<RegisterInfo>()),
};
