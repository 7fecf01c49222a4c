import { opens, type Level } from '../papers/gate.ts';
import type { Field } from '../register/field.ts';
import { findField, vocabulary } from '../register/vocabulary.ts';
import { normalHeader } from '../sheets/header-text.ts';
import { targetOf } from '../sheets/header-index.ts';
import type { Subject } from '../sheets/subject.ts';
import { tableOf } from '../sheets/table.ts';

/** What forms ask for and no field says, by the labels under which they ask. */
export interface FormSaying {
  readonly key: string;
  readonly label: string;
  readonly also: readonly string[];
  /** The field whose sensitivity it shares; absent: it may stand anywhere. */
  readonly as?: string;
}

export const formSayings: readonly FormSaying[] = [
  { key: '#ordinal', label: '序号', also: ['编号', '序'] },
  { key: '#year', label: '年度', also: ['年份', '数据年度'] },
  { key: '#today', label: '填表日期', also: ['填报日期', '填报时间', '填表时间', '制表日期', '制表时间', '数据日期', '报送日期', '截止日期', '截止时间'] },
  { key: '#office', label: '填报单位', also: ['填表单位', '制表单位', '报送单位', '上报单位', '填报单位(盖章)', '填报单位(公章)', '单位(盖章)', '填表单位(盖章)'] },
  { key: '#who', label: '填表人', also: ['填报人', '制表人', '经办人', '制表'] },
  { key: '#age', label: '年龄', also: ['周岁', '年龄(周岁)', '年龄(岁)'], as: 'birthDate' },
  { key: '#address', label: '住址', also: ['家庭住址', '家庭地址', '地址', '详细地址', '居住地', '现住址', '家庭详细住址'], as: 'group' },
  { key: '#members', label: '家庭现有人口', also: ['现有人口', '现有人数', '共同生活人口'] },
  { key: '#count', label: '行数', also: ['总人数', '总户数', '合计人数', '合计户数'] },
];

const sayings = new Map(formSayings.flatMap((saying) => [saying.label, ...saying.also].map((label) => [normalHeader(label), saying.key] as const)));
const byKey = new Map(formSayings.map((saying) => [saying.key, saying]));

/** What a label on a form asks for; null where nobody knows it. */
export function labelTarget(label: string): string | null {
  const said = sayings.get(normalHeader(label));
  if (said !== undefined) return said;
  const target = targetOf(label);
  return target === undefined || target.startsWith('#') ? null : target;
}

export const isSaying = (target: string): boolean => byKey.has(target);

export const targetLabel = (target: string): string => byKey.get(target)?.label ?? findField(target)?.label ?? target;

const helperFields = (): readonly Field[] => vocabulary().filter(({ entity }) => entity === 'helper');
const tables = ['households', 'people'] as const;

/** The fields that a row of a list can show: its table's, and who helps the household. */
export function fieldsOfList(subject: Subject): readonly Field[] {
  const own = tableOf(subject).fields;
  const has = new Set(own.map(({ key }) => key));
  return [...own, ...helperFields().filter(({ key }) => !has.has(key) && subject !== 'helpers')];
}

/** The fields that a single value can show: the household's, its head's or the person's, and the helper's. */
export function fieldsOfPlace(): readonly Field[] {
  return [...new Map([...tables.flatMap((subject) => tableOf(subject).fields), ...helperFields()].map((field) => [field.key, field])).values()];
}

/** Whether what is asked for may stand on something that leaves on that level. */
export function opensTarget(target: string, level: Level): boolean {
  const field = findField(byKey.get(target)?.as ?? target);
  // Of an address, what is public stands in public, too.
  return target === '#address' || field === undefined || opens(field, level);
}
