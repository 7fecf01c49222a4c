import { householdRules } from './rules/household.ts';
import { identityRules } from './rules/identity.ts';
import { incomeRules } from './rules/income.ts';
import type { Rule } from './rule.ts';

/** Every rule, by number. */
export const rules: readonly Rule[] = [...identityRules, ...householdRules, ...incomeRules].sort((a, b) => a.number.localeCompare(b.number));

if (new Set(rules.map(({ number }) => number)).size !== rules.length) throw new Error('Two rules share a number');
