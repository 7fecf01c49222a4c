import type { Stored } from '../fields/reading.ts';
import type { Entity } from '../register/field.ts';

/** A value that is another than on the earlier day. */
export interface DifferentCell {
  readonly field: string;
  readonly old: Stored;
  readonly new: Stored;
}

/** A row of the register that came, went or is another than on the earlier day. */
export interface DifferentRow {
  readonly entity: Entity;
  readonly id: string;
  /** 张某, 张某 2020 年, 低保名单 · 张某. */
  readonly what: string;
  readonly fate: 'came' | 'went' | 'changed';
  /** Of a row that came or went: what it holds, or held. */
  readonly cells: readonly DifferentCell[];
}

/** A household with what is different about it and its people; without an id: what stands for itself in ledgers. */
export interface DifferentHome {
  readonly householdId: string;
  readonly householdNo: string;
  readonly head: string;
  readonly village: string;
  /** It is in the register on the later day. */
  readonly here: boolean;
  readonly rows: readonly DifferentRow[];
}

/** What differs between the end of one day and the end of another, or now. */
export interface DayDifference {
  readonly came: number;
  readonly went: number;
  /** Rows that were there on both days and are not the same. */
  readonly changed: number;
  readonly cells: number;
  readonly households: number;
  /** Homes in all. */
  readonly total: number;
  /** In walking order; what belongs to no household at the end. */
  readonly homes: readonly DifferentHome[];
}

export const fateWords: Readonly<Record<DifferentRow['fate'], string>> = { came: '新增', went: '没有了', changed: '改了' };
export const fateSigns: Readonly<Record<DifferentRow['fate'], string>> = { came: '＋', went: '－', changed: '△' };
