import blanks from '../../../resources/rules/blanks.json' with { type: 'json' };
import plain from '../../../resources/rules/plain.json' with { type: 'json' };
import type { Rule } from '../../../shared/checks/rule.ts';
import { rules } from '../../../shared/checks/rules.ts';
import { compileRule } from '../../../shared/checks/simple/compile.ts';
import { packSchema, type RulePack } from '../../../shared/checks/simple/simple-rule.ts';

export const shippedPacks: readonly RulePack[] = [blanks, plain].map((pack) => packSchema.parse(pack));

/** Every rule that ships, by number: code and data alike. */
export const shippedRules: readonly Rule[] = [...rules, ...shippedPacks.flatMap((pack) => pack.rules.map(compileRule))].toSorted((a, b) => (a.id < b.id ? -1 : 1));

if (new Set(shippedRules.map(({ id }) => id)).size !== shippedRules.length) throw new Error('Two rules share a key');
