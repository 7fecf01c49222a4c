import type { ChangeOf } from '../../../../shared/contract/blocks.ts';
import type { Stored } from '../../../../shared/fields/reading.ts';
import { kindOf, type Field } from '../../../../shared/register/field.ts';
import { seriesOf, type Series } from './series.ts';
import type { Wish } from './wish.ts';

type Fill = ChangeOf<'fill'>;

/** A text that reads as the value, for a cell of another kind. */
const asText = (field: Field, value: Stored): string => kindOf(field).edit(value);

/** Where a column of `into` lies from the first of the pattern: where both name it, that says; else `into` lies to the right. */
function firstColumn({ pattern, into }: Fill): number {
  const named = into.fields.indexOf(pattern.fields[0] ?? '');
  return named === -1 ? pattern.fields.length : -named;
}

/**
 * The pattern goes on over `into`, down or up, or to the sides. Places count from the pattern's first row, so that it does not matter
 * on which side `into` lies, and whether it takes the pattern in. `values` are the pattern's, row by row.
 */
export function fillWish(change: Fill, patternFields: readonly Field[], values: readonly (readonly Stored[])[]): Wish {
  const { pattern, into, mode } = change;
  const sideways = into.from >= pattern.from && into.to <= pattern.to && into.fields.some((key) => !pattern.fields.includes(key));
  const made = new Map<number, Series>();
  const seriesAt = (at: number): Series => {
    let found = made.get(at);
    if (!found) {
      const [first] = patternFields;
      const row = values[at] ?? [];
      const alike = patternFields.every(({ kind }) => kind === first?.kind);
      found = sideways ? seriesOf(first?.kind ?? 'text', row, alike ? mode : 'copy') : seriesOf(patternFields[at]?.kind ?? 'text', values.map((line) => line[at] ?? null), mode);
      made.set(at, found);
    }
    return found;
  };
  const width = pattern.fields.length;
  const shift = firstColumn(change);
  return {
    areas: [into],
    beyond: 0,
    text: ({ row, column, field }) => {
      const down = row - pattern.from;
      const across = column + shift;
      if (sideways) {
        const from = patternFields[((across % width) + width) % width];
        return from && asText(from, seriesAt(down)(across));
      }
      const named = pattern.fields.indexOf(field.key);
      const at = named === -1 ? ((across % width) + width) % width : named;
      const from = patternFields[at];
      return from && asText(from, seriesAt(at)(down));
    },
    label: (changes) => `${mode === 'series' ? '按序列填充' : '填充'}，改 ${changes} 格`,
  };
}
