import { ownerOfKey } from '../../../shared/register/own/own-column.ts';
import { findSheetKind } from '../../../shared/sheets/kinds/index.ts';

/** Whether a sheet of that kind has rows that a column is about: a ledger's columns come on its sheets, the others on those of households and people. */
export function fillsKind(key: string, kind: string): boolean {
  const [owner, sheet] = [ownerOfKey(key), findSheetKind(kind)];
  if (!owner || !sheet) return false;
  return owner.ledger === null ? sheet.about !== 'entry' : sheet.ledgers.some((ledger) => ledger.key === owner.ledger);
}
