import type { ReadChange } from '../../../../shared/contract/blocks.ts';
import { Refusal } from '../../../../shared/contract/errors.ts';
import type { RegisterFile } from '../../storage/register-file.ts';
import { columnOf, sourceOf } from '../sources.ts';
import { readBlockRows } from './block-rows.ts';
import { fillWish } from './fill.ts';
import { pasteWish } from './paste.ts';
import type { BlockGround } from './plan-block.ts';
import { replaceWish } from './replace.ts';
import { clearWish, setWish, valuesWish } from './set.ts';
import type { Wish } from './wish.ts';

/** What a change wants of the table's cells. */
export function wishOf(register: RegisterFile, ground: Pick<BlockGround, 'subject' | 'year' | 'ids'>, change: ReadChange): Wish {
  const source = sourceOf(ground.subject);
  switch (change.kind) {
    case 'paste':
      return pasteWish(change, ground.ids.length);
    case 'clear':
      return clearWish(change);
    case 'set':
      return setWish(change);
    case 'values':
      return valuesWish(change);
    case 'replace':
      return replaceWish(change, source.table, ground.ids.length);
    case 'fill': {
      const columns = change.pattern.fields.map((key) => columnOf(source, key));
      const rows = readBlockRows(register, ground, ground.ids.slice(change.pattern.from, change.pattern.to + 1), columns);
      const values = rows.flatMap((row) => (row ? [row.values] : []));
      if (values.length === 0 || values.length < rows.length) throw new Refusal('STALE', '要照着填的行已不在登记册里', { remedy: '请按 F5 刷新后再填' });
      return fillWish(change, columns.map(({ field }) => field), values);
    }
  }
}
