import { type } from '@orpc/contract';
import { z } from 'zod';
import { levels, type Level } from '../papers/gate.ts';
import { reading } from './procedure.ts';

/** On what level something leaves, and why: the gate asks it of everything. */
export const leaving = z.object({
  level: z.enum(levels),
  /** Needed for `full`. */
  reason: z.string().max(200).default(''),
});
export type Leaving = z.input<typeof leaving>;

/** One thing that left. */
export interface Outgoing {
  readonly number: number;
  readonly at: string;
  readonly who: string;
  /** 人员表, 家庭收入测算表 2020年 … */
  readonly what: string;
  readonly purpose: string;
  readonly level: Level;
  readonly reason: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly file: string;
  readonly households: number;
  readonly people: number;
}

export const outgoing = {
  /** What left, newest first. */
  list: reading
    .input(z.object({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100), householdId: z.string().optional() }))
    .output(type<{ readonly total: number; readonly rows: readonly Outgoing[] }>()),
  /** Whose data was in it. */
  whose: reading
    .input(z.object({ number: z.int() }))
    .output(type<readonly { readonly householdId: string; readonly memberId: string | null; readonly name: string; readonly householdNo: string; readonly village: string; readonly here: boolean }[]>()),
  /** Cells of sensitive columns that were copied, told by the page when it puts them on the clipboard. */
  copied: reading
    .input(z.object({ columns: z.array(z.string()).min(1), households: z.array(z.string()).max(200_000), members: z.array(z.string()).max(200_000), rows: z.int().min(1), masked: z.boolean() }))
    .output(type<{ readonly number: number }>()),
};
