import type { RegisterFile } from '../../storage/register-file.ts';
import { eachRow } from './each-row.ts';
import { mustLieInside } from './ground.ts';
import type { BlockGround } from './plan-block.ts';

/** Cells of a column, one after the other away from a row. */
function* filledFrom(register: RegisterFile, ground: BlockGround, { row, field, down }: { readonly row: number; readonly field: string; readonly down: boolean }): Generator<{ readonly at: number; readonly filled: boolean }> {
  let size = 64;
  for (let start = row; down ? start < ground.ids.length : start >= 0; ) {
    const area = down ? { from: start, to: Math.min(ground.ids.length, start + size) - 1 } : { from: Math.max(0, start - size + 1), to: start };
    const cells = [...eachRow(register, ground, { ...area, fields: [field] })].map(({ at, row: of }) => ({ at, filled: (of?.values[0] ?? null) !== null }));
    yield* down ? cells : cells.toReversed();
    start = down ? area.to + 1 : area.from - 1;
    size = Math.min(size * 4, 20_000);
  }
}

/** Where Ctrl+arrow goes: from within filled cells to the last of them, else to the next filled one; with nothing more, to the end. */
export function edgeOf(register: RegisterFile, ground: BlockGround, from: { readonly row: number; readonly field: string; readonly down: boolean }): number {
  mustLieInside(ground, [{ from: from.row, to: from.row, fields: [from.field] }]);
  const cells = filledFrom(register, ground, from);
  const first = cells.next();
  const second = cells.next();
  if (first.done || second.done) return from.row;
  const within = first.value.filled && second.value.filled;
  let last = second.value.at;
  if (!within && second.value.filled) return last;
  for (const { at, filled } of cells) {
    if (within && !filled) return last;
    if (!within && filled) return at;
    last = at;
  }
  return last;
}
