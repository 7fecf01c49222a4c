import { cellText } from '../sheets/cells.ts';
import { cleanText } from './clean-text.ts';
import { accept, type Kind } from './reading.ts';

/**
 * A person's name: blanks inside a Chinese name are layout ("张  三") and go; the dot of minority names is unified to ·.
 * Digits and other signs stay and are the business of rule R015.
 */
export function cleanName(written: string): string {
  const clean = cleanText(written)
    .replace(/[\u2022\u2027\u30fb\uff0e\u2219\u22c5\ufe52\uff65]/g, '·')
    .replace(/(?<=\p{Script=Han})\s*[.·]\s*(?=\p{Script=Han})/gu, '·');
  return /^[\p{Script=Han}\s·]+$/u.test(clean) ? clean.replace(/\s+/g, '') : clean.replace(/\s+/g, ' ');
}

export const name: Kind = {
  column: 'TEXT',
  align: 'left',
  read(cell) {
    const written = cellText(cell);
    const clean = cleanName(written);
    return accept(clean === '' ? null : clean, clean !== written);
  },
  show: (value) => (value === null ? '' : String(value)),
  edit: (value) => (value === null ? '' : String(value)),
};
