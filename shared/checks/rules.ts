import { formRules } from './rules/forms.ts';
import { generalRules } from './rules/general.ts';
import { healthRules } from './rules/health.ts';
import { helpRules } from './rules/help.ts';
import { householdRules } from './rules/household.ts';
import { identityRules } from './rules/identity.ts';
import { incomeRules } from './rules/income.ts';
import { keyRules } from './rules/keys.ts';
import { livingRules } from './rules/living.ts';
import { moneyRules } from './rules/money.ts';
import { monitoringRules } from './rules/monitoring.ts';
import { schoolingRules } from './rules/schooling.ts';
import { workRules } from './rules/work.ts';
import { ownRules } from './rules/own.ts';
import type { Rule } from './rule.ts';

/** The rules that are code. Those that are conditions over fields alone are data: resources/rules. */
export const rules: readonly Rule[] = [
  ...identityRules,
  ...keyRules,
  ...householdRules,
  ...schoolingRules,
  ...healthRules,
  ...workRules,
  ...incomeRules,
  ...moneyRules,
  ...livingRules,
  ...helpRules,
  ...monitoringRules,
  ...formRules,
  ...generalRules,
  ...ownRules,
];
