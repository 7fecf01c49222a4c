import { Refusal } from '../../../shared/contract/errors.ts';
import type { OwnAbout, OwnDraft } from '../../../shared/contract/own-columns.ts';
import { normalWording } from '../../../shared/fields/code.ts';
import { plainKinds } from '../../../shared/fields/kinds.ts';
import { forbiddenInList } from '../../../shared/register/own/declaration.ts';
import { rangedKinds, type OwnColumn } from '../../../shared/register/own/own-column.ts';
import { bearerOfHeader } from '../../../shared/sheets/header-bearer.ts';

const refuse = (label: string, what: string, remedy: string): Refusal => new Refusal('VALUE_REFUSED', what, { where: `自设列 ${label}`, remedy });

function limitOf({ label, kind }: OwnDraft, typed: string, called: string): number | null {
  if (typed === '' || kind === 'code' || !rangedKinds.has(kind)) return null;
  const reading = plainKinds[kind].read(typed, { today: '', typed: true });
  if (!reading.ok || typeof reading.value !== 'number') throw refuse(label, `“${called}”写的 ${typed} 不是这一种数`, '请改成数字，或空着');
  return reading.value;
}

function mustNameChoices({ label, choices }: OwnDraft): void {
  if (choices.length === 0) throw refuse(label, '还没有选项', '请至少写一个选项');
  const seen = new Set<string>();
  for (const { value, also } of choices) {
    for (const word of [value, ...also]) {
      if (forbiddenInList.test(word)) throw refuse(label, `选项“${word}”里有不能用的符号`, '选项里不要用 ； = 、 和换行');
      const normal = normalWording(word);
      if (seen.has(normal)) throw refuse(label, `选项“${word}”写了两次`, '请只留一个');
      seen.add(normal);
    }
  }
}

/** By each of its headers a file must mean this column and no other. */
function mustBeTheOnlyOne({ label, also }: OwnDraft, about: OwnAbout, key: string): void {
  for (const header of [label, ...also]) {
    if (forbiddenInList.test(header)) throw refuse(label, `“${header}”里有不能用的符号`, '列名和表头里不要用 ； = 、 和换行');
    const bearer = bearerOfHeader(header, about, key);
    if (bearer !== null) throw refuse(label, `表头“${header}”已经是“${bearer}”这一列的`, header === label ? '请直接用那一列，或换一个列名' : '请去掉这个表头');
  }
}

/** The declaration that a draft makes; a draft that cannot be one is refused with what to do. */
export function checkDraft(draft: OwnDraft, about: OwnAbout, key: string): OwnColumn {
  const { label, kind, several, wanted, secret, state } = draft;
  if (label === '') throw new Refusal('VALUE_REFUSED', '列名不能空着', { where: '自设列', remedy: '请填写列名' });
  mustBeTheOnlyOne(draft, about, key);
  if (kind === 'code') mustNameChoices(draft);
  const [least, most] = [limitOf(draft, draft.least, '不小于'), limitOf(draft, draft.most, '不大于')];
  if (least !== null && most !== null && least > most) throw refuse(label, '“不小于”比“不大于”还大', '请核对这两个数');
  return {
    key,
    label,
    kind,
    group: draft.group || '自设列',
    unit: rangedKinds.has(kind) && kind !== 'money' && kind !== 'year' ? draft.unit : null,
    secret: kind === 'phone' ? 'never' : secret,
    also: draft.also.filter((header, at) => header !== label && draft.also.indexOf(header) === at),
    choices: kind === 'code' ? draft.choices.map(({ value, also }) => ({ value, also })) : [],
    several: kind === 'code' && several,
    wanted,
    least,
    most,
    state,
  };
}
