import type { TableRow } from '../../shared/contract/tables.ts';
import type { Stored } from '../../shared/fields/reading.ts';

/** A value that stands in its cell while it is on its way to the core. */
interface Typed {
  readonly value: Stored;
}

interface Cell {
  readonly rowId: string;
  readonly key: string;
  /** Rows of tables hold other values in another year. */
  readonly year: number;
  /** What the core was last known to hold there. */
  known: Stored;
  /** In the order in which they were typed. */
  readonly typed: Typed[];
}

/**
 * What was typed and the core has not answered yet. A row that comes from the core meanwhile, as the answer to another cell or read
 * again, holds the value of before there: what was typed stands on top of it until it is answered itself.
 */
export class Unanswered {
  readonly #cells = new Map<string, Cell>();

  /** A value goes on its way; answers what ends that, and gives the value that the cell then holds. */
  begin({ id, values }: Pick<TableRow, 'id' | 'values'>, year: number, key: string, value: Stored): () => Stored {
    const at = `${id} ${year} ${key}`;
    const cell = this.#cells.get(at) ?? { rowId: id, key, year, known: values[key] ?? null, typed: [] };
    const typed: Typed = { value };
    cell.typed.push(typed);
    this.#cells.set(at, cell);
    return () => {
      const place = cell.typed.indexOf(typed);
      if (place >= 0) cell.typed.splice(place, 1);
      if (cell.typed.length === 0) this.#cells.delete(at);
      return (cell.typed.at(-1) ?? { value: cell.known }).value;
    };
  }

  /** A row as the core has it in a year, with what is still on its way there. `told`: keys of the values that came from the core, where not all did. */
  readonly over = (row: TableRow, year: number, told?: ReadonlySet<string>): TableRow => {
    if (this.#cells.size === 0) return row;
    const values: Record<string, Stored> = { ...row.values };
    for (const cell of this.#cells.values()) {
      const last = cell.rowId === row.id && cell.year === year ? cell.typed.at(-1) : undefined;
      if (!last || told?.has(cell.key) === false) continue;
      cell.known = row.values[cell.key] ?? null;
      values[cell.key] = last.value;
    }
    return { ...row, values };
  };
}
