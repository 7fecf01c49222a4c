import type { GridApi } from 'ag-grid-community';
import type { TableRow } from '../../../shared/contract/tables.ts';
import type { Field } from '../../../shared/register/field.ts';
import type { CellWrites } from '../cell-writes.ts';

interface Typed {
  readonly rowId: string;
  readonly field: Field;
  readonly text: string;
}

/**
 * What stands in the open editor, and its way to the core. The grid tells of an ended edit only some time later, and never where
 * it is taken down meanwhile: a value typed by quick hands that then went to another screen was lost. So it goes from here.
 */
export class OpenEdit {
  readonly #api: () => GridApi<TableRow> | null;
  readonly #writes: CellWrites;
  #typed: Typed | null = null;
  /** Begun by typing over the cell: until F2 or a press into the text arrows lead on, as in a spreadsheet. */
  entering = false;
  /** Edits that were taken here and whose end the grid has yet to tell. */
  #untold = 0;

  constructor(api: () => GridApi<TableRow> | null, writes: CellWrites) {
    this.#api = api;
    this.#writes = writes;
  }

  /** null while the editor is untouched. */
  get text(): string | null {
    return this.#typed?.text ?? null;
  }

  /** An editor has opened, or something was typed into it. */
  readonly typed = (typed: Typed | null): void => {
    this.#typed = typed;
  };

  /** Closes the editor; what was typed is written at once. */
  readonly take = (): void => {
    const [api, typed] = [this.#api(), this.#typed];
    if (!api || api.isDestroyed()) return;
    const row = typed === null ? undefined : api.getRowNode(typed.rowId);
    if (typed === null || !row?.data) return api.stopEditing();
    const { data, rowIndex } = row;
    this.#close(api);
    void this.#writes.write({ row: data, field: typed.field }, typed.text, rowIndex ?? 0);
    this.#writes.forget();
  };

  /** Closes the editor; nothing of it is written. */
  readonly drop = (): void => {
    const api = this.#api();
    if (!api || api.isDestroyed()) return;
    this.#close(api);
    this.#writes.forget();
  };

  /** The grid has ended an edit by itself and hands on what was typed. */
  handed(rowId: string, field: Field): void {
    if (this.#typed?.rowId === rowId && this.#typed.field === field) this.#typed = null;
  }

  /** The grid tells of an end. True: of one that was taken here. */
  ended(): boolean {
    if (this.#untold === 0) return false;
    this.#untold--;
    return true;
  }

  #close(api: GridApi<TableRow>): void {
    this.#typed = null;
    if (api.getEditingCells().length === 0) return;
    this.#untold++;
    api.stopEditing(true);
  }
}
