import type { ChangeOf } from '../../../../shared/contract/blocks.ts';
import type { Wish } from './wish.ts';

/** How far a block of `size` reaches over a range: repeated where the range is a whole multiple of it, else once. */
const reach = (size: number, range: number): number => (range > size && range % size === 0 ? range : size);

/** A block of texts, repeated over a larger range, with what goes beyond the table counted. What was cut is emptied where the block does not cover it. */
export function pasteWish({ into, texts, blanks, cut }: ChangeOf<'paste'>, rowsInAll: number): Wish {
  const height = texts.length;
  const width = Math.max(0, ...texts.map((row) => row.length));
  const tall = height === 0 ? 0 : reach(height, into.to - into.from + 1);
  const wide = width === 0 ? 0 : reach(width, into.fields.length);
  const fields = into.fields.slice(0, wide);
  const rows = Math.max(0, Math.min(tall, rowsInAll - into.from));
  let beyond = 0;
  for (let row = 0; row < tall; row++) {
    const given = texts[row % height] ?? [];
    for (let column = 0; column < wide; column++) {
      if (given[column % width] !== undefined && (row >= rows || column >= fields.length)) beyond++;
    }
  }
  const covered = new Set(fields);
  const last = into.from + rows - 1;
  return {
    areas: rows > 0 && fields.length > 0 ? [{ from: into.from, to: last, fields }, ...(cut ? [cut] : [])] : [],
    beyond,
    text: ({ row, column, area, field }) => {
      if (area === 1) return row >= into.from && row <= last && covered.has(field.key) ? undefined : '';
      const text = texts[(row - into.from) % height]?.[column % width];
      return text === undefined || (blanks === 'skip' && text.trim() === '') ? undefined : text;
    },
    label: (changes) => `${cut ? '移动' : '粘贴'} ${rows} 行 × ${fields.length} 列，改 ${changes} 格`,
  };
}
