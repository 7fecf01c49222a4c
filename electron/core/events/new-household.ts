import { Refusal } from '../../../shared/contract/errors.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import type { Writer } from '../storage/commands.ts';
import { newId } from '../storage/new-id.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readTyped } from '../tables/typed-value.ts';

/** What a household that splits off has in common with the one that it comes from: where it lives, since when and why it is in the register. */
export const inherited = ['province', 'city', 'county', 'town', 'village', 'group', 'villageOfficePhone', 'standard', 'firstIdentified', 'liftYear'] as const;
export const inheritedOfYear = ['liftState', 'householdKind', 'mainCause', 'secondCause', 'thirdCause', 'monitoredKind'] as const;

const taken = (row: Readonly<Record<string, Stored>> | undefined, keys: readonly string[]): Record<string, Stored> =>
  Object.fromEntries(keys.map((key) => [key, row?.[key] ?? null] as const).filter(([, value]) => value !== null));

export interface NewHousehold {
  readonly householdNo: string;
  write(writer: Writer, id: string): void;
}

/** A household that an event makes; its number may be unknown yet, but must not be another's. */
export function planNewHousehold(register: RegisterFile, asked: { readonly from: string; readonly householdNo: string; readonly year: number | null }, today: string): NewHousehold {
  const no = readTyped(field('householdNo'), asked.householdNo, today, '新户 · 户编号');
  if (no !== null && register.sql('SELECT 1 FROM household WHERE householdNo = ?').get(no)) {
    throw new Refusal('VALUE_REFUSED', '这个户编号已经有了', { where: `户编号 ${String(no)}`, remedy: '请核对；要去已有的户，请选那一户' });
  }
  const household = taken(register.rows.get('household', asked.from), inherited);
  const year = asked.year === null ? undefined : (register.sql('SELECT * FROM householdYear WHERE householdId = ? AND year = ?').get(asked.from, asked.year) as Record<string, Stored> | undefined);
  return {
    householdNo: no === null ? '' : String(no),
    write(writer, id) {
      writer.create('household', id, { ...household, ...(no === null ? {} : { householdNo: no }) });
      if (year) writer.create('householdYear', newId(), { householdId: id, year: asked.year, ...taken(year, inheritedOfYear) });
    },
  };
}
