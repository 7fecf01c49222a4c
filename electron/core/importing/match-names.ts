import { pinyin } from 'pinyin-pro';
import { lookAlike } from '../../../shared/fields/look-alikes.ts';
import { cleanName } from '../../../shared/fields/name.ts';
import { plainName } from '../../../shared/fields/plain-name.ts';

/** How two writings of a name are kin: one name; one sound; one look; each character by sound or look; one slip of the pen. */
export type NameGrade = 'same' | 'sound' | 'look' | 'mixed' | 'slip';

export interface NameKinship {
  readonly grade: NameGrade;
  readonly why: string;
}

const givenSounds = new Map<string, string>();
const surnameSounds = new Map<string, string>();

/** The usual sound of a character without its tone; in front that which it has as a surname (单 shan, 仇 qiu). */
function soundOf(character: string, front: boolean): string {
  const known = front ? surnameSounds : givenSounds;
  let sound = known.get(character);
  if (sound === undefined) known.set(character, (sound = pinyin(character, { toneType: 'none', v: true, ...(front ? { surname: 'head' } : {}) }).toLowerCase()));
  return sound;
}

/** Syllable by syllable. Two plain names that sound alike have the same. */
export function soundKey(plain: string): string {
  let key = '';
  let front = true;
  for (const character of plain) {
    key += `${soundOf(character, front)} `;
    front = false;
  }
  return key;
}

/** The pairs of characters in which two names of one length differ. */
function differing(one: readonly string[], other: readonly string[]): { readonly at: number; readonly pair: readonly [string, string] }[] {
  return one.flatMap((character, at) => (character === other[at] ? [] : [{ at, pair: [character, other[at] ?? ''] as const }]));
}

const pairText = (pairs: readonly { readonly pair: readonly [string, string] }[]): string => pairs.map(({ pair: [one, other] }) => `${one}—${other}`).join('、');

/** A character too many or too few in a name of three and more, or the two of the given name the wrong way round. */
function slip(one: readonly string[], other: readonly string[]): string | null {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length === short.length + 1 && long.length >= 3) {
    const gap = long.findIndex((character, at) => character !== short[at]);
    if (gap > 0 && long.slice(gap + 1).join('') === short.slice(gap).join('')) return `姓名${one.length < other.length ? '少' : '多'}一个“${long[gap]}”字`;
  }
  if (one.length === other.length && one.length >= 3 && one[0] === other[0] && one.slice(1).toReversed().join('') === other.slice(1).join('')) return '名字前后颠倒';
  return null;
}

/** How a name of theirs is kin to one of the register's, and why; null where it is not. */
export function nameKinship(theirs: string, ours: string): NameKinship | null {
  if (theirs === '' || ours === '') return null;
  if (theirs === ours) return { grade: 'same', why: '同名' };
  const [a, b] = [plainName(theirs), plainName(ours)];
  if (a === b && a !== '') return { grade: 'same', why: cleanName(theirs).replace(/[·\s]/g, '') === cleanName(ours).replace(/[·\s]/g, '') ? '同名（间隔点、空格写法不同）' : '同名（繁体或异体写法不同）' };
  const [one, other] = [[...a], [...b]];
  // Of one character, everything is kin to much.
  if (one.length < 2 || other.length < 2) return null;
  if (one.length !== other.length) return kinSlip(one, other);
  const pairs = differing(one, other);
  const sounds = ({ at, pair }: (typeof pairs)[number]): boolean => soundOf(pair[0], at === 0) === soundOf(pair[1], at === 0);
  const looks = ({ pair }: (typeof pairs)[number]): boolean => lookAlike(pair[0], pair[1]);
  if (pairs.every(sounds)) return { grade: 'sound', why: `姓名同音：${pairText(pairs)}` };
  if (pairs.length === 1 && pairs.every(looks)) return { grade: 'look', why: `姓名形近：${pairText(pairs)}` };
  if (pairs.length <= 2 && pairs.every((pair) => sounds(pair) || looks(pair))) return { grade: 'mixed', why: `姓名音形相近：${pairText(pairs)}` };
  return kinSlip(one, other);
}

function kinSlip(one: readonly string[], other: readonly string[]): NameKinship | null {
  const why = slip(one, other);
  return why === null ? null : { grade: 'slip', why };
}
