import type { ChangeOf } from '../../../../shared/contract/blocks.ts';
import { labelOf } from '../../../../shared/register/show-value.ts';
import type { Wish } from './wish.ts';

/** Nothing into every cell. */
export const clearWish = ({ areas }: ChangeOf<'clear'>): Wish => ({ areas, beyond: 0, text: () => '', label: (changes) => `清空 ${changes} 格` });

/** One text into every cell. */
export const setWish = ({ areas, text }: ChangeOf<'set'>): Wish => ({
  areas,
  beyond: 0,
  text: () => text,
  label: (changes) => (text.trim() === '' ? `清空 ${changes} 格` : `填入“${text.trim()}”，改 ${changes} 格`),
});

/** Each column its text, into every row of a stretch. */
export const valuesWish = ({ rows, texts }: ChangeOf<'values'>): Wish => ({
  areas: [{ ...rows, fields: Object.keys(texts) }],
  beyond: 0,
  text: ({ field }) => texts[field.key],
  label: (changes) => `批量修改${Object.entries(texts).map(([key, text]) => `“${labelOf(key)}”为“${text.trim() || '空'}”`).join('、')}，改 ${changes} 格`,
});
