import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followRows } from '../../../electron/core/tables/follow-rows.ts';
import { carryOver } from '../../../renderer/grid/habits/carry-over.ts';
import { GridSelection } from '../../../renderer/grid/habits/selection.ts';
import { between } from '../../../renderer/grid/habits/span.ts';

/** A table in an order, as the core answers it. */
const answer = (ids: readonly string[]) => {
  const places = new Map(ids.map((id, at) => [id, at]));
  return { ids, place: places };
};
const columns = 4;
const people = Array.from({ length: 30 }, (_, at) => `p${at}`);

/** The page before and after: what is selected is carried from one order to the other. */
function carry(selection: GridSelection, before: readonly string[], after: readonly string[], grows = false): void {
  const { active, spans, several } = selection;
  if (!active) return;
  const stretches = (several ? spans : []).map(({ top, bottom }) => [top, bottom] as const);
  carryOver(selection, followRows(answer(before), answer(after), { cursor: { row: active.row, id: before[active.row] ?? null }, stretches }, grows));
}

/** Cells of what is selected, by whose they are. */
const cells = (selection: GridSelection, ids: readonly string[]): string[] =>
  [...new Set(selection.spans.flatMap(({ top, bottom, left, right }) => ids.slice(top, bottom + 1).flatMap((id) => Array.from({ length: right - left + 1 }, (_, at) => `${id} ${left + at}`))))].toSorted();

/** Who stands next below in the order of before, else above. */
function neighbour(before: readonly string[], row: number, after: ReadonlySet<string>): string | undefined {
  return before.slice(row + 1).find((id) => after.has(id)) ?? before.slice(0, row).findLast((id) => after.has(id));
}

const spot = fc.record({ row: fc.nat(40), column: fc.nat(columns - 1) });
const step = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), spot }),
  fc.record({ kind: fc.constant('extend' as const), spot }),
  fc.record({ kind: fc.constant('add' as const), spot }),
  fc.record({ kind: fc.constant('sort' as const), order: fc.shuffledSubarray(people, { minLength: people.length }) }),
  fc.record({ kind: fc.constant('filter' as const), kept: fc.subarray(people) }),
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(40) }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.array(fc.nat(40), { maxLength: 4 }) }),
  fc.constant({ kind: 'undo' as const }),
);

describe('what is selected while rows move', () => {
  it('stays on the same rows and takes in no other, whatever comes, goes and moves; a cursor whose row is gone goes to the neighbour', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const selection = new GridSelection();
        let ids: readonly string[] = people;
        const past: (readonly string[])[] = [];
        let fresh = 0;
        for (const each of steps) {
          if (each.kind === 'put' || each.kind === 'extend' || each.kind === 'add') {
            if (each.spot.row < ids.length) selection[each.kind](each.spot);
            continue;
          }
          const before = ids;
          if (each.kind === 'sort') ids = [...each.order.filter((id) => before.includes(id)), ...before.filter((id) => !people.includes(id))];
          else if (each.kind === 'filter') ids = before.filter((id) => each.kept.includes(id));
          else if (each.kind === 'insert') ids = before.toSpliced(each.at, 0, `new${fresh++}`);
          else if (each.kind === 'remove') ids = before.filter((_, at) => !each.at.includes(at));
          else ids = past.pop() ?? before;
          if (each.kind !== 'undo') past.push(before);
          const { active, several } = selection;
          const [held, cursor] = [cells(selection, before), active && before[active.row]];
          carry(selection, before, ids);
          const here = new Set(ids);
          const left = held.filter((cell) => here.has(cell.split(' ')[0] ?? ''));
          if (several && left.length > 0) expect(cells(selection, ids)).toEqual(left);
          if (!active || cursor === undefined || cursor === null) continue;
          const now = selection.active && ids[selection.active.row];
          if (here.has(cursor)) expect([now, selection.active?.column]).toEqual([cursor, active.column]);
          else if (left.length === 0 || !several) expect(now ?? undefined).toBe(neighbour(before, active.row, here));
          if (selection.active) expect(selection.holds(selection.active)).toBe(true);
          else expect(ids).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('keeps a whole column whole when a row is new, and takes in nobody else when a filter is lifted', () => {
    const selection = new GridSelection();
    const all = { row: 4, column: 1 };
    selection.set([between({ row: 0, column: 1 }, all)], { row: 2, column: 1 }, all);
    carry(selection, people.slice(0, 5), people.slice(0, 6), true);
    expect([selection.last, selection.active]).toEqual([{ top: 0, bottom: 5, left: 1, right: 1 }, { row: 2, column: 1 }]);
    carry(selection, people.slice(0, 6), ['x', ...people.slice(0, 6), 'y']);
    expect(selection.last).toEqual({ top: 1, bottom: 6, left: 1, right: 1 });
  });

  it('lets Shift go on from the far end of a block that has moved as one', () => {
    const selection = new GridSelection();
    selection.put({ row: 2, column: 0 });
    selection.extend({ row: 4, column: 1 });
    carry(selection, people, ['new', ...people]);
    expect([selection.active, selection.extent]).toEqual([{ row: 3, column: 0 }, { row: 5, column: 1 }]);
    selection.extend({ row: 6, column: 1 });
    expect(selection.last).toEqual({ top: 3, bottom: 6, left: 0, right: 1 });
  });

  it('keeps only the cursor where its block falls into too many pieces, or where it is no longer known who stood where', () => {
    const many = Array.from({ length: 1000 }, (_, at) => `m${at}`);
    const selection = new GridSelection();
    selection.put({ row: 0, column: 0 });
    selection.extend({ row: 499, column: 0 });
    // Every other row is somebody else's.
    const mixed = many.slice(0, 500).flatMap((id, at) => [id, many[500 + at] ?? '']);
    carry(selection, many, mixed);
    expect([selection.several, selection.active]).toEqual([false, { row: 0, column: 0 }]);
    expect(followRows(undefined, answer(['b', 'a']), { cursor: { row: 0, id: 'a' }, stretches: [[0, 1]] }, false)).toEqual({ cursor: 1, same: true, stretches: [[]] });
    expect(followRows(answer(['b', 'a']), answer(['a']), { cursor: { row: 0, id: 'a' }, stretches: [[0, 1]] }, false)).toEqual({ cursor: 0, same: true, stretches: [[]] });
    expect(followRows(undefined, answer(['b']), { cursor: { row: 0, id: 'a' }, stretches: [] }, false)).toEqual({ cursor: null, same: false, stretches: [] });
  });
});
