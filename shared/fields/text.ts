import { cellText } from '../sheets/cells.ts';
import { cleanText } from './clean-text.ts';
import { accept, type Kind } from './reading.ts';

/** Free text: trimmed, otherwise as written; line breaks stay. */
export const text: Kind = {
  column: 'TEXT',
  align: 'left',
  read(cell) {
    const written = cellText(cell);
    const clean = cleanText(written);
    return accept(clean === '' ? null : clean, clean !== written);
  },
  show: (value) => (value === null ? '' : String(value)),
  edit: (value) => (value === null ? '' : String(value)),
};
