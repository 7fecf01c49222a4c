import { Refusal } from '../../../shared/contract/errors.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Field } from '../../../shared/register/field.ts';
import { goneStates } from '../../../shared/register/member-state.ts';
import { storedFields } from '../../../shared/register/vocabulary.ts';
import { newId } from '../storage/new-id.ts';
import { flatRow } from '../storage/own-values.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { tableRow } from '../tables/rows.ts';

/** What is counted anew every year: every amount of money, and how many people it is divided by. */
const everyYearNew = ({ kind, key }: Field): boolean => kind === 'money' || key === 'yearSize' || key === 'workMonths' || key === 'publicPostMonths';

const kept = (entity: 'householdYear' | 'memberYear', stored: Readonly<Record<string, Stored>> | undefined): Record<string, Stored> => {
  const row = stored && flatRow(stored);
  return Object.fromEntries(storedFields(entity).filter((field) => !everyYearNew(field)).map(({ key }) => [key, row?.[key] ?? null] as const).filter(([, value]) => value !== null));
};

/** Records of a new year for a household and everybody who lives there: one command. */
export function addYear(register: RegisterFile, { householdId, year, copy }: { readonly householdId: string; readonly year: number; readonly copy: boolean }): string {
  const { values } = tableRow(register, 'households', householdId, year);
  const name = String(values['headName'] ?? values['householdNo'] ?? '');
  const has = register.sql('SELECT 1 FROM householdYear WHERE householdId = ? AND year = ?').get(householdId, year);
  if (has) throw new Refusal('VALUE_REFUSED', `这一户已经有 ${year} 年的记录`, { where: name, remedy: '请在卡片上换到那一年' });
  const lastOf = (entity: 'householdYear' | 'memberYear', sql: string, owner: string) => {
    const found = copy ? (register.sql(sql).get(owner, year) as { id: string } | undefined) : undefined;
    return found && register.rows.get(entity, found.id);
  };
  const before = lastOf('householdYear', 'SELECT id FROM householdYear WHERE householdId = ? AND year < ? ORDER BY year DESC LIMIT 1', householdId);
  const members = register.sql('SELECT id, memberState FROM member WHERE householdId = ?').all(householdId) as { id: string; memberState: string | null }[];
  const label = `${name}：新增 ${year} 年记录${before ? `，照 ${String(before['year'])} 年抄（收入不抄）` : ''}`;
  register.log.run({ kind: 'edit', label }, (writer) => {
    writer.create('householdYear', newId(), { householdId, year, ...kept('householdYear', before) });
    for (const { id, memberState } of members) {
      if (goneStates.has(memberState ?? '')) continue;
      if (register.sql('SELECT 1 FROM memberYear WHERE memberId = ? AND year = ?').get(id, year)) continue;
      const last = lastOf('memberYear', 'SELECT id FROM memberYear WHERE memberId = ? AND year < ? ORDER BY year DESC LIMIT 1', id);
      writer.create('memberYear', newId(), { memberId: id, year, ...kept('memberYear', last) });
    }
  });
  return label;
}
