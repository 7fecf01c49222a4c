import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Written } from './cards.ts';
import { procedure, reading } from './procedure.ts';

/** Why a person or household that was entered by mistake goes to the trash; whoever really went stays, with a life event. */
export const mistakeReasons = ['录入错误', '重复登记', '导错了文件', '不是本区的人', '其他'] as const;

export interface Removal {
  /** Whom or what it is about: 张试一（户 9900000001）. */
  readonly what: string;
  /** What goes along with it. */
  readonly members: number;
  readonly years: number;
  readonly records: number;
  readonly helpers: number;
}

/** Something that was removed and can come back, whole. */
export interface TrashRow {
  /** The command that removed it. */
  readonly command: number;
  readonly id: string;
  readonly entity: 'household' | 'member' | 'helper' | 'entry';
  readonly what: string;
  /** How the removal is called in the log, with its reason. */
  readonly label: string;
  readonly at: string;
  readonly who: string;
  /** Rows that come back with it. */
  readonly along: number;
  /** What it held, in the clerk's words. */
  readonly values: readonly { readonly label: string; readonly text: string }[];
  /** What stands in the way of its coming back; null: nothing. */
  readonly obstacle: { readonly what: string; readonly remedy: string } | null;
}

/** A person who may be in the register twice. */
export interface Twin {
  readonly memberId: string;
  readonly householdId: string;
  readonly householdNo: string;
  readonly village: string;
  readonly revision: number;
  /** Values of the person by field key, as shown. */
  readonly values: Readonly<Record<string, string>>;
  readonly years: number;
  readonly records: number;
}

export interface Duplicate {
  /** number: the same first 18 characters; name: the same name and birth date in the same 乡镇. */
  readonly why: 'number' | 'name';
  readonly one: Twin;
  readonly other: Twin;
}

const target = z.object({ entity: z.enum(['member', 'household']), id: z.string() });

/** What leaves the register without having been so, how it comes back, and who is in it twice. */
export const trash = {
  /** What would go. */
  removal: reading.input(target).output(type<Removal>()),
  /** Takes a person or household out with everything that hangs on it: one command. */
  remove: procedure.input(target.extend({ reason: z.string().trim().min(1).max(200), base: z.int() })).output(type<Written>()),
  list: reading.input(z.object({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) })).output(type<{ readonly total: number; readonly rows: readonly TrashRow[] }>()),
  /** Brings it back with what went along: one command, however long ago it was. */
  restore: procedure.input(z.object({ command: z.int(), id: z.string() })).output(type<Written>()),
  duplicates: reading.output(type<readonly Duplicate[]>()),
  /** Makes one of two: `take` names the fields whose values the one that goes has right. */
  merge: procedure.input(z.object({ keep: z.string(), drop: z.string(), take: z.array(z.string()).max(400), base: z.int() })).output(type<Written>()),
};
