import { Refusal } from '../../../shared/contract/errors.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { currentInspection } from './inspection-log.ts';

/** A household of the inspection that is under way, with the year whose records are shown. */
export interface Inspected {
  readonly inspection: number;
  readonly year: number;
  readonly household: number;
  readonly householdId: string;
}

export function inspectedHousehold(register: RegisterFile, household: number): Inspected {
  const { number: inspection, year } = currentInspection(register);
  const found = register.sql('SELECT householdId FROM inspectionHousehold WHERE number = ? AND inspection = ?').get(household, inspection) as { householdId: string } | undefined;
  if (!found) throw new Refusal('NOT_FOUND', '抽查名单里没有这一户', { remedy: '请先抽到它，或由检查组点名' });
  return { inspection, year, household, householdId: found.householdId };
}
