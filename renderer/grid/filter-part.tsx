import type { IAfterGuiAttachedParams, IFilterComp, IFilterParams } from 'ag-grid-community';
import type { Filter, TableRow } from '../../shared/contract/tables.ts';
import type { Field } from '../../shared/register/field.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import { ColumnFilter } from './ColumnFilter.tsx';
import type { GridContext } from './grid-context.ts';

interface Params extends IFilterParams<TableRow, GridContext> {
  readonly field: Field;
  readonly subject: Subject;
}

/** The filter of a column as the grid knows it; drawn from when it is opened first. */
export class FilterPart implements IFilterComp<TableRow> {
  readonly #root = document.createElement('div');
  #params: Params | null = null;
  #key = '';
  #model: Filter | null = null;
  #opened = 0;
  #hide: (() => void) | undefined;

  init(params: Params): void {
    this.#params = params;
    this.#key = params.context.parts.newKey();
  }

  refresh(params: Params): boolean {
    this.#params = params;
    return true;
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  /** The core filters; no row that it sends is hidden here. */
  doesFilterPass(): boolean {
    return true;
  }

  isFilterActive(): boolean {
    return this.#model !== null;
  }

  getModel(): Filter | null {
    return this.#model;
  }

  getModelAsString(): string {
    return '';
  }

  setModel(model: Filter | null): void {
    this.#model = model ?? null;
    if (this.#opened > 0) setTimeout(() => this.#show());
  }

  afterGuiAttached(params?: IAfterGuiAttachedParams): void {
    this.#hide = params?.hidePopup;
    this.#opened++;
    this.#show();
  }

  destroy(): void {
    this.#params?.context.parts.drop(this.#key);
    this.#params = null;
  }

  #choose(model: Filter | null): void {
    this.#model = model;
    this.#params?.filterChangedCallback();
    this.#hide?.();
    this.#params?.api.ensureIndexVisible(0);
  }

  #show(): void {
    if (!this.#params) return;
    const { context, field, subject } = this.#params;
    context.parts.show(this.#key, this.#root, <ColumnFilter model={this.#model} choose={(model) => this.#choose(model)} field={field} subject={subject} context={context} opened={this.#opened} />);
  }
}
