import type { GridApi } from 'ag-grid-community';
import type { RowsQuery, TableRow } from '../../shared/contract/tables.ts';
import type { Stored } from '../../shared/fields/reading.ts';
import { kindOf, type Field } from '../../shared/register/field.ts';
import { rowName, type Table } from '../../shared/sheets/table.ts';
import type { CellAt, GridEvents, RefusedText } from './grid-context.ts';
import { notWritten } from '../ui/not-written.ts';
import { refusalOf } from '../ui/refusal.ts';
import type { RowSource } from './row-source.ts';
import { today } from './typing.ts';
import type { Unanswered } from './unanswered.ts';

interface Around {
  readonly table: Table;
  readonly api: () => GridApi<TableRow> | null;
  readonly source: RowSource;
  readonly unanswered: Unanswered;
  readonly events: () => GridEvents;
  /** The row under the cursor holds other values now. */
  readonly written: () => void;
}

/** By what rows stand that nobody has sorted: the walk, the head before the others, the newest record first. */
const walk = new Set(['town', 'village', 'group', 'householdNo', 'relation', 'year']);
const days = new Set<Field['kind']>(['date', 'month', 'year']);

/** Whether another value may put the row elsewhere, or out of what is shown. */
function mayMove({ filters = [], sorts = [], search }: RowsQuery, { key, kind, entity }: Field): boolean {
  return search !== undefined || walk.has(key) || (entity === 'entry' && days.has(kind)) || [...filters, ...sorts].some(({ field }) => field === key);
}

/** Values of the household stand on the row of every member: what was written on one stands on all that are loaded. */
function spread(api: GridApi<TableRow>, table: Table, row: TableRow, over: (row: TableRow, told?: ReadonlySet<string>) => TableRow): void {
  const shared = new Set(table.fields.flatMap(({ key, entity, derived }) => (entity === 'household' || entity === 'householdYear' || derived !== undefined ? [key] : [])));
  api.forEachNode((node) => {
    const { data } = node;
    if (!data || data.id === row.id || data.householdId === '' || data.householdId !== row.householdId) return;
    const values = { ...data.values, ...Object.fromEntries([...shared].map((key) => [key, row.values[key] ?? null])) };
    node.setData(over({ ...data, values, revision: Math.max(data.revision, row.revision) }, shared));
  });
}

interface AtOnce {
  /** The core has taken it. */
  readonly end: () => void;
  /** The core has refused it: what stands there goes. */
  readonly back: () => void;
}

const untouched: AtOnce = { end: () => undefined, back: () => undefined };

/** What was typed stands in its cell at once, where it is a value: whoever comes back before the core has answered finds it. */
function setAtOnce(api: GridApi<TableRow>, { source, unanswered }: Pick<Around, 'source' | 'unanswered'>, { row, field }: CellAt, text: string): AtOnce {
  const { year } = source;
  const reading = kindOf(field).read(text, { today: today(), typed: true });
  const set = (value: Stored): void => {
    if (api.isDestroyed() || source.year !== year) return;
    const node = api.getRowNode(row.id);
    if (node?.data) node.setData({ ...node.data, values: { ...node.data.values, [field.key]: value } });
  };
  if (!reading.ok || reading.value === (row.values[field.key] ?? null)) return untouched;
  const end = unanswered.begin(row, year, field.key, reading.value);
  set(reading.value);
  return { end, back: () => set(end()) };
}

/** One cell is written through the core; a refusal opens the editor again with the text and the reason. */
export class CellWrites {
  readonly #around: Around;
  #refused: RefusedText | null = null;
  /** The cell that somebody else has written while it was being typed into. */
  #stale: CellAt | null = null;
  /** The last cell of which the clerk was told what somebody else has written there: from that revision on it is no news. */
  #seen = { cell: '', revision: 0 };

  constructor(around: Around) {
    this.#around = around;
  }

  get refused(): RefusedText | null {
    return this.#refused;
  }

  forget(): void {
    // What somebody else has written comes to the screen now, whichever of the two was chosen.
    if (this.#stale && this.#refused) {
      this.#around.events().unsaved(this.#stale, null);
      this.#around.source.reload();
    }
    this.#refused = this.#stale = null;
  }

  async write(told: CellAt, text: string, rowIndex: number): Promise<void> {
    const { table, source, unanswered, events, written } = this.#around;
    const key = `${told.row.id} ${told.field.key}`;
    const cell = this.#seen.cell === key ? { ...told, row: { ...told.row, revision: Math.max(told.row.revision, this.#seen.revision) } } : told;
    const api = this.#around.api();
    const { year } = source;
    const atOnce = api ? setAtOnce(api, this.#around, told, text) : untouched;
    /** The rows among which it was typed are on screen no more: the table was left, or shows another year. */
    const isLeft = (): boolean => api?.isDestroyed() === true || source.year !== year;
    const over = (row: TableRow, of?: ReadonlySet<string>): TableRow => unanswered.over(row, year, of);
    try {
      const row = await events().write(cell, text);
      atOnce.end();
      this.#refused = null;
      events().unsaved(cell, null);
      if (isLeft()) return;
      api?.getRowNode(cell.row.id)?.setData(over(row));
      if (api && table.subject === 'people') spread(api, table, row, over);
      if (mayMove(source.question(), cell.field)) source.drifted = true;
      written();
    } catch (error) {
      atOnce.back();
      const why = events().why(error);
      if (why === null) return events().failed(error);
      // Left meanwhile: no editor can tell it.
      if (isLeft()) return events().failed(notWritten(rowName(table, told.row.values), told.field.label, text, why));
      const stands = refusalOf(error)?.stands ?? null;
      if (stands) this.#seen = { cell: key, revision: stands.revision };
      this.#stale = stands ? cell : null;
      this.#refused = { rowId: cell.row.id, field: cell.field.key, text, why, stands };
      events().unsaved(cell, this.#refused);
      const now = api?.getRowNode(cell.row.id)?.rowIndex ?? rowIndex;
      api?.startEditingCell({ rowIndex: now, colKey: cell.field.key });
    }
  }
}
