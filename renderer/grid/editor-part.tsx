import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community';
import type { TableRow } from '../../shared/contract/tables.ts';
import type { Stored } from '../../shared/fields/reading.ts';
import type { Field } from '../../shared/register/field.ts';
import type { GridContext } from './grid-context.ts';
import { ValueEditor } from './ValueEditor.tsx';

interface Params extends ICellEditorParams<TableRow, Stored, GridContext> {
  readonly field: Field;
}

/** The editor of values in a cell of the grid. */
export class EditorPart implements ICellEditorComp<TableRow, Stored, GridContext> {
  readonly #root = document.createElement('div');
  #params: Params | null = null;
  #key = '';
  #value: Stored = null;

  init(params: Params): void {
    this.#params = params;
    this.#root.addEventListener('mousedown', () => { params.context.edit.entering = false; });
    this.#key = params.context.parts.newKey();
    this.#value = params.value ?? null;
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  getValue(): Stored {
    return this.#value;
  }

  /** Drawn once it has its place: only then it can take the keys. */
  afterGuiAttached(): void {
    if (!this.#params) return;
    const { context, eventKey, value, column, node, field, stopEditing } = this.#params;
    // At once: what the grid tells of its editors comes only when quick hands have typed already.
    context.edit.typed(null);
    context.edit.entering = [...(eventKey ?? '')].length === 1;
    const take = (text: string): void => void (this.#value = text);
    context.parts.show(this.#key, this.#root, <ValueEditor eventKey={eventKey} value={value ?? null} column={column} node={node} field={field} context={context} stopEditing={stopEditing} onValueChange={take} />);
  }

  destroy(): void {
    this.#params?.context.parts.drop(this.#key);
  }
}
