import type { OwnColumn } from '../../../shared/register/own/own-column.ts';
import { normalHeader } from '../../../shared/sheets/header-text.ts';
import type { LayoutColumn } from '../../../shared/sheets/sheet-layout.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { fillsKind } from './fills-kind.ts';

/**
 * A remembered layout that keeps a header as a note, because nothing stood for it, carries the column from now on. Where the column is
 * taken back its key means nothing, and the layout keeps the header as a note as before.
 */
export function teachLayouts(register: RegisterFile, column: OwnColumn): void {
  const headers = new Set([column.label, ...column.also].map(normalHeader));
  const layouts = register.sql('SELECT id, kind, columns FROM sheetLayout').all() as { id: number; kind: string; columns: string }[];
  for (const { id, kind, columns } of layouts) {
    if (!fillsKind(column.key, kind)) continue;
    const known = JSON.parse(columns) as LayoutColumn[];
    if (known.some(({ target }) => target === column.key)) continue;
    const at = known.findIndex(({ header, target }) => target === null && headers.has(normalHeader(header)));
    if (at === -1) continue;
    const taught = known.map((each, index) => (index === at ? { ...each, target: column.key } : each));
    register.sql('UPDATE sheetLayout SET columns = ? WHERE id = ?').run(JSON.stringify(taught), id);
  }
}
