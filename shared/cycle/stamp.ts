import { z } from 'zod';

/** Name of the hidden worksheet that tells what a workbook is. */
export const stampSheet = '填报表标记';
/** Begins the head of the hidden column with the codes of the rows; the key of the sheet follows. */
export const codeHead = '行码·';

/** What a fill-in workbook says of itself: of which register, month and office it is, and how it looked when it was sent. */
export const stampSchema = z.strictObject({
  version: z.literal(1),
  register: z.string(),
  form: z.string(),
  period: z.string().regex(/^\d{4}-\d{2}$/),
  office: z.string(),
  /** The register's revision when it was made: what changed since is told by the log. */
  revision: z.int(),
  sentOn: z.iso.date(),
  sheets: z.array(z.strictObject({
    key: z.string(),
    title: z.string(),
    ledger: z.string(),
    /** Heads in their order, with the fields that they are; `known` tells whose row it is, `standing` is known of a record that goes on, `given` was written before it was sent. */
    columns: z.array(z.strictObject({ head: z.string(), field: z.string(), role: z.enum(['known', 'standing', 'given', 'asked']) })),
    rows: z.int(),
  })),
});
export type FillStamp = z.infer<typeof stampSchema>;
export type StampedSheet = FillStamp['sheets'][number];
export type StampedColumn = StampedSheet['columns'][number];

/** Whose row it is: a household, a member, a record (entry), or one that was sent empty. */
export interface RowCode {
  readonly of: 'household' | 'member' | 'entry' | 'blank';
  readonly id: string;
  /** Short check sum of the locked cells. */
  readonly seal: string;
  /** Check sum of what is asked, as it was sent: where it is the same, nothing was said. */
  readonly asSent: string;
}

const letters = { household: 'h', member: 'm', entry: 'e', blank: 'n' } as const;
const pattern = /^([hmen])\.([0-9A-Za-z-]+)\.([0-9a-f]{8})\.([0-9a-f]{8})$/;

export const writeCode = ({ of, id, seal, asSent }: RowCode): string => `${letters[of]}.${id}.${seal}.${asSent}`;

/** The code of a row, or null where the cell holds none. */
export function readCode(text: string): RowCode | null {
  const [, letter, id, seal, asSent] = pattern.exec(text.trim()) ?? [];
  if (letter === undefined || id === undefined || seal === undefined || asSent === undefined) return null;
  const of = letter === 'h' ? 'household' : letter === 'm' ? 'member' : letter === 'e' ? 'entry' : 'blank';
  return { of, id, seal, asSent };
}

/** FNV-1a: what it guards against is a slip of the hand. */
export function sealOf(locked: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const sign of locked.map((text) => text.trim()).join('\u001f')) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
