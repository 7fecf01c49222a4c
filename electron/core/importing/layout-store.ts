import { z } from 'zod';
import { Refusal } from '../../../shared/contract/errors.ts';
import { findField } from '../../../shared/register/vocabulary.ts';
import { findSheetKind, sheetKind } from '../../../shared/sheets/kinds/index.ts';
import type { Recognised } from '../../../shared/sheets/recognise.ts';
import { fingerprintOf, type LayoutColumn, type SheetLayout } from '../../../shared/sheets/sheet-layout.ts';
import type { RegisterFile } from '../storage/register-file.ts';

type Stored = Omit<SheetLayout, 'columns'> & { readonly columns: string };

const shown = (row: Stored): SheetLayout => ({ ...row, columns: JSON.parse(row.columns) as LayoutColumn[] });

/** Remembered layouts, the last used first. */
export const listLayouts = (register: RegisterFile): SheetLayout[] => (register.sql('SELECT * FROM sheetLayout ORDER BY lastUsed DESC, id DESC').all() as Stored[]).map(shown);

export function layoutNamed(register: RegisterFile, name: string): SheetLayout {
  const found = listLayouts(register).find((layout) => layout.name === name || String(layout.id) === name);
  if (!found) throw new Refusal('NOT_FOUND', `没有叫“${name}”的版式`, { remedy: '请用 layouts 列出记住的版式' });
  return found;
}

function freeName(register: RegisterFile, wish: string, except?: number): string {
  const taken = new Set(listLayouts(register).filter(({ id }) => id !== except).map(({ name }) => name));
  let name = wish;
  for (let at = 2; taken.has(name); at++) name = `${wish} ${at}`;
  return name;
}

export interface UsedLayout {
  readonly recognised: Pick<Recognised, 'kind' | 'columns' | 'fingerprint'>;
  readonly department: string;
  readonly file: string;
  readonly at: string;
}

/** Remembers a layout that was just imported, or notes that it was used again; what the clerk mapped otherwise replaces what was known. */
export function rememberLayout(register: RegisterFile, { recognised, department, file, at }: UsedLayout): void {
  const { kind, fingerprint } = recognised;
  const columns = JSON.stringify(recognised.columns.map(({ header, target }): LayoutColumn => ({ header, target })));
  const known = register.sql('SELECT id FROM sheetLayout WHERE fingerprint = ?').get(fingerprint) as { id: number } | undefined;
  if (known) {
    register.sql('UPDATE sheetLayout SET kind = ?, department = ?, columns = ?, lastUsed = ?, lastFile = ?, uses = uses + 1 WHERE id = ?').run(kind.key, department, columns, at, file, known.id);
    return;
  }
  const name = freeName(register, `${kind.label}（${recognised.columns.length} 列）`);
  register
    .sql('INSERT INTO sheetLayout (name, kind, department, fingerprint, columns, firstUsed, lastUsed, lastFile, uses) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)')
    .run(name, kind.key, department, fingerprint, columns, at, at, file);
}

export function renameLayout(register: RegisterFile, id: number, name: string): SheetLayout {
  if (!listLayouts(register).some((layout) => layout.id === id)) throw new Refusal('NOT_FOUND', '这个版式已经不在了', { remedy: '请按 F5 刷新后再选' });
  const wish = name.trim();
  if (wish === '') throw new Refusal('VALUE_REFUSED', '版式的名字不能空着', { remedy: '请填写' });
  register.sql('UPDATE sheetLayout SET name = ? WHERE id = ?').run(freeName(register, wish, id), id);
  return layoutNamed(register, String(id));
}

export const forgetLayout = (register: RegisterFile, id: number): void => void register.sql('DELETE FROM sheetLayout WHERE id = ?').run(id);

const fileFormat = 'mingce-layouts-1';
const fileSchema = z.object({
  format: z.literal(fileFormat),
  layouts: z.array(z.object({ name: z.string().min(1).max(100), kind: z.string(), department: z.string().max(20), columns: z.array(z.object({ header: z.string().max(300), target: z.string().nullable() })).min(1).max(2000) })).max(1000),
});

/** The layouts as a file for a colleague: headers and what they mean, nothing from any row. */
export function exportLayouts(register: RegisterFile, ids: readonly number[] | undefined): string {
  const layouts = listLayouts(register).filter(({ id }) => ids === undefined || ids.includes(id)).map(({ name, kind, department, columns }) => ({ name, kind, department, columns }));
  return `${JSON.stringify({ format: fileFormat, layouts }, null, 1)}\n`;
}

/** Takes a colleague's layouts in; one that is known already keeps its name and gets the colleague's mapping. */
export function importLayouts(register: RegisterFile, text: string, file: string, at: string): number {
  let parsed: z.infer<typeof fileSchema>;
  try {
    parsed = fileSchema.parse(JSON.parse(text));
  } catch {
    throw new Refusal('FILE_NOT_A_WORKBOOK', '这不是明册导出的版式文件', { where: file, remedy: '请选择从“导入 → 记住的版式”里导出的文件' });
  }
  const usable = parsed.layouts.filter(({ kind, columns }) => findSheetKind(kind) && columns.every(({ target }) => target === null || target.startsWith('#') || findField(target)));
  register.together(() => {
    for (const { name, kind, department, columns } of usable) {
      const fingerprint = fingerprintOf(columns.map(({ header }) => header));
      const known = register.sql('SELECT id FROM sheetLayout WHERE fingerprint = ?').get(fingerprint) as { id: number } | undefined;
      if (known) register.sql('UPDATE sheetLayout SET kind = ?, department = ?, columns = ? WHERE id = ?').run(sheetKind(kind).key, department, JSON.stringify(columns), known.id);
      else {
        register
          .sql('INSERT INTO sheetLayout (name, kind, department, fingerprint, columns, firstUsed, lastUsed, lastFile, uses) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)')
          .run(freeName(register, name), kind, department, fingerprint, JSON.stringify(columns), at, at, file);
      }
    }
  });
  return usable.length;
}
