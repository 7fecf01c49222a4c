import type { SavedView } from '../../../shared/contract/views.ts';
import type { Filter } from '../../../shared/contract/tables.ts';
import { builtInId, type BuiltInView } from '../../../shared/views/built-in.ts';
import type { ViewBody } from '../../../shared/views/view.ts';

/** The view through which a table is looked at. */
export interface OpenView {
  readonly id: string;
  readonly name: string;
  /** Null: it came with the program and cannot be saved over. */
  readonly saved: SavedView | null;
  readonly body: ViewBody;
}

export const openSaved = (view: SavedView): OpenView => ({ id: view.id, name: view.name, saved: view, body: view.body });

export function openBuiltIn(view: BuiltInView, columns: ViewBody['columns']): OpenView {
  const { filters, sorts = [], formats = [], label } = view;
  return { id: builtInId(view), name: label, saved: null, body: { columns, groups: true, search: '', filters: [...filters], sorts: [...sorts], formats: [...formats] } };
}

const byText = (filters: readonly Filter[]): string[] => filters.map((filter) => JSON.stringify(Object.entries(filter).toSorted(([a], [b]) => a.localeCompare(b)))).toSorted();

/** A view's content as text that is equal where it looks the same: the order of conditions does not matter. */
export const looksLike = ({ columns, groups, search, filters, sorts, formats }: ViewBody): string => JSON.stringify([columns, groups, search, byText(filters), sorts, formats]);
