import { mostCells, type Whose } from '../../../shared/contract/blocks.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { writeHtmlTable, type ClipCell } from '../../../shared/clipboard/html-table.ts';
import { writeTsv } from '../../../shared/clipboard/tsv.ts';
import { isAmount } from '../../../shared/fields/kinds.ts';
import type { Field } from '../../../shared/register/field.ts';
import { hides } from '../../../shared/register/masked.ts';
import { cellText } from '../grid-columns.ts';
import type { Ground } from './ground.ts';
import type { HabitStore } from './habit-state.ts';
import { cellsOf, rowsOf, type Span } from './span.ts';

export interface Copying {
  readonly cut?: boolean;
  /** With the names of the columns above. */
  readonly heads?: boolean;
}

/** A row of the clipboard, and whose it is. */
interface ClipRow extends Whose {
  readonly cells: readonly ClipCell[];
}

/** Blocks that make one rectangle: beside one another over the same rows, or below one another in the same columns. */
function joined(spans: readonly Span[]): { readonly parts: readonly Span[]; readonly across: boolean } | null {
  const [first] = spans;
  if (!first) return null;
  if (spans.every(({ top, bottom }) => top === first.top && bottom === first.bottom)) return { parts: spans.toSorted((a, b) => a.left - b.left), across: true };
  if (spans.every(({ left, right }) => left === first.left && right === first.right)) return { parts: spans.toSorted((a, b) => a.top - b.top), across: false };
  return null;
}

const fieldsOf = (ground: Ground, { left, right }: Span): Field[] => Array.from({ length: right - left + 1 }, (_, at) => ground.field(left + at)).filter((field) => field !== undefined);

/** The rows of a block: from the screen where all of them are here, else from the core. */
async function rowsOfSpan(ground: Ground, span: Span): Promise<ClipRow[]> {
  const fields = fieldsOf(ground, span);
  const masked = ground.masked();
  const here: ClipRow[] = [];
  for (let row = span.top; row <= span.bottom; row++) {
    const data = ground.row(row);
    if (!data) break;
    here.push({ householdId: data.householdId, memberId: data.memberId ?? null, cells: fields.map((field) => ({ text: cellText(field, data.values[field.key] ?? null, masked), asText: !isAmount(field.kind) })) });
  }
  if (here.length === rowsOf(span)) return here;
  const { rows, whose } = await ground.client.blocks.read({ ...ground.source.asked(), area: ground.area(span), masked });
  return rows.map((row, at) => ({
    householdId: whose[at]?.householdId ?? '',
    memberId: whose[at]?.memberId ?? null,
    cells: row.map(({ text }, column) => ({ text, asText: !isAmount(fields[column]?.kind ?? 'text') })),
  }));
}

/** Whole numbers leave with the clipboard: the core notes whose, before they do. */
async function noteWhole(ground: Ground, fields: readonly Field[], rows: readonly ClipRow[]): Promise<void> {
  const columns = fields.map(({ sensitivity, kind }) => sensitivity === 'never' && !(ground.masked() && hides(kind)));
  const leaving = rows.filter(({ cells }) => cells.some(({ text }, at) => columns[at] === true && text !== ''));
  if (leaving.length === 0) return;
  await ground.client.outgoing.copied({
    columns: [...new Set(fields.filter((_, at) => columns[at] === true).map(({ label }) => label))],
    households: [...new Set(leaving.map(({ householdId }) => householdId))].filter((id) => id !== ''),
    members: [...new Set(leaving.flatMap(({ memberId }) => memberId ?? []))],
    rows: leaving.length,
    masked: false,
  });
}

async function clipOf(ground: Ground, spans: readonly Span[], heads: boolean): Promise<ClipCell[][]> {
  const found = joined(spans);
  if (!found) throw new Refusal('NOT_ALLOWED', '选中的几块不在同样的行或同样的列上，不能一起复制', { remedy: '请只选一块，或者选同样的行、同样的列' });
  const { parts, across } = found;
  const blocks: ClipRow[][] = [];
  for (const part of parts) blocks.push(await rowsOfSpan(ground, part));
  const rows = across ? (blocks[0] ?? []).map((row, at) => ({ ...row, cells: blocks.flatMap((block) => block[at]?.cells ?? []) })) : blocks.flat();
  const fields = (across ? parts : parts.slice(0, 1)).flatMap((part) => fieldsOf(ground, part));
  await noteWhole(ground, fields, rows);
  const cells = rows.map((row) => [...row.cells]);
  return heads ? [fields.map(({ label }) => ({ text: label, asText: true })), ...cells] : cells;
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
