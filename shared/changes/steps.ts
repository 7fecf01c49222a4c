import type { Stored } from '../fields/reading.ts';
import type { Entity } from '../register/field.ts';

/**
 * What a row of a file does to the register, as the plan stores it and the commit executes it.
 * `keep` is executed by nobody: the file says otherwise, and the register's value stays (verdict conflict).
 */
export type Step =
  | readonly ['create', Entity, id: string, values: Readonly<Record<string, Stored>>]
  | readonly ['set', Entity, id: string, column: string, old: Stored, value: Stored]
  | readonly ['keep', Entity, id: string, column: string, old: Stored, value: Stored];
