import type { Stored } from '../fields/reading.ts';
import type { Entity } from '../register/field.ts';

/**
 * Why a value of the file is not written.
 * hand: edited by hand since; rows: another row of the files says otherwise; key: it would make one person another;
 * fill: only blanks are to be filled; event: it is a life event and waits for its own decision; rank: the department whose
 * word stands in the register decides this field; moved: the register has been changed since the sheet was sent out to be
 * filled in.
 */
export type KeepReason = 'hand' | 'rows' | 'key' | 'fill' | 'event' | 'rank' | 'moved';

/** Reasons that somebody must look at. */
export const openReasons: ReadonlySet<KeepReason> = new Set<KeepReason>(['hand', 'rows', 'key', 'event', 'moved']);
/** Reasons that the clerk may overrule in the preview, taking the file's value. */
export const takeable: ReadonlySet<KeepReason> = new Set<KeepReason>(['hand', 'rows', 'fill', 'rank', 'moved']);

/**
 * What a row of a file does to the register, as the plan stores it and the commit executes it.
 * create: `lazy` where the row is made only when something that is taken needs it.
 * set: `over` names the department whose word gives way.
 * keep: executed by nobody, unless the clerk takes the file's value; with rank, `by` is the department that decided.
 */
export type Step =
  | readonly ['create', Entity, id: string, values: Readonly<Record<string, Stored>>, lazy?: 'lazy']
  | readonly ['set', Entity, id: string, column: string, old: Stored, value: Stored, over?: string]
  | readonly ['keep', Entity, id: string, column: string, old: Stored, value: Stored, why: KeepReason, by?: string];
