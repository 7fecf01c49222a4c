import { birthDateOf, checkCharacter, identityFault } from './identity-number.ts';

/** One way in which a written number may have come from a sound one. */
export interface Repair {
  readonly number: string;
  readonly reason: string;
  /** How much has to be assumed: 0 nothing, more for what happens more seldom. Only its order means something. */
  readonly effort: number;
}

/** Digits that look alike in handwriting or lie beside each other on the keypad. */
const confused = new Set(['06', '08', '09', '17', '14', '38', '35', '56', '58', '68', '69', '89', '27', '49', '12', '23', '45', '47', '78', '36', '25']);
const isConfused = (one: string, other: string): boolean => confused.has(one < other ? one + other : other + one);

const digits = [...'0123456789'];
const put = (text: string, at: number, what: string, instead = 1): string => text.slice(0, at) + what + text.slice(at + instead);

/** The 18-digit form of a 15-digit number (GB 11643-1989 to -1999): the century and the check digit are put in. */
export function fromOldNumber(old: string): string {
  // Orders 996 to 999 were kept for people of a hundred years and more.
  const century = /99[6-9]$/.test(old) ? '18' : '19';
  const body = old.slice(0, 6) + century + old.slice(6);
  return body + checkCharacter(body);
}

function* changed(text: string): Generator<Repair, void, void> {
  const right = checkCharacter(text);
  if (right !== text[17]) yield { number: put(text, 17, right), reason: `第 18 位校验码应为 ${right}`, effort: 3 };
  for (let at = 0; at < 17; at++) {
    const was = text[at] ?? '';
    for (const digit of digits) {
      if (digit === was) continue;
      const number = put(text, at, digit);
      if (checkCharacter(number) !== text[17]) continue;
      yield { number, reason: `第 ${at + 1} 位 ${was} 改为 ${digit}`, effort: isConfused(was, digit) ? 3 : 4 };
    }
  }
}

function* swapped(text: string): Generator<Repair, void, void> {
  for (let at = 0; at + 1 < text.length; at++) {
    const [one = '', other = ''] = [text[at], text[at + 1]];
    if (one !== other) yield { number: put(text, at, other + one, 2), reason: `第 ${at + 1}、${at + 2} 位写颠倒了`, effort: 2 };
  }
}

function* inserted(text: string): Generator<Repair, void, void> {
  // A certificate that lost a digit is much rarer than a number with one too many.
  const rare = text.length > 17 ? 3 : 0;
  for (let at = 0; at <= text.length; at++) {
    for (const digit of at === 17 ? [...digits, 'X'] : digits) {
      // Beside its own kind a digit gives the same number at either place.
      if (text[at - 1] === digit) continue;
      const last = at === 17 && text.length === 17;
      yield { number: put(text, at, digit, 0), reason: last ? `只有 17 位，补上校验码 ${digit}` : `第 ${at + 1} 位漏了 ${digit}`, effort: rare + (last || text[at] === digit ? 3 : 4) };
    }
  }
}

function* deleted(text: string): Generator<Repair, void, void> {
  for (let at = 0; at < text.length; at++) {
    const digit = text[at] ?? '';
    if (text[at - 1] === digit) continue;
    const doubled = text[at + 1] === digit;
    yield { number: put(text, at, ''), reason: doubled ? `第 ${at + 1} 位 ${digit} 写了两遍` : `第 ${at + 1} 位多了 ${digit}`, effort: doubled ? 2 : 4 };
  }
}

/** Fills what cannot be read: the area and the birth date from what is known, one or two digits by the check digit. */
export function* filled(text: string, birthDate: string | null, areas: readonly string[]): Generator<Repair, void, void> {
  const birth = birthDate?.replaceAll('-', '');
  const pattern = (part: string): RegExp => new RegExp(`^${part.replaceAll('?', '.')}$`);
  const dates = birth !== undefined && pattern(text.slice(6, 14)).test(birth) ? [birth] : [text.slice(6, 14)];
  const starts = text.slice(0, 6).includes('?') ? areas.filter((area) => pattern(text.slice(0, 6)).test(area)) : [];
  for (const start of starts.length > 0 ? new Set(starts) : [text.slice(0, 6)]) {
    for (const date of dates) {
      const open = start + date + text.slice(14);
      const gaps = [...open].filter((sign) => sign === '?').length;
      if (gaps > 2) continue;
      for (const number of gapsFilled(open)) yield { number, reason: gaps === 0 ? '看不清的几位按出生日期、地区补上' : '看不清的几位按校验码推出', effort: 1 + gaps };
    }
  }
}

function* gapsFilled(text: string): Generator<string, void, void> {
  const at = text.indexOf('?');
  if (at < 0) return yield text;
  for (const digit of at === 17 ? [...digits, 'X'] : digits) yield* gapsFilled(put(text, at, digit));
}

/** Every sound number that is one slip of the hand away from a written one made of digits and X, each with its slip. */
export function* repairs(text: string, known: { readonly birthDate: string | null; readonly today: string }): Generator<Repair, void, void> {
  const sound = function* (ways: Iterable<Repair>): Generator<Repair, void, void> {
    for (const way of ways) if (identityFault(way.number, known.today) === undefined) yield way;
  };
  const whole = [18, 20, 22].includes(text.length);
  if (text.length === 15 && /^\d+$/.test(text)) yield* sound([{ number: fromOldNumber(text), reason: '15 位旧号码升为 18 位，校验码是算出来的', effort: 0 }]);
  if (whole) {
    yield* sound(swapped(text));
    if (/^\d{17}/.test(text)) yield* sound(changed(text));
    if (text.length > 18) yield* sound([{ number: text.slice(0, 18), reason: '前 18 位是好的身份证号', effort: 2 }]);
    const birth = known.birthDate?.replaceAll('-', '');
    if (birth !== undefined && birthDateOf(text) !== known.birthDate) yield* sound([{ number: put(text, 6, birth, 8), reason: '出生日期那几位按登记的出生日期改', effort: 5 }]);
  }
  if ([17, 19, 21].includes(text.length)) yield* sound(inserted(text));
  if ([19, 21, 23].includes(text.length)) yield* sound(deleted(text));
}
