import { pinyin } from 'pinyin-pro';

/**
 * What a name is sorted by, and what it can be found by when typed in Latin letters: syllable by syllable, the whole
 * pinyin, its initials: "zhang-san zhangsan zs". The hyphen sorts before every letter, so 关丽 comes before 关连.
 * Surnames are read as surnames (单 shan, 解 xie, 曾 zeng).
 */
export function pinyinKey(name: string | null): string | null {
  if (!name) return null;
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive', v: true }).map((syllable) => syllable.toLowerCase());
  return `${syllables.join('-')} ${syllables.join('')} ${syllables.map((syllable) => syllable.charAt(0)).join('')}`;
}
