import type { TheirRow } from '../../../shared/changes/match-subject.ts';
import { cleanText } from '../../../shared/fields/clean-text.ts';
import { cellText, type Cell, type SheetRow } from '../../../shared/sheets/cells.ts';
import type { TheirSheet } from './match-tables.ts';

/** A row of a sheet by what its columns mean; one reader serves all rows in turn. */
export class RowReader implements TheirRow {
  readonly #columnOf: ReadonlyMap<string, number>;
  readonly #told: Readonly<Record<string, string>>;
  #row: SheetRow = { number: 0, cells: [] };

  constructor({ columns, told }: TheirSheet) {
    this.#columnOf = new Map(columns.flatMap(({ target, index }) => (target === null ? [] : [[target, index] as const])));
    this.#told = told;
  }

  turnTo(row: SheetRow): void {
    this.#row = row;
  }

  has(target: string): boolean {
    return this.#columnOf.has(target);
  }

  cell(target: string): Cell {
    const index = this.#columnOf.get(target);
    return index === undefined ? '' : (this.#row.cells[index] ?? '');
  }

  text(target: string): string {
    const index = this.#columnOf.get(target);
    const own = index === undefined ? '' : cleanText(cellText(this.#row.cells[index]));
    return own === '' ? (this.#told[target] ?? '') : own;
  }
}
