import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import type { TableRow } from '../../../shared/contract/tables.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Field } from '../../../shared/register/field.ts';
import type { Table } from '../../../shared/sheets/table.ts';
import type { GridContext } from '../grid-context.ts';
import { markOf, type CellMark } from './mark-book.ts';

interface Params extends ICellRendererParams<TableRow, Stored, GridContext> {
  readonly table: Table;
  readonly field: Field;
}

/**
 * A cell with a sign in its corner. The sign is drawn, not written: what is copied, read or looked for in the cell is its value,
 * and what the sign means is the cell's description. No React: cells are drawn by the hundred while one scrolls.
 */
export class MarkedCell implements ICellRendererComp<TableRow> {
  readonly #root = document.createElement('span');
  readonly #text = document.createElement('span');
  readonly #sign = document.createElement('span');
  #cell: HTMLElement | null = null;

  init(params: Params): void {
    this.#root.className = 'marked-cell';
    this.#text.className = 'marked-text';
    this.#sign.className = 'marked-sign';
    this.#sign.setAttribute('aria-hidden', 'true');
    this.#root.append(this.#text, this.#sign);
    this.#cell = params.eGridCell;
    this.#show(params);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh(params: Params): boolean {
    if (markFrom(params).sign === '') return false;
    this.#show(params);
    return true;
  }

  destroy(): void {
    this.#cell?.removeAttribute('aria-description');
  }

  #show(params: Params): void {
    const { sign, text } = markFrom(params);
    this.#text.textContent = params.valueFormatted ?? '';
    this.#sign.dataset['sign'] = sign;
    this.#cell?.setAttribute('aria-description', text === '' ? `${sign} 符合格式条件` : text.replaceAll('\n', '；'));
  }
}

const markFrom = ({ context, table, data, field }: Params): CellMark => markOf(context.marks, table, data, field);
