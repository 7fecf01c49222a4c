import type { Condition } from './condition.ts';

/** One line of the form of an own rule: a field, how it is looked at, and against what. */
export interface RuleLine {
  readonly field: string;
  readonly how: string;
  readonly value: string;
}

export const emptyLine: RuleLine = { field: '', how: 'blank', value: '' };

interface How {
  readonly value: string;
  readonly label: string;
  readonly make: (field: string, value: string) => Condition;
}

export const hows: readonly How[] = [
  { value: 'blank', label: '空着', make: (field) => ({ field, is: 'blank' }) },
  { value: 'filled', label: '已填', make: (field) => ({ field, is: 'filled' }) },
  { value: '=', label: '是', make: (field, value) => ({ field, than: '=', value }) },
  { value: '≠', label: '不是', make: (field, value) => ({ field, than: '≠', value }) },
  { value: 'in', label: '是其中之一（用、隔开）', make: (field, value) => ({ field, in: value.split('、') }) },
  { value: 'contains', label: '包含', make: (field, contains) => ({ field, contains }) },
  { value: '<', label: '小于', make: (field, value) => ({ field, than: '<', value }) },
  { value: '>', label: '大于', make: (field, value) => ({ field, than: '>', value }) },
  { value: 'same', label: '和这一项相同', make: (field, other) => ({ field, than: '=', other }) },
];

export interface RuleLines {
  readonly joined: 'all' | 'any';
  readonly lines: readonly RuleLine[];
}

export function conditionOf({ joined, lines }: RuleLines): Condition {
  const conditions = lines.map(({ field, how, value }) => hows.find((each) => each.value === how)?.make(field, value)).filter((each) => each !== undefined);
  return joined === 'all' ? { all: conditions } : { any: conditions };
}

function valueOf(condition: Condition): string {
  if ('value' in condition) return condition.value;
  if ('in' in condition) return condition.in.join('、');
  if ('contains' in condition) return condition.contains;
  return 'other' in condition ? condition.other : '';
}

/** The lines that make this condition; null where the form cannot write it, as a file may bring one with 不满足 or a limit. */
export function linesOf(when: Condition): RuleLines | null {
  const [joined, conditions] = 'all' in when ? (['all', when.all] as const) : 'any' in when ? (['any', when.any] as const) : (['all', [when]] as const);
  const lines: RuleLine[] = [];
  for (const condition of conditions) {
    if (!('field' in condition)) return null;
    const { field } = condition;
    const value = valueOf(condition);
    const how = hows.find(({ make }) => JSON.stringify(make(field, value)) === JSON.stringify(condition));
    if (!how) return null;
    lines.push({ field, how: how.value, value });
  }
  return { joined, lines };
}
