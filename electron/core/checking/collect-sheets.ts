import type { CollectSheet } from '../../../shared/contract/collecting.ts';
import type { Scope } from '../../../shared/contract/walls.ts';
import { collectItems } from '../../../shared/checks/collect.ts';
import { textOf, type HouseholdFacts } from '../../../shared/register/facts.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readFacts } from '../tables/facts.ts';
import { dataThere } from './data-there.ts';
import { findingsOf } from './findings-of.ts';

export interface Collected {
  readonly facts: HouseholdFacts;
  readonly sheet: CollectSheet;
}

/** The collecting sheets of some households as they are now, in walking order; a household that lacks nothing has none. */
export function collectSheets(register: RegisterFile, { year, of }: { readonly year: number; readonly of: Scope }, today: string): { sheets: Collected[]; households: number } {
  const households = readFacts(register, { year, ids: of.scope === 'household' ? [of.householdId] : undefined, village: of.scope === 'village' ? of.village : undefined });
  const there = dataThere(register, year);
  const findings = Map.groupBy(findingsOf(register, households.map(({ id }) => id), { year, today }), ({ householdId }) => householdId);
  const sheets = households.flatMap((facts): Collected[] => {
    const made = collectItems(facts, findings.get(facts.id) ?? [], (field) => there.has(field));
    if (made.items.length === 0 && made.others.length === 0) return [];
    const said = (key: string): string => textOf(facts.values, key);
    return [{ facts, sheet: { householdId: facts.id, household: said('householdNo'), head: said('headName'), town: said('town'), village: said('village'), group: said('group'), ...made } }];
  });
  return { sheets, households: households.length };
}
