import { Refusal } from '../../../shared/contract/errors.ts';
import type { Field } from '../../../shared/register/field.ts';
import type { BlockDesk } from './block-desk.ts';
import { drag } from './drag.ts';
import type { Ground } from './ground.ts';
import type { Filled, HabitStore } from './habit-state.ts';
import { columnsOf, rowsOf, type Span, type Spot } from './span.ts';

export type FillMode = Filled['mode'];

/** Ctrl+D and Ctrl+R: the first row (column) of what is selected into the others; of one row (column) alone, what stands before it. */
export async function fillFromEdge(ground: Ground, desk: BlockDesk, way: 'down' | 'right'): Promise<void> {
  const { spans, last } = ground.selection;
  if (!last) return;
  if (spans.length > 1) throw new Refusal('NOT_ALLOWED', '选了几块，不能一起填充', { remedy: '请只选一块' });
  const down = way === 'down';
  const alone = (down ? rowsOf(last) : columnsOf(last)) === 1;
  const first = (down ? last.top : last.left) - (alone ? 1 : 0);
  if (first < 0) return;
  const pattern = down ? { ...last, top: first, bottom: first } : { ...last, left: first, right: first };
  const into = down ? { ...last, top: first + 1 } : { ...last, left: first + 1 };
  await desk.write({ what: '填充', change: { kind: 'fill', pattern: ground.area(pattern), into: ground.area(into), mode: 'copy' } });
}

const days = new Set<Field['kind']>(['date', 'month']);
const sized = new Set<Field['kind']>(['money', 'count', 'measure', 'year']);

/** As Excel guesses: days and months go on, numbers where at least two show the step; everything else is copied. Ctrl turns it round. */
function guess(ground: Ground, pattern: Span, down: boolean, turned: boolean): FillMode {
  const steps = down ? rowsOf(pattern) : columnsOf(pattern);
  const kinds = Array.from({ length: columnsOf(pattern) }, (_, at) => ground.field(pattern.left + at)?.kind ?? 'text');
  const series = kinds.some((kind) => days.has(kind) || (sized.has(kind) && steps > 1));
  return series === turned ? 'copy' : 'series';
}

/** Where the block would reach if the mouse were let go on a cell: down, up, or to the sides, whichever is farther. */
function reach(pattern: Span, { row, column }: Spot): Span | null {
  const down = Math.max(row - pattern.bottom, pattern.top - row, 0);
  const across = Math.max(column - pattern.right, pattern.left - column, 0);
  if (down === 0 && across === 0) return null;
  if (down >= across) return row > pattern.bottom ? { ...pattern, top: pattern.bottom + 1, bottom: row } : { ...pattern, top: row, bottom: pattern.top - 1 };
  return column > pattern.right ? { ...pattern, left: pattern.right + 1, right: column } : { ...pattern, left: column, right: pattern.left - 1 };
}

const around = (one: Span, other: Span): Span => ({ top: Math.min(one.top, other.top), bottom: Math.max(one.bottom, other.bottom), left: Math.min(one.left, other.left), right: Math.max(one.right, other.right) });

/** The corner of a block is dragged on. */
export function fillByMouse(ground: Ground, desk: BlockDesk, store: HabitStore): void {
  const pattern = ground.selection.last;
  if (!pattern) return;
  let turned = false;
  const watch = (event: MouseEvent | KeyboardEvent): void => {
    turned = event.ctrlKey || event.metaKey;
  };
  window.addEventListener('mousemove', watch);
  window.addEventListener('mouseup', watch, { capture: true });
  drag(
    ground,
    (spot) => store.setState({ filling: reach(pattern, spot) }),
    () => {
      window.removeEventListener('mousemove', watch);
      window.removeEventListener('mouseup', watch, { capture: true });
      const { filling: into } = store.getState();
      store.setState({ filling: null });
      if (!into) return;
      const mode = guess(ground, pattern, into.left === pattern.left && into.right === pattern.right, turned);
      const filled: Filled = { pattern: ground.area(pattern), into: ground.area(into), mode };
      void fill(desk, filled).then((written) => {
        if (!written) return;
        const { selection } = ground;
        selection.set([around(pattern, into)], selection.active, { row: into.bottom, column: into.right });
        // Offered until something else is selected.
        store.setState({ filled });
      });
    },
  );
}

/** A double click on the corner: on into the empty cells below, as far as no cell of these columns is filled. */
export async function fillOnDown(ground: Ground, desk: BlockDesk): Promise<void> {
  const { client, selection, source, size } = ground;
  const pattern = selection.last;
  if (!pattern) return;
  const asked = source.asked();
  const { fields } = ground.area(pattern);
  const isEmpty = async (row: number, fields: readonly string[]): Promise<boolean> => {
    const { rows } = await client.blocks.read({ ...asked, area: { from: row, to: row, fields: [...fields] } });
    return rows.every((cells) => cells.every(({ text }) => text === ''));
  };
  const first = pattern.bottom + 1;
  if (first >= size.rows || !(await isEmpty(first, fields))) throw new Refusal('NOT_ALLOWED', '下面没有空着的格子，没有填', { remedy: '要盖掉下面原来的内容，请往下拖' });
  let bottom = size.rows - 1;
  for (const field of fields) {
    // From an empty cell: the next filled one, or the last row.
    const edge = await client.blocks.edge({ ...asked, row: first, field, down: true });
    bottom = Math.min(bottom, (await isEmpty(edge, [field])) ? edge : edge - 1);
  }
  const into: Span = { ...pattern, top: first, bottom };
  if (!(await fill(desk, { pattern: ground.area(pattern), into: ground.area(into), mode: guess(ground, pattern, true, false) }))) return;
  selection.set([around(pattern, into)], selection.active, { row: bottom, column: into.right });
}

const sayOf: Readonly<Record<FillMode, string>> = { copy: '填充', series: '按序列填充' };

const fill = (desk: BlockDesk, { pattern, into, mode }: Filled): Promise<boolean> => desk.write({ what: sayOf[mode], change: { kind: 'fill', pattern, into, mode } });

/** The fill that was just done is taken back and done the other way. */
export async function fillOtherwise(ground: Ground, desk: BlockDesk, store: HabitStore, filled: Filled): Promise<void> {
  const { client, events } = ground;
  store.setState({ filled: null });
  await events().writing(client.tables.undo());
  ground.source.reload();
  const other: Filled = { ...filled, mode: filled.mode === 'copy' ? 'series' : 'copy' };
  if (await fill(desk, other)) store.setState({ filled: other });
}

