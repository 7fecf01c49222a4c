import { count, measure, money } from './amount.ts';
import { code, type CodeList } from './code.ts';
import { date, month, year } from './dates.ts';
import { card, digits, phone } from './digits.ts';
import { identityNumber } from './identity-number.ts';
import { name } from './name.ts';
import type { Kind } from './reading.ts';
import { text } from './text.ts';
import { yesNo } from './yes-no.ts';

/** Every kind of field but `code`, which is made from a dictionary. */
export const plainKinds = {
  text,
  name,
  digits,
  identity: identityNumber,
  phone,
  card,
  date,
  month,
  year,
  money,
  count,
  measure,
  yesNo,
} satisfies Record<string, Kind>;

export type PlainKindName = keyof typeof plainKinds;
export type KindName = PlainKindName | 'code';

const amounts: ReadonlySet<KindName> = new Set<KindName>(['money', 'count', 'measure']);

/** Kinds whose values are added up: a spreadsheet takes them as numbers, and every other as the text that it is. */
export const isAmount = (kind: KindName): boolean => amounts.has(kind);

const codeKinds = new WeakMap<CodeList, Kind>();

/** The code kind of a dictionary, made once. */
export function codeKind(list: CodeList): Kind {
  let kind = codeKinds.get(list);
  if (!kind) codeKinds.set(list, (kind = code(list)));
  return kind;
}
