import { type } from '@orpc/contract';
import { z } from 'zod';
import { wallSets, type WallSet } from '../papers/wall-sets.ts';
import { reading } from './procedure.ts';

/** Which households, villages or offices the sheets are for. */
export const scopeSchema = z.discriminatedUnion('scope', [
  z.object({ scope: z.literal('household'), householdId: z.string() }),
  z.object({ scope: z.literal('village'), village: z.string() }),
  z.object({ scope: z.literal('all') }),
]);
export type Scope = z.infer<typeof scopeSchema>;

const request = z.object({
  year: z.int(),
  of: scopeSchema,
  set: z.enum(wallSets).default('house'),
  /** Keys of the kinds of sheets; the usual ones of the set where none is named. */
  sheets: z.array(z.string()).min(1).max(20).optional(),
  /** A4 portrait or A3 landscape for what hangs in houses and villages; boards are A3. */
  paper: z.enum(['a4', 'a3']).default('a4'),
  /** Only what is not as it hangs: `all` since whatever was printed last, or since the printing that a sheet's edition code tells. */
  changedSince: z.union([z.literal('printed'), z.string().regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)]).optional(),
  /** A page that lists what is in the batch, and one to sign that it was hung. */
  lists: z.boolean().default(true),
});
export type WallRequest = z.infer<typeof request>;
export type WallInput = z.input<typeof request>;

export interface WallKind {
  readonly key: string;
  readonly title: string;
  readonly set: WallSet;
  readonly about: string;
  readonly usual: boolean;
}

/** What a printing costs, before it is done. */
export interface WallBudget {
  readonly set: WallSet;
  /** Houses, villages or offices. */
  readonly places: number;
  readonly households: number;
  /** Sheets that hang, one of which may have several pages. */
  readonly sheets: number;
  /** All pages with the lists; one side of paper each. */
  readonly pages: number;
  readonly a4: number;
  readonly a3: number;
  /** At twenty sides of A4 and ten of A3 a minute. */
  readonly minutes: number;
  /** Sheets that hang just so already, and could be left out. */
  readonly unchanged: number;
}

/** One place whose sheets are not what the register says now. */
export interface Revisit {
  readonly subject: string;
  readonly set: WallSet;
  readonly householdId: string | null;
  readonly called: string;
  readonly where: string;
  /** gone: the household or village is no longer there; its sheets come down. */
  readonly state: 'changed' | 'gone';
  readonly sheets: readonly {
    readonly key: string;
    readonly title: string;
    readonly edition: string;
    /** yyyy-MM-dd, when the edition was printed first. */
    readonly since: string;
    readonly changes: readonly { readonly what: string; readonly was: string; readonly now: string }[];
  }[];
}

export const walls = {
  /** The kinds of sheets that hang. */
  kinds: reading.output(type<readonly WallKind[]>()),
  budget: reading.input(request).output(type<WallBudget>()),
  /** The sheets, one PDF (or a workbook with a worksheet a page) in walking order; the register notes which edition hangs where. */
  file: reading.input(request.extend({ as: z.enum(['pdf', 'xlsx']).default('pdf'), job: z.string().optional() })).output(z.file()),
  /** The very PDF that `file` saves, for looking at; nothing is noted. */
  page: reading.input(request.extend({ job: z.string().optional() })).output(z.file()),
  /** The PDF for the printer, the one that is looked at: noted in what left, and what hangs where. */
  printing: reading.input(request.extend({ job: z.string().optional() })).output(z.object({ pdf: z.file(), /** The number under which it is noted. */ printing: z.int() })),
  /** That printing never came out: nothing hangs by it. What left stays noted. */
  notPrinted: reading.input(z.object({ printing: z.int() })).output(type<{ readonly printing: number }>()),
  /** Places where something hangs that the register now tells otherwise, in walking order. */
  revisit: reading.input(z.object({ year: z.int() })).output(type<readonly Revisit[]>()),
};
