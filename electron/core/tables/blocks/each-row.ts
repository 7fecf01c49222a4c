import type { Area } from '../../../../shared/contract/blocks.ts';
import type { Field } from '../../../../shared/register/field.ts';
import type { RegisterFile } from '../../storage/register-file.ts';
import { columnOf, sourceOf } from '../sources.ts';
import { readBlockRows, rowsAtATime, type BlockRow } from './block-rows.ts';
import type { BlockGround } from './plan-block.ts';

/** The rows of an area in their order, with its fields; undefined where a row is gone. */
export function* eachRow(register: RegisterFile, ground: Pick<BlockGround, 'subject' | 'year' | 'ids'>, { from, to, fields }: Area): Generator<{ readonly at: number; readonly row: BlockRow | undefined; readonly fields: readonly Field[] }> {
  const columns = fields.map((key) => columnOf(sourceOf(ground.subject), key));
  const named = columns.map(({ field }) => field);
  for (let start = from; start <= to; start += rowsAtATime) {
    const ids = ground.ids.slice(start, Math.min(to + 1, start + rowsAtATime));
    for (const [offset, row] of readBlockRows(register, ground, ids, columns).entries()) yield { at: start + offset, row, fields: named };
  }
}
