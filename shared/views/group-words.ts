import { groupConditions } from './conditions.ts';
import type { GroupFilter } from './view.ts';

const gradeWords: Readonly<Record<string, string>> = { E: '必须改', W: '要核实', I: '提示' };

/** A condition of a group in the clerk's words: 满 60 周岁, 不在名单“6000元以下”里. `names` are those of frozen lists, by id. */
export function groupWords({ group, of = '', not = false }: GroupFilter, names: ReadonlyMap<string, string>): string {
  const { label, beside } = groupConditions[group];
  const value = beside === 'frozenList' ? (names.get(of) ?? '已删除的名单') : beside === 'grade' ? (gradeWords[of] ?? of) : of;
  return `${not ? '不是：' : ''}${label(value)}`;
}
