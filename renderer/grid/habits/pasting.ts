import type { BlockChange } from '../../../shared/contract/blocks.ts';
import { mostCells } from '../../../shared/contract/blocks.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { fromClipboard } from '../../../shared/clipboard/from-clipboard.ts';
import type { BlockRest } from '../grid-context.ts';
import { blanksMemory } from './blanks-memory.ts';
import type { BlockDesk } from './block-desk.ts';
import type { Ground } from './ground.ts';
import type { Blanks, HabitStore } from './habit-state.ts';
import { columnsOf, rowsOf, type Span } from './span.ts';

const mostText = 4000;

/** Where a block goes: over what is selected where that is a whole multiple of it, else once from its first cell. */
function target(span: Span, height: number, width: number, columns: number): Span {
  const multiple = (range: number, size: number): boolean => range > size && range % size === 0;
  const bottom = multiple(rowsOf(span), height) ? span.bottom : span.top + height - 1;
  const right = multiple(columnsOf(span), width) ? span.right : Math.min(columns - 1, span.left + width - 1);
  return { top: span.top, left: span.left, bottom, right };
}

function askBlanks(ground: Ground, store: HabitStore, cells: number): Promise<Blanks | null> {
  return new Promise((resolve) => {
    const answer = (blanks: Blanks | null, always: boolean): void => {
      store.setState({ asking: null });
      ground.focusActive(false);
      if (blanks !== null && always) blanksMemory.keep(blanks);
      resolve(blanks);
    };
    store.setState({ asking: { kind: 'blanks', cells, answer } });
  });
}

/** Blank cells of the block clear what is under them, or leave it: asked where it makes a difference, null where the clerk gives up. */
async function blanksFor(ground: Ground, desk: BlockDesk, store: HabitStore, change: (blanks: Blanks) => BlockChange, texts: readonly (readonly string[])[]): Promise<Blanks | null> {
  if (!texts.some((row) => row.some((text) => text.trim() === ''))) return 'skip';
  const always = blanksMemory.read();
  if (always) return always;
  const [clearing, skipping] = [await desk.check(change('clear')), await desk.check(change('skip'))];
  const cells = clearing.changes + clearing.refusedCount - skipping.changes - skipping.refusedCount;
  return cells > 0 ? askBlanks(ground, store, cells) : 'skip';
}

/** Ctrl+V of what the clipboard holds. */
export async function paste(ground: Ground, desk: BlockDesk, store: HabitStore, clip: { readonly text: string; readonly html: string }): Promise<void> {
  const { selection, size } = ground;
  const texts = fromClipboard(clip.text, clip.html);
  const span = selection.last;
  if (!texts || !span) return;
  const height = texts.length;
  const width = texts[0]?.length ?? 0;
  if (height * width > mostCells) throw new Refusal('NOT_ALLOWED', `剪贴板里有 ${height * width} 格，一次最多粘贴 ${mostCells / 10_000} 万格`, { remedy: '请分几次粘贴，或从“导入”导入' });
  const long = texts.findIndex((row) => row.some((text) => text.length > mostText));
  if (long >= 0) throw new Refusal('VALUE_REFUSED', `剪贴板里第 ${long + 1} 行有一格超过 ${mostText} 个字`, { remedy: '请先改短' });
  if (selection.spans.length > 1) {
    if (height * width > 1) throw new Refusal('NOT_ALLOWED', '选了几块，不能一起粘贴', { remedy: '请只选一块，或者只选左上角那一格' });
    await desk.write({ what: '粘贴', change: { kind: 'set', areas: ground.areas, text: texts[0]?.[0] ?? '' } });
    return;
  }
  const { kept } = store.getState();
  const moved = kept?.cut === true && sameText(kept.text, clip.text) ? kept : null;
  const rest = restOf(ground, span, texts);
  if (rest && moved) throw new Refusal('NOT_ALLOWED', `剪切的有 ${height} 行，从这里到最后一行只有 ${height - rest.texts.length} 行，放不下`, { remedy: '请从靠上的一行开始粘贴，或者改用复制' });
  if (rest) ground.events().rest?.refuse(rest);
  const fitting = rest ? texts.slice(0, height - rest.texts.length) : texts;
  const over = target(span, fitting.length, width, size.columns);
  const change = (blanks: Blanks): BlockChange => ({ kind: 'paste', into: ground.area(over), texts: fitting, blanks, ...(moved ? { cut: moved.area } : {}) });
  const blanks = moved ? 'clear' : await blanksFor(ground, desk, store, change, fitting);
  if (blanks === null) return;
  if (!(await desk.write({ what: moved ? '移动' : '粘贴', change: change(blanks) }))) return;
  const bottom = Math.min(over.bottom, ground.size.rows - 1);
  selection.set([{ ...over, bottom }], { row: over.top, column: over.left }, { row: bottom, column: over.right });
  if (rest) ground.events().rest?.take(rest, ground.row(bottom) ?? null);
}

/** What of a block has no row to stand in, where the table can have new ones. */
function restOf(ground: Ground, span: Span, texts: readonly (readonly string[])[]): BlockRest | null {
  const { rows, columns } = ground.size;
  if (ground.events().rest === null || target(span, texts.length, texts[0]?.length ?? 0, columns).bottom < rows) return null;
  const left = texts.slice(rows - span.top);
  const last = left.findLastIndex((row) => row.some((text) => text.trim() !== ''));
  return last === -1 ? null : { fields: ground.columns.slice(span.left, span.left + (texts[0]?.length ?? 0)), texts: left.slice(0, last + 1) };
}

/** Line breaks differ between systems. */
const sameText = (one: string, other: string): boolean => one.replaceAll('\r\n', '\n') === other.replaceAll('\r\n', '\n');
