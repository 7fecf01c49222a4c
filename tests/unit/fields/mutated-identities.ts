import fc from 'fast-check';
import type { Cell } from '../../../shared/sheets/cells.ts';
import { checkCharacter } from '../../../shared/fields/identity-number.ts';

/** A sound number on an area that nobody lives in, born 1900–2019. */
export const soundNumber = fc
  .record({
    area: fc.constantFrom('990504', '990503', '990521'),
    day: fc.integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2019, 11, 31) / 86_400_000 }),
    order: fc.integer({ min: 1, max: 995 }),
    certificate: fc.constantFrom('', '', '', '', '42', '4311'),
  })
  .map(({ area, day, order, certificate }) => {
    const body = `${area}${new Date(day * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`;
    return body + checkCharacter(body) + certificate;
  });

export interface Mutated {
  readonly kind: string;
  readonly original: string;
  readonly cell: Cell;
}

const wide = (text: string): string => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const number = (text: string): Cell => ({ type: 'number', text });
const put = (text: string, at: number, what: string, instead: number): string => text.slice(0, at) + what + text.slice(at + instead);
/** Excel keeps 15 digits. */
const cut = (text: string): string => text.slice(0, 15) + '0'.repeat(Math.max(0, text.length - 15));
const scientific = (digits: string, kept: number): string => {
  const shown = digits.slice(0, kept).replace(/0+$/, '');
  return `${shown.slice(0, 1)}.${shown.slice(1) || '0'}E+${digits.length - 1}`;
};

type Ways = Readonly<Record<string, (original: string, at: number, digit: string) => Cell>>;

/** What files and hands do to a number: `at` and `digit` are dice. */
export const ways: Ways = {
  whole: (text) => text,
  blanks: (text, at) => `\u3000${put(text, at % text.length, ' ', 0)}\u00a0\n`,
  apostrophe: (text) => `'${text}`,
  wrapped: (text) => `="${text}"`,
  wide: (text) => wide(text),
  lower: (text) => text.toLowerCase(),
  label: (text) => `身份证：${text}`,
  hyphens: (text) => `${text.slice(0, 6)}-${text.slice(6, 14)}-${text.slice(14)}`,
  letterO: (text) => text.replace('0', 'O'),
  letterL: (text) => text.replace('1', 'l'),
  letterI: (text) => text.replace('1', 'I'),
  times: (text) => text.replace('X', '×'),
  covered: (text, at) => put(text, at % 18, '*', 1),
  birthCovered: (text) => put(text, 6, '********', 8),
  old: (text) => text.slice(0, 6) + text.slice(8, 17),
  oldFloat: (text) => `${text.slice(0, 6)}${text.slice(8, 17)}.0`,
  oldNumber: (text) => number(text.slice(0, 6) + text.slice(8, 17)),
  check: (text, _at, digit) => put(text, 17, digit, 1),
  changed: (text, at, digit) => put(text, at % text.length, digit, 1),
  dropped: (text, at) => put(text, at % text.length, '', 1),
  inserted: (text, at, digit) => put(text, at % (text.length + 1), digit, 0),
  doubled: (text, at) => put(text, at % text.length, text[at % text.length] ?? '', 0),
  swapped: (text, at) => put(text, at % 17, (text[(at % 17) + 1] ?? '') + (text[at % 17] ?? ''), 2),
  truncated: (text, at) => text.slice(0, 1 + (at % (text.length - 1))),
  noCheck: (text) => text.slice(0, 17),
  excelNumber: (text) => number(cut(text)),
  excelStored: (text) => number(scientific(text, 15)),
  shownScientific: (text) => scientific(text, 6),
  double: (text) => number(String(Number(text.replace('X', '0')))),
  doubleDigits: (text) => number(BigInt(Number(text.replace('X', '0'))).toString()),
  doubleText: (text) => Number(text.replace('X', '0')).toExponential(16),
  float: (text) => `${BigInt(Number(text.replace('X', '0')))}.0`,
  junk: (_text, at, digit) => `${digit}${at}某`,
};

export const mutated: fc.Arbitrary<Mutated> = fc
  .record({ original: soundNumber, kind: fc.constantFrom(...Object.keys(ways)), at: fc.nat({ max: 1000 }), digit: fc.constantFrom(...'0123456789X') })
  .map(({ original, kind, at, digit }) => ({ kind, original, cell: ways[kind]?.(original, at, digit) ?? original }));
