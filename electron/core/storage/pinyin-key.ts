import { pinyin } from 'pinyin-pro';

/**
 * What a name can be found by when typed in Latin letters: the whole pinyin and its initials, "zhangsan zs".
 * Surnames are read as surnames (单 shan, 解 xie, 曾 zeng).
 */
export function pinyinKey(name: string | null): string | null {
  if (!name) return null;
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive', v: true }).map((syllable) => syllable.toLowerCase());
  return `${syllables.join('')} ${syllables.map((syllable) => syllable.charAt(0)).join('')}`;
}
