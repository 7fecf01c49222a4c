import type { Filter } from '../contract/tables.ts';
import type { Stored } from '../fields/reading.ts';
import { covered } from './period-ticks.ts';

/** As LIKE folds: letters of the Latin alphabet only. */
const folded = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** As SQLite orders: numbers before texts, texts by code point. */
function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one !== typeof other) return typeof one === 'number' ? -1 : 1;
  const [left, right] = [[...String(one)], [...String(other)]];
  for (let at = 0; at < left.length && at < right.length; at++) {
    const step = (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0);
    if (step !== 0) return step;
  }
  return left.length - right.length;
}

/** Whether a value meets a condition on its column, exactly as the core asks it in SQL. A condition of groups is asked there alone. */
export function meets(filter: Filter, value: Stored): boolean {
  const size = (other: Stored): number | null => (value === null || other === null ? null : compare(value, other));
  const holds = (test: (order: number) => boolean, other: Stored): boolean => {
    const order = size(other);
    return order !== null && test(order);
  };
  const text = value === null ? null : folded(String(value));
  switch (filter.test) {
    case 'in':
      return filter.values.includes(value);
    case 'notIn':
      return !filter.values.includes(value);
    case 'inPeriods':
      return covered(new Set(filter.periods), value === null ? null : String(value));
    case 'notInPeriods':
      return !covered(new Set(filter.periods), value === null ? null : String(value));
    case 'contains':
      return text !== null && text.includes(folded(filter.text));
    case 'notContains':
      return text === null || !text.includes(folded(filter.text));
    case 'startsWith':
      return text !== null && text.startsWith(folded(filter.text));
    case 'endsWith':
      return text !== null && text.endsWith(folded(filter.text));
    case 'equals':
      return value === filter.value;
    case 'notEquals':
      return value !== filter.value;
    case 'less':
      return holds((order) => order < 0, filter.value);
    case 'lessOrEqual':
      return holds((order) => order <= 0, filter.value);
    case 'greater':
      return holds((order) => order > 0, filter.value);
    case 'greaterOrEqual':
      return holds((order) => order >= 0, filter.value);
    case 'between':
      return holds((order) => order >= 0, filter.from) && holds((order) => order <= 0, filter.to);
    case 'blank':
      return value === null;
    case 'notBlank':
      return value !== null;
    case 'group':
      return false;
  }
}
