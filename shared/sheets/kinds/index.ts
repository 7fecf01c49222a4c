import { helpers } from './helpers.ts';
import { households } from './households.ts';
import { income } from './income.ts';
import { people } from './people.ts';
import type { SheetKind } from './sheet-kind.ts';

/** Every kind of sheet that is recognised. */
export const sheetKinds: readonly SheetKind[] = [people, households, income, helpers];

export function sheetKind(key: string): SheetKind {
  const found = sheetKinds.find((kind) => kind.key === key);
  if (!found) throw new Error(`No kind of sheet ${key}`);
  return found;
}
