import { householdRules } from './rules/household.ts';
import { identityRules } from './rules/identity.ts';
import { incomeRules } from './rules/income.ts';
import { keyRules } from './rules/keys.ts';
import type { Rule } from './rule.ts';

/** Every rule that ships, by number. */
export const rules: readonly Rule[] = [...identityRules, ...keyRules, ...householdRules, ...incomeRules].sort((a, b) => a.id.localeCompare(b.id));

if (new Set(rules.map(({ id }) => id)).size !== rules.length) throw new Error('Two rules share a key');
