import type { Area, Measured } from '../../../../shared/contract/blocks.ts';
import type { KindName } from '../../../../shared/fields/kinds.ts';
import type { RegisterFile } from '../../storage/register-file.ts';
import { eachRow } from './each-row.ts';
import { mustLieInside } from './ground.ts';
import type { BlockGround } from './plan-block.ts';

/** Quantities are added up in ten-thousandths, money in fen: whole numbers, so that no sum ends in 0.30000000000000004. */
const parts = 10_000;
const asParts: Partial<Record<KindName, number>> = { money: parts / 100, count: parts, measure: parts };

/** What the bar below the grid says of a selection: money in 元. A cell in two areas counts once. */
export function measureBlock(register: RegisterFile, ground: BlockGround, areas: readonly Area[]): Measured {
  mustLieInside(ground, areas);
  const seen = areas.length > 1 ? new Set<string>() : null;
  const values = new Set<string>();
  let cells = 0;
  let filled = 0;
  let numbers = 0;
  let sum = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (const area of areas) {
    for (const { at, row, fields } of eachRow(register, ground, area)) {
      for (const [place, field] of fields.entries()) {
        if (seen?.has(`${at}|${field.key}`)) continue;
        seen?.add(`${at}|${field.key}`);
        cells++;
        const value = row?.values[place] ?? null;
        if (value === null) continue;
        filled++;
        values.add(`${field.kind === 'money' ? 'money' : ''}${value}`);
        const scale = asParts[field.kind];
        if (scale === undefined || typeof value !== 'number') continue;
        const number = Math.round(value * scale);
        numbers++;
        sum += number;
        smallest = Math.min(smallest, number);
        largest = Math.max(largest, number);
      }
    }
  }
  const told = (number: number): number | null => (numbers === 0 ? null : number / parts);
  return { cells, filled, numbers, sum: told(sum), average: numbers === 0 ? null : sum / numbers / parts, smallest: told(smallest), largest: told(largest), distinct: values.size };
}
