import { halfWidth } from './clean-text.ts';

/** Signs that stand for a digit that nobody could read, or that was covered. */
const unknown = new Set('?*#_□■');
/** Letters and signs that hands and readers of pictures write for a digit. Lower case before upper case: b is not B. */
const alike: Readonly<Record<string, string>> = {
  o: '0', O: '0', D: '0', Q: '0', 〇: '0', '○': '0', О: '0', о: '0', Ο: '0', ο: '0',
  l: '1', I: '1', i: '1', L: '1', '|': '1', '!': '1', z: '2', Z: '2', s: '5', S: '5', b: '6', G: '6', g: '9', q: '9', B: '8',
  Х: 'X', х: 'X', Χ: 'X', χ: 'X', '×': 'X', '✕': 'X', '╳': 'X',
};

export interface MarkedNumber {
  /** Digits, X, and ? for what is unknown. */
  readonly number: string;
  /** Signs that were left out, and letters with the digits for which they were taken, as written. */
  readonly dropped: readonly string[];
  readonly taken: readonly (readonly [written: string, as: string])[];
  /** Places of the letters that were taken for digits. */
  readonly doubtful: readonly number[];
}

/** What somebody meant who wrote an identity number with other signs among its digits. */
export function marksOf(written: string): MarkedNumber {
  const dropped = new Set<string>();
  const taken = new Map<string, string>();
  const doubtful: number[] = [];
  let number = '';
  for (const sign of halfWidth(written.replace(/[\u200b-\u200d\u2060\ufeff]/g, ''))) {
    if (/[0-9]/.test(sign)) number += sign;
    else if (sign === 'x' || sign === 'X') number += 'X';
    else if (unknown.has(sign)) number += '?';
    else if (sign in alike) {
      taken.set(sign, alike[sign] ?? '');
      doubtful.push(number.length);
      number += alike[sign] ?? '';
    } else if (!/\s/.test(sign)) dropped.add(sign);
  }
  return { number, dropped: [...dropped], taken: [...taken], doubtful };
}
