import type { ChangeOf } from '../../../../shared/contract/blocks.ts';
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
