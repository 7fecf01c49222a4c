import type { HistoryEntry } from '../../../shared/contract/tables.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { cellOf } from '../storage/cell-source.ts';
import { storedCell, type CellAddress } from './stored-cell.ts';

interface Entry {
  readonly action: string;
  readonly field: string | null;
  readonly old: Stored;
  readonly new: Stored;
  readonly at: string;
  readonly who: string;
  readonly kind: string;
  readonly label: string;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly department: string | null;
  readonly columns: string | null;
  readonly sheetRow: number | null;
}

const inRow = (json: Stored, field: string): Stored => ((JSON.parse(String(json)) as Record<string, Stored>)[field] ?? null);

const entries = `SELECT c.action, c.field, c.old, c.new, k.at, k.who, k.kind, k.label, s.file, s.sheet, s.department, s.columns, c.sheetRow
  FROM change c JOIN command k ON k.number = c.command LEFT JOIN importSheet s ON s.id = c.sheet
  WHERE c.rowId = ?1 AND (?2 IS NULL OR c.field = ?2 OR c.action <> 'set') ORDER BY c.seq DESC`;

/** Everything that ever happened to one cell, newest first, with its source. */
export function cellHistory(register: RegisterFile, address: CellAddress): HistoryEntry[] {
  const cell = storedCell(register, address);
  if (cell.id === undefined) return [];
  const rows = register.sql(entries).all(cell.id, address.field) as Entry[];
  return rows.flatMap((entry): HistoryEntry[] => {
    const old = entry.action === 'set' ? entry.old : entry.action === 'delete' ? inRow(entry.old, address.field) : null;
    const value = entry.action === 'set' ? entry.new : entry.action === 'create' ? inRow(entry.new, address.field) : null;
    if (old === null && value === null) return [];
    return [{ at: entry.at, who: entry.who, old, new: value, kind: entry.kind, command: entry.label, file: entry.file, sheet: entry.sheet, cell: cellOf(entry, address.field), department: entry.department }];
  });
}
