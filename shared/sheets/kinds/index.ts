import { helpers } from './helpers.ts';
import { households } from './households.ts';
import { incomeDetail } from './income-detail.ts';
import { income } from './income.ts';
import { ledgerKinds } from './ledger-kinds.ts';
import { people } from './people.ts';
import type { SheetKind } from './sheet-kind.ts';

/** Every kind of sheet that is recognised. */
export const sheetKinds: readonly SheetKind[] = [people, households, income, incomeDetail, helpers, ...ledgerKinds];

export const findSheetKind = (key: string): SheetKind | undefined => sheetKinds.find((kind) => kind.key === key);

export function sheetKind(key: string): SheetKind {
  const found = findSheetKind(key);
  if (!found) throw new Error(`No kind of sheet ${key}`);
  return found;
}
