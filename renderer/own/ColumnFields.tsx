import { AutoComplete, Checkbox, Input, Select } from 'antd';
import { useId } from 'react';
import { type Unit, units } from '../../shared/register/field.ts';
import { ownKinds, type OwnKind, ownSecrets, ownStates, rangedKinds } from '../../shared/register/own/own-column.ts';
import { vocabulary } from '../../shared/register/vocabulary.ts';
import type { OwnAbout } from '../../shared/contract/own-columns.ts';
import { Choices } from './Choices.tsx';
import { aboutWords, type TypedColumn } from './typed-column.ts';

const optionsOf = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  // The keys of the object itself.
  (Object.keys(words) as Key[]).map((value) => ({ value, label: words[value] }));

interface Props {
  readonly typed: TypedColumn;
  readonly change: (part: Partial<TypedColumn>) => void;
  /** Whom the column may be about; one that exists stays with whom it is. */
  readonly abouts: readonly OwnAbout[];
  /** Rows that have a value in it; null for a new column. */
  readonly values: number | null;
}

/** What is said of an own column. */
export function ColumnFields({ typed, change, abouts, values }: Props) {
  const id = useId();
  const { kind } = typed;
  const groups = [...new Set(['自设列', ...vocabulary().filter(({ entity }) => entity === typed.about).map(({ group }) => group)])];
  const ranged = rangedKinds.has(kind);
  return (
    <div className="form-rows own-fields">
      <label htmlFor={`${id}-label`}>列名</label>
      <Input id={`${id}-label`} value={typed.label} maxLength={40} autoFocus onChange={({ target }) => change({ label: target.value })} />
      <label htmlFor={`${id}-about`}>记在谁名下</label>
      <Select<OwnAbout> id={`${id}-about`} value={typed.about} disabled={values !== null || abouts.length === 1} showSearch={{ optionFilterProp: 'label' }} options={abouts.map((value) => ({ value, label: aboutWords[value] ?? value }))} onChange={(about) => change({ about })} />
      <label htmlFor={`${id}-kind`}>填什么</label>
      <Select<OwnKind> id={`${id}-kind`} value={kind} disabled={values !== null && values > 0} options={optionsOf(ownKinds)} onChange={(next) => change({ kind: next, least: '', most: '', unit: null })} />
      {kind === 'code' && (
        <>
          <span id={`${id}-choices`}>选项</span>
          <Choices labelledBy={`${id}-choices`} choices={typed.choices} several={typed.several} change={change} />
        </>
      )}
      {(kind === 'count' || kind === 'measure') && (
        <>
          <label htmlFor={`${id}-unit`}>单位</label>
          <Select<Unit | null> id={`${id}-unit`} value={typed.unit} options={[{ value: null, label: '不写' }, ...units.filter((unit) => unit !== '元').map((unit) => ({ value: unit, label: unit }))]} onChange={(unit) => change({ unit })} />
        </>
      )}
      <label htmlFor={`${id}-group`}>放在哪一组</label>
      <AutoComplete id={`${id}-group`} value={typed.group} placeholder="自设列" options={groups.map((value) => ({ value }))} onChange={(group: string) => change({ group })} />
      <label htmlFor={`${id}-also`}>文件里还叫</label>
      <Input id={`${id}-also`} value={typed.also} placeholder="别的表头，用、隔开；导入时也认得" onChange={({ target }) => change({ also: target.value })} />
      <label htmlFor={`${id}-secret`}>谁能看</label>
      <Select id={`${id}-secret`} value={kind === 'phone' ? 'never' : typed.secret} disabled={kind === 'phone'} options={optionsOf(ownSecrets)} onChange={(secret) => change({ secret })} />
      <span>核对时提醒</span>
      <div className="own-wants">
        <Checkbox checked={typed.wanted} onChange={({ target }) => change({ wanted: target.checked })}>空着的</Checkbox>
        {ranged && (
          <>
            <label>小于 <Input aria-label="小于这个数要提醒" value={typed.least} onChange={({ target }) => change({ least: target.value })} /></label>
            <label>大于 <Input aria-label="大于这个数要提醒" value={typed.most} onChange={({ target }) => change({ most: target.value })} /></label>
          </>
        )}
      </div>
      {values !== null && (
        <>
          <label htmlFor={`${id}-state`}>用不用</label>
          <Select id={`${id}-state`} value={typed.state} options={optionsOf(ownStates).map((option) => (option.value === 'retired' ? { ...option, label: '停用：哪里都不再出现，填过的内容留着' } : option))} onChange={(state) => change({ state })} />
        </>
      )}
    </div>
  );
}
