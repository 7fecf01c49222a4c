import { careAndGivingLedgers } from './care-and-giving.ts';
import { careOnTheSpotLedgers } from './care-on-the-spot.ts';
import { checkingLedgers } from './checking.ts';
import { civilAffairsLedgers } from './civil-affairs.ts';
import { documentLedgers } from './documents.ts';
import { dutyLedgers } from './duties.ts';
import { educationLedgers } from './education.ts';
import { healthLedgers } from './health.ts';
import { helpAndLivingLedgers } from './help-and-living.ts';
import { housingAndWorkLedgers } from './housing-and-work.ts';
import { incomeLedgers } from './income-detail.ts';
import type { Ledger } from './ledger.ts';
import { monthlyCycleLedgers } from './monthly-cycle.ts';
import { movementLedgers } from './movements.ts';
import { officeLedgers } from './office-work.ts';
import { problemLedgers } from './problems.ts';
import { productionLedgers } from './production.ts';
import { projectAndMoneyLedgers } from './projects-and-money.ts';
import { pupilAndJobLedgers } from './pupils-and-jobs.ts';
import { surveyLedgers } from './surveys.ts';
import { visitAndWorkLedgers } from './visits-and-work.ts';

/** Every ledger, in the order in which they are listed. A new one is an object in one of the files. */
export const ledgers: readonly Ledger[] = [
  ...movementLedgers,
  ...documentLedgers,
  ...helpAndLivingLedgers,
  ...incomeLedgers,
  ...civilAffairsLedgers,
  ...healthLedgers,
  ...educationLedgers,
  ...housingAndWorkLedgers,
  ...projectAndMoneyLedgers,
  ...visitAndWorkLedgers,
  ...careAndGivingLedgers,
  ...careOnTheSpotLedgers,
  ...dutyLedgers,
  ...monthlyCycleLedgers,
  ...productionLedgers,
  ...pupilAndJobLedgers,
  ...problemLedgers,
  ...surveyLedgers,
  ...checkingLedgers,
  ...officeLedgers,
];

const byKey = new Map(ledgers.map((each) => [each.key, each]));
if (byKey.size !== ledgers.length) throw new Error('Two ledgers share a key');

/** The ledger of that key; an unknown key is a defect. */
export function ledgerOf(key: string): Ledger {
  const found = byKey.get(key);
  if (!found) throw new Error(`No ledger ${key}`);
  return found;
}

export const findLedger = (key: string): Ledger | undefined => byKey.get(key);

/** The key of a record's own ledger, from the key of one of its fields. */
export const ledgerOfField = (field: string): string => field.slice(0, field.indexOf('.'));
