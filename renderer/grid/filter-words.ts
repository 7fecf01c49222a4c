import type { Filter } from '../../shared/contract/tables.ts';
import type { Stored } from '../../shared/fields/reading.ts';
import { periodWords } from '../../shared/views/period-ticks.ts';
import { groupWords } from '../../shared/views/group-words.ts';
import { labelOf, shown } from '../../shared/register/show-value.ts';

const signs = { equals: '=', notEquals: '≠', less: '<', lessOrEqual: '≤', greater: '>', greaterOrEqual: '≥' } as const;
const texts = { contains: '包含', notContains: '不包含', startsWith: '开头是', endsWith: '结尾是' } as const;

/** A condition in the clerk's words: 人均纯收入 < 6,000.00. `names` are those of frozen lists, by id. */
export function filterWords(filter: Filter, names: ReadonlyMap<string, string> = new Map()): string {
  if (filter.test === 'group') return groupWords(filter, names);
  const label = labelOf(filter.field);
  const value = (stored: Stored): string => shown(filter.field, stored);
  const listed = (but: boolean, words: readonly string[]): string => `${label}${but ? ' 除了：' : '：'}${words.slice(0, 3).join('、')}${words.length > 3 ? ` 等 ${words.length} 种` : ''}`;
  switch (filter.test) {
    case 'in':
    case 'notIn':
      return listed(filter.test === 'notIn', filter.values.map((each) => value(each) || '（空白）'));
    case 'inPeriods':
    case 'notInPeriods':
      return listed(filter.test === 'notInPeriods', filter.periods.map(periodWords));
    case 'blank':
      return `${label} 空着`;
    case 'notBlank':
      return `${label} 不空`;
    case 'between':
      return `${label} ${value(filter.from)} 到 ${value(filter.to)}`;
    case 'contains':
    case 'notContains':
    case 'startsWith':
    case 'endsWith':
      return `${label} ${texts[filter.test]}“${filter.text}”`;
    default:
      return `${label} ${signs[filter.test]} ${value(filter.value)}`;
  }
}
