import blanks from '../../../resources/rules/blanks.json' with { type: 'json' };
import plain from '../../../resources/rules/plain.json' with { type: 'json' };
import { isLimitKey, type LimitSet } from '../../../shared/checks/limits.ts';
import { nothing, type Rule } from '../../../shared/checks/rule.ts';
import { rules } from '../../../shared/checks/rules.ts';
import { compileRule, RuleFault } from '../../../shared/checks/simple/compile.ts';
import { packSchema, simpleRuleSchema, type RulePack, type SimpleRule } from '../../../shared/checks/simple/simple-rule.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readRecords } from '../tables/facts.ts';

let shipped: readonly Rule[] | null = null;

/** Every rule that ships, by number: code and data alike. Made when first asked for: most starts of the program ask for none. */
export function shippedRules(): readonly Rule[] {
  if (shipped) return shipped;
  const packs: readonly RulePack[] = [blanks, plain].map((pack) => packSchema.parse(pack));
  shipped = [...rules, ...packs.flatMap((pack) => pack.rules.map(compileRule))].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (new Set(shipped.map(({ id }) => id)).size !== shipped.length) throw new Error('Two rules share a key');
  return shipped;
}

/** The rules of a register: those that ship, its office's own, its thresholds, and what it has switched off. */
export interface RuleBook {
  readonly rules: readonly Rule[];
  readonly limits: readonly LimitSet[];
  /** Why a rule is switched off, by key. */
  readonly off: ReadonlyMap<string, string>;
  /** The office's own, as data; `fault` where one can no longer be asked, as when it names a field that is gone. */
  readonly own: readonly { readonly record: string; readonly rule: SimpleRule; readonly fault: string }[];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function readBook(register: RegisterFile): RuleBook {
  const own = readRecords(register, 'ownRule').map(({ id, values }) => {
    const rule = simpleRuleSchema.parse(JSON.parse(text(values['ownRule.text'])));
    try {
      return { record: id, rule, fault: '', compiled: compileRule(rule) };
    } catch (error) {
      if (!(error instanceof RuleFault)) throw error;
      const { grade, title, why, remedy, source } = rule;
      return { record: id, rule, fault: error.message, compiled: { id: rule.id, grade, title, why, remedy, source, reads: [], problems: () => nothing } satisfies Rule };
    }
  }).toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
  return {
    rules: own.length === 0 ? shippedRules() : [...shippedRules(), ...own.map(({ compiled }) => compiled)],
    own,
    limits: readRecords(register, 'ruleLimit').flatMap(({ values }): LimitSet[] => {
      const [limit, from, value] = [text(values['ruleLimit.limit']), values['ruleLimit.from'], values['ruleLimit.value']];
      return isLimitKey(limit) && typeof from === 'number' && typeof value === 'number' ? [{ limit, from, value }] : [];
    }),
    off: new Map(readRecords(register, 'ruleChoice').map(({ values }) => [text(values['ruleChoice.rule']), text(values['ruleChoice.why'])])),
  };
}

const books = new WeakMap<RegisterFile, { readonly revision: number; readonly book: RuleBook }>();

/** The rules of a register as they are now. */
export function ruleBookOf(register: RegisterFile): RuleBook {
  const { revision } = register.log;
  const known = books.get(register);
  if (known?.revision === revision) return known.book;
  const book = readBook(register);
  books.set(register, { revision, book });
  return book;
}
