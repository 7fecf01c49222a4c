import { cellText, columnLetters, type SheetRow } from '../sheets/cells.ts';

/** Cells that are one: rows from 1, columns from 0, both ends included. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A worksheet of a blank form, a table of a Word form or its text, as it is read: what stands where, and what is framed for filling in. */
export interface FormGrid {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows with any text. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Block[];
  /** The last row and the number of columns that have anything, a frame among them. */
  readonly last: number;
  readonly width: number;
  /** Whether a cell has a frame, which says that something belongs there. */
  framed(row: number, column: number): boolean;
  /** Whether a formula works the cell out. */
  worked(row: number, column: number): boolean;
}

/** 4, 7 → H4: as cells are spoken of. */
export const addressOf = (row: number, column: number): string => `${columnLetters(column)}${row}`;

/** H4 → 4, 7. */
export function placeOf(address: string): readonly [row: number, column: number] {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return [Number(digits), [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1];
}

/** A grid with the questions that reading a form asks of it. */
export class GridReader {
  readonly grid: FormGrid;
  readonly #rows: ReadonlyMap<number, SheetRow>;
  readonly #covering: ReadonlyMap<string, Block>;

  constructor(grid: FormGrid) {
    this.grid = grid;
    this.#rows = new Map(grid.rows.map((row) => [row.number, row]));
    const covering = new Map<string, Block>();
    for (const block of grid.merges) {
      // A block over the whole of a sheet is nothing that a form has.
      if ((block.bottom - block.top + 1) * (block.right - block.left + 1) > 20_000) continue;
      for (let row = block.top; row <= block.bottom; row++) for (let column = block.left; column <= block.right; column++) covering.set(`${row} ${column}`, block);
    }
    this.#covering = covering;
  }

  /** What stands in the cell itself. */
  own(row: number, column: number): string {
    return cellText(this.#rows.get(row)?.cells[column]).trim();
  }

  block(row: number, column: number): Block {
    return this.#covering.get(`${row} ${column}`) ?? { top: row, bottom: row, left: column, right: column };
  }

  /** What is seen in the cell: of merged cells the text of the first. */
  seen(row: number, column: number): string {
    const { top, left } = this.block(row, column);
    return this.own(top, left);
  }

  /** Whether the cell is one of several merged ones, and not the first. */
  covered(row: number, column: number): boolean {
    const { top, left } = this.block(row, column);
    return top !== row || left !== column;
  }

  /** The columns in which a row has texts of its own. */
  filled(row: number): number[] {
    const cells = this.#rows.get(row)?.cells ?? [];
    return cells.flatMap((cell, column) => (cellText(cell).trim() === '' ? [] : [column]));
  }
}
