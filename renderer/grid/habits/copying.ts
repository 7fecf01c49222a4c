import { mostCells } from '../../../shared/contract/blocks.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { writeHtmlTable, type ClipCell } from '../../../shared/clipboard/html-table.ts';
import { writeTsv } from '../../../shared/clipboard/tsv.ts';
import type { Field } from '../../../shared/register/field.ts';
import { cellText } from '../grid-columns.ts';
import type { Ground } from './ground.ts';
import type { HabitStore } from './habit-state.ts';
import { cellsOf, columnsOf, type Span } from './span.ts';

export interface Copying {
  readonly cut?: boolean;
  /** With the names of the columns above. */
  readonly heads?: boolean;
}

const amounts = new Set<Field['kind']>(['money', 'count', 'measure']);

/** Blocks that make one rectangle: beside one another over the same rows, or below one another in the same columns. */
function joined(spans: readonly Span[]): { readonly parts: readonly Span[]; readonly across: boolean } | null {
  const [first] = spans;
  if (!first) return null;
  if (spans.every(({ top, bottom }) => top === first.top && bottom === first.bottom)) return { parts: spans.toSorted((a, b) => a.left - b.left), across: true };
  if (spans.every(({ left, right }) => left === first.left && right === first.right)) return { parts: spans.toSorted((a, b) => a.top - b.top), across: false };
  return null;
}

/** The cells of a block: from the rows on screen where all of them are here, else from the core. */
async function cellsOfSpan(ground: Ground, span: Span): Promise<ClipCell[][]> {
  const fields = Array.from({ length: columnsOf(span) }, (_, at) => ground.field(span.left + at)).filter((field) => field !== undefined);
  const masked = ground.masked();
  const here: ClipCell[][] = [];
  for (let row = span.top; row <= span.bottom; row++) {
    const data = ground.row(row);
    if (!data) break;
    here.push(fields.map((field) => ({ text: cellText(field, data.values[field.key] ?? null, masked), asText: !amounts.has(field.kind) })));
  }
  if (here.length === span.bottom - span.top + 1) return here;
  const { rows } = await ground.client.blocks.read({ ...ground.source.asked(), area: ground.area(span), masked });
  return rows.map((row) => row.map(({ text }, at) => ({ text, asText: !amounts.has(fields[at]?.kind ?? 'text') })));
}

async function clipOf(ground: Ground, spans: readonly Span[], heads: boolean): Promise<ClipCell[][]> {
  const found = joined(spans);
  if (!found) throw new Refusal('NOT_ALLOWED', '选中的几块不在同样的行或同样的列上，不能一起复制', { remedy: '请只选一块，或者选同样的行、同样的列' });
  const blocks: ClipCell[][][] = [];
  for (const part of found.parts) {
    const cells = await cellsOfSpan(ground, part);
    const named = Array.from({ length: columnsOf(part) }, (_, at) => ({ text: ground.field(part.left + at)?.label ?? '', asText: true }));
    blocks.push(heads && (found.across || blocks.length === 0) ? [named, ...cells] : cells);
  }
  if (!found.across) return blocks.flat();
  return (blocks[0] ?? []).map((_, row) => blocks.flatMap((block) => block[row] ?? []));
}

/** Ctrl+C and Ctrl+X: what is selected, as text and as a table in which identity numbers stay text. Numbers that are masked on screen are masked. */
export async function copy(ground: Ground, store: HabitStore, { cut = false, heads = false }: Copying): Promise<void> {
  const { spans, last } = ground.selection;
  if (!last) return;
  const cells = spans.reduce((sum, span) => sum + cellsOf(span), 0);
  if (cells > mostCells) throw new Refusal('NOT_ALLOWED', `选中了 ${cells} 格，一次最多复制 ${mostCells / 10_000} 万格`, { remedy: '请少选一些，或用“导出 Excel”' });
  if (cut && spans.length > 1) throw new Refusal('NOT_ALLOWED', '选了几块，不能一起剪切', { remedy: '请只选一块' });
  const made = clipOf(ground, spans, heads);
  const blob = (type: string, text: (rows: ClipCell[][]) => string): Promise<Blob> => made.then((rows) => new Blob([text(rows)], { type }));
  const plain = (rows: ClipCell[][]): string => writeTsv(rows.map((row) => row.map(({ text }) => text)));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob('text/plain', plain), 'text/html': blob('text/html', writeHtmlTable) })]);
  store.setState({ kept: { span: last, area: ground.area(last), cut, text: plain(await made) } });
}
