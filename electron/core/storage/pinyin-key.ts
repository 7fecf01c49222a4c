import { pinyin } from 'pinyin-pro';

/** Names repeat themselves in a register; each is put into pinyin once. */
const known = new Map<string, string>();
const namesKept = 20_000;

/**
 * What a name is sorted by, and what it can be found by when typed in Latin letters: syllable by syllable, the whole
 * pinyin, its initials: "zhang-san zhangsan zs". The hyphen sorts before every letter, so 关丽 comes before 关连.
 * Surnames are read as surnames (单 shan, 解 xie, 曾 zeng).
 */
export function pinyinKey(name: string | null): string | null {
  if (!name) return null;
  let key = known.get(name);
  if (key === undefined) {
    key = keyOf(name);
    if (known.size < namesKept) known.set(name, key);
  }
  return key;
}

function keyOf(name: string): string {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive', v: true }).map((syllable) => syllable.toLowerCase());
  return `${syllables.join('-')} ${syllables.join('')} ${syllables.map((syllable) => syllable.charAt(0)).join('')}`;
}
