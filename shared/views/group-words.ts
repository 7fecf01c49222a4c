import { groupConditions } from './conditions.ts';
import type { GroupFilter } from './view.ts';
import { grades, type Grade } from '../wording/grades.ts';

/** A condition of a group in the clerk's words: 满 60 周岁, 不在名单“6000元以下”里. `names` are those of frozen lists, by id. */
export function groupWords({ group, of = '', not = false }: GroupFilter, names: ReadonlyMap<string, string>): string {
  const { label, otherwise, beside } = groupConditions[group];
  const value = beside === 'frozenList' ? (names.get(of) ?? '已删除的名单') : beside === 'grade' ? (grades[of as Grade]?.word ?? of) : of;
  if (not && otherwise !== undefined) return otherwise;
  return `${not ? '不是：' : ''}${label(value)}`;
}
