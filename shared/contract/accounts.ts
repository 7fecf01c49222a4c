import { type } from '@orpc/contract';
import { z } from 'zod';
import { leaving } from './outgoing.ts';
import { reading } from './procedure.ts';

/** What one account says of a household: the same, something else, or nothing because nobody looked. */
export interface AccordCell {
  readonly state: 'same' | 'differs' | 'none';
  readonly says: readonly string[];
}

/** The other accounts, each held against the register. */
export const accountWords = { handbook: '扶贫手册', system: '系统导出', wall: '上墙表', lists: '部门名单' } as const;
export type AccountKey = keyof typeof accountWords;

export interface AccordRow {
  readonly householdId: string;
  readonly household: string;
  readonly head: string;
  readonly town: string;
  readonly village: string;
  readonly accounts: Readonly<Record<AccountKey, AccordCell>>;
}

export interface Accord {
  readonly year: number;
  /** When the system's export was last taken in, '' for never. */
  readonly exportedAt: string;
  readonly rows: readonly AccordRow[];
}

/** Something that happened to a household or person in the year, and what it lacks. */
export interface MovementRow {
  readonly recordId: string;
  readonly householdId: string | null;
  readonly household: string;
  readonly head: string;
  readonly village: string;
  readonly person: string;
  /** 识别, 脱贫, 返贫, 纳入监测, 风险消除, 清退, or 增加, 减少 … */
  readonly kind: string;
  readonly detail: string;
  readonly on: string;
  /** Papers that are missing, evaluations that were not made. */
  readonly lacks: readonly string[];
  /** What is wrong with how it was done. */
  readonly faults: readonly string[];
}

export interface Discipline {
  readonly year: number;
  readonly rows: readonly MovementRow[];
  /** How many of each kind, and how many of them are whole. */
  readonly counts: readonly { readonly kind: string; readonly all: number; readonly whole: number }[];
  /** Households under watch by their kind, and how many of them are cleared. */
  readonly watched: readonly { readonly kind: string; readonly households: number; readonly people: number; readonly cleared: number }[];
  /** The line of the year in 元; null where there is none. */
  readonly line: number | null;
}

const year = z.int().min(2000).max(2100);
const taken = z.object({ year, ...leaving.shape, job: z.string().optional() });

/** Accounts of the same households held against each other; what happened to them, held against what it must have. */
export const accounts = {
  accord: reading.input(z.object({ year })).output(type<Accord>()),
  exportAccord: reading.input(taken).output(z.file()),
  discipline: reading.input(z.object({ year })).output(type<Discipline>()),
  exportDiscipline: reading.input(taken).output(z.file()),
};
