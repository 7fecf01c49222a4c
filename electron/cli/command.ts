import type { ParseArgsOptionsConfig } from 'node:util';
import { plainKinds } from '../../shared/fields/kinds.ts';
import type { Core, CoreClient } from '../core/open-core.ts';

/** What a command works with. */
export interface Session {
  /** The core with the register that the command names already open, unless it opens none. */
  readonly core: Core;
  readonly client: CoreClient;
  /** Fires at Ctrl+C. */
  readonly signal: AbortSignal;
  /** A sentence for the person at the terminal: standard error. */
  readonly tell: (sentence: string) => void;
}

export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
}

/** What a command answers: the document for --json, the lines for a person, and 1 where something was refused. */
export interface Answer {
  readonly json: unknown;
  readonly lines: readonly string[];
  readonly exit?: 0 | 1;
}

/** One command of the command line, declared once: usage, options, what it does. */
export interface Command {
  readonly name: string;
  /** After the name: REGISTER FILE… [--dry-run]. */
  readonly usage: string;
  readonly about: string;
  readonly options: ParseArgsOptionsConfig;
  /** How many words must and may follow the name. */
  readonly words: readonly [least: number, most: number];
  /** The first word is a register that must be opened. */
  readonly opens: boolean;
  /** It only reads, so that it can be asked of a past day: --as-of. */
  readonly reads?: boolean;
  run(session: Session, given: Arguments): Promise<Answer>;
}

/** The command line itself was wrong: exit 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

export const text = (given: Arguments, name: string): string | undefined => {
  const value = given.values[name];
  return typeof value === 'string' ? value : undefined;
};

export const required = (given: Arguments, name: string): string => {
  const value = text(given, name);
  if (value === undefined || value === '') throw new WrongUsage(`缺少 --${name}`);
  return value;
};

/** A year given with --year, or undefined. */
export function yearOf(given: Arguments): number | undefined {
  const value = text(given, 'year');
  if (value === undefined) return undefined;
  if (!/^20[1-9]\d$/.test(value)) throw new WrongUsage(`--year 应为 2010–2099 的年份，给的是 ${value}`);
  return Number(value);
}

/** A day given with --as-of, in any writing that a sheet may have: 2020-03-31. */
export function dayOf(given: Arguments): string | undefined {
  const value = text(given, 'as-of');
  if (value === undefined) return undefined;
  const reading = plainKinds.date.read(value, { today: '9999-12-31' });
  if (!reading.ok || typeof reading.value !== 'string') throw new WrongUsage(`--as-of 应为日期，如 2020-03-31，给的是 ${value}`);
  return reading.value;
}

/** The day that a plan is looked at, given with --on. */
export function onOf(given: Arguments): string | undefined {
  const value = text(given, 'on');
  if (value === undefined) return undefined;
  const reading = plainKinds.date.read(value, { today: '9999-12-31' });
  if (!reading.ok || typeof reading.value !== 'string') throw new WrongUsage(`--on 应为日期，如 2020-03-31，给的是 ${value}`);
  return reading.value;
}

/** A number of an import given with --batch. */
export function batchOf(given: Arguments): number | undefined {
  const value = text(given, 'batch');
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new WrongUsage(`--batch 应为批次号，给的是 ${value}`);
  return Number(value);
}

export const word = (given: Arguments, at: number): string => given.positionals[at] ?? '';
