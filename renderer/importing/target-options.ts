import type { Field } from '../../shared/register/field.ts';
import { findField, vocabulary } from '../../shared/register/vocabulary.ts';
import type { Target } from '../../shared/sheets/header-index.ts';
import { findSheetKind } from '../../shared/sheets/kinds/index.ts';
import type { TargetGroup, TargetOption } from '../ui/TargetPicker.tsx';

/** What stands for "kept under its own header" in a list of choices. */
export const noted = '#noted';

const specials: readonly TargetOption[] = [
  { value: noted, label: '照原列名保留', words: '照原列名保留 备注 不认识' },
  { value: '#leave', label: '不收', words: '不收 忽略 跳过' },
  { value: '#ordinal', label: '序号', words: '序号 编号' },
  { value: '#year', label: '年度', words: '年度 年份' },
  { value: '#dataDate', label: '数据日期', words: '数据日期' },
];

const option = (field: Field): TargetOption => ({ value: field.key, label: field.label, words: [field.label, ...field.also].join(' ') });

const owners: readonly (readonly [Field['entity'], string])[] = [['member', '人'], ['memberYear', '人 · 按年'], ['household', '户'], ['householdYear', '户 · 按年'], ['helper', '帮扶']];

/** What a column of a sheet of this kind may be: the kind's own fields first, then everybody's. */
export function targetGroups(kindKey: string | null): readonly TargetGroup[] {
  const kind = kindKey === null ? undefined : findSheetKind(kindKey);
  const own = (kind?.ledgers ?? []).map((ledger) => ({ label: ledger.label, options: ledger.fields.map(option) }));
  const order = kind?.about === 'household' ? [owners[2], owners[3], owners[0], owners[1], owners[4]] : owners;
  const shared = order.flatMap((entry) => {
    if (!entry) return [];
    const [entity, called] = entry;
    const groups = Map.groupBy(vocabulary().filter((field) => field.entity === entity), ({ group }) => group);
    return [...groups].map(([group, fields]) => ({ label: `${called} · ${group}`, options: fields.map(option) }));
  });
  return [{ label: '这一列', options: specials }, ...own, ...shared];
}

export function targetWord(target: Target | null): string {
  const value = target ?? noted;
  return specials.find((special) => special.value === value)?.label ?? findField(value)?.label ?? (value === '#note' ? '交回改正的说明' : value);
}
