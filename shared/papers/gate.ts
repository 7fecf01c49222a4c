import { kindOf, type Field } from '../register/field.ts';
import { hides, maskedText } from '../register/masked.ts';
import type { Stored } from '../fields/reading.ts';

/**
 * The gate that everything passes which leaves the office: what a value looks like outside follows from how sensitive its field
 * is declared, never from the paper that asks for it.
 *
 * - `public`: hangs where everybody passes. Public fields alone; the names of minors are shortened.
 * - `house`: hangs inside the family's own house. No identity number, no account; phones show head and tail.
 * - `reduced`: stays inside the offices. Everything, but numbers show head and tail.
 * - `full`: stays inside the offices, whole. Needs a reason.
 */
export const levels = ['public', 'house', 'reduced', 'full'] as const;
export type Level = (typeof levels)[number];

export const levelWords: Readonly<Record<Level, string>> = {
  public: '公开张贴',
  house: '贴在户内',
  reduced: '内部使用，号码遮住',
  full: '内部使用，全部内容',
};

export { withoutNumbers } from '../register/masked.ts';

/** 王某: a minor is not named in public. */
const shortened = (name: string): string => (name === '' ? '' : `${[...name][0] ?? ''}某`);

/** Whether a field's column may stand on a paper of that level at all. */
export function opens(field: Pick<Field, 'sensitivity' | 'kind'>, level: Level): boolean {
  if (level === 'full' || level === 'reduced') return true;
  if (level === 'public') return field.sensitivity === 'public';
  return field.sensitivity !== 'never' || field.kind === 'phone';
}

/**
 * A value as it may stand on a paper of that level; '' for nothing. A field that is not open on the level is a defect of who asks:
 * `opens` tells before. `minor`: the value is about somebody under 18.
 */
export function passed(field: Field, value: Stored, level: Level, minor = false): string {
  if (!opens(field, level)) throw new Error(`Field ${field.key} may not stand on a paper that is ${level}`);
  const text = kindOf(field).show(value);
  if (level === 'full' || text === '') return text;
  if (level === 'public' && minor && field.kind === 'name') return shortened(text);
  return maskedText(field.kind, text);
}

/** Kinds of which nothing is to be hidden, nor can stand in what a hand typed: they leave as the values that they are. */
const leavesWhole = ({ kind }: Pick<Field, 'kind'>): boolean => !hides(kind) && !['digits', 'text', 'name'].includes(kind);

/** A value as it may leave as a value, for a workbook that goes on reckoning with it: as it is where nothing of it is hidden on that level. */
export function left(field: Field, value: Stored, level: Level, minor = false): Stored {
  if (value === null || level === 'full' || leavesWhole(field)) return value;
  return passed(field, value, level, minor) || null;
}

/** Whether some values of a field may leave otherwise than they stand in the register. */
export const altered = (field: Field, level: Level): boolean => level !== 'full' && !leavesWhole(field);
