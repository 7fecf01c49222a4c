import { type } from '@orpc/contract';
import { z } from 'zod';
import { fontChoices, type FontChoice, paperChoices, sideChoices, type PrintChoice, type Printer } from '../hosting/print-order.ts';
import { free } from './procedure.ts';

/** A kind of paper, under which the choice of printer is remembered. */
const kind = z.string().regex(/^[a-zA-Z][a-zA-Z0-9:]{0,59}$/);
const choice = z.object({ printer: z.string().min(1).max(300), paper: z.enum(paperChoices), sides: z.enum(sideChoices) });
const run = z.object({ from: z.int().min(1), to: z.int().min(1), paper: z.enum(['A4', 'A3']) });

/** What the machine can print with, and what was last chosen for a kind of paper. */
export interface PrintDesk {
  /** null: the page prints through its browser's own dialog. */
  readonly printers: readonly Printer[] | null;
  readonly chosen: PrintChoice | null;
}

export const printing = {
  /** The fonts of papers on this machine, and whether it has 仿宋 and 黑体. */
  fonts: free.output(type<{ readonly chosen: FontChoice; readonly onMachine: boolean }>()),
  chooseFonts: free.input(z.object({ fonts: z.enum(fontChoices) })).output(type<null>()),
  desk: free.input(z.object({ kind })).output(type<PrintDesk>()),
  /** Sends a PDF, the one that was looked at, to a printer; the choice is remembered for its kind of paper on this machine. */
  send: free
    .input(z.object({ kind, pdf: z.file(), title: z.string().min(1).max(200), choice, copies: z.int().min(1).max(99), runs: z.array(run).min(1).max(5000), job: z.string().optional() }))
    .output(type<null>()),
};
