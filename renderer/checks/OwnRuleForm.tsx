import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { Condition } from '../../shared/checks/simple/condition.ts';
import type { SimpleRule } from '../../shared/checks/simple/simple-rule.ts';
import { vocabulary } from '../../shared/register/vocabulary.ts';

type Draft = Omit<SimpleRule, 'id'>;
type Line = { readonly field: string; readonly how: string; readonly value: string };

const hows: readonly { readonly value: string; readonly label: string; readonly make: (field: string, value: string) => Condition }[] = [
  { value: 'blank', label: '空着', make: (field) => ({ field, is: 'blank' }) },
  { value: 'filled', label: '已填', make: (field) => ({ field, is: 'filled' }) },
  { value: '=', label: '是', make: (field, value) => ({ field, than: '=', value }) },
  { value: '≠', label: '不是', make: (field, value) => ({ field, than: '≠', value }) },
  { value: 'in', label: '是其中之一（用、隔开）', make: (field, value) => ({ field, in: value.split('、') }) },
  { value: 'contains', label: '里有', make: (field, contains) => ({ field, contains }) },
  { value: '<', label: '小于', make: (field, value) => ({ field, than: '<', value }) },
  { value: '>', label: '大于', make: (field, value) => ({ field, than: '>', value }) },
  { value: 'same', label: '和这一项相同', make: (field, other) => ({ field, than: '=', other }) },
];
const wantsNothing = new Set(['blank', 'filled']);
const entities = { households: ['household', 'householdYear'], people: ['member', 'memberYear', 'household', 'householdYear'] } as const;
const empty: Line = { field: '', how: 'blank', value: '' };

const fieldsOf = (scope: Draft['scope']) => [
  ...(scope === 'people' ? [{ value: 'age', label: '年龄' }] : []),
  ...entities[scope].flatMap((entity) => vocabulary().filter((field) => field.entity === entity).map(({ key, label }) => ({ value: key, label }))),
];

/** A rule of the office's own: conditions over fields, all or any of them. */
export function OwnRuleForm({ save }: { save: (rule: Draft) => Promise<boolean> }) {
  const [open, setOpen] = useState(false);
  const [scope, setScope] = useState<Draft['scope']>('people');
  const [grade, setGrade] = useState<Draft['grade']>('W');
  const [title, setTitle] = useState('');
  const [remedy, setRemedy] = useState('');
  const [joined, setJoined] = useState<'all' | 'any'>('all');
  const [lines, setLines] = useState<readonly Line[]>([empty]);
  const fields = fieldsOf(scope);
  const write = (at: number, change: Partial<Line>): void => setLines(lines.map((line, place) => (place === at ? { ...line, ...change } : line)));
  const submit = async (): Promise<void> => {
    const conditions = lines.map(({ field, how, value }) => hows.find((each) => each.value === how)?.make(field, value)).filter((each) => each !== undefined);
    const when: Condition = joined === 'all' ? { all: conditions } : { any: conditions };
    if (!(await save({ grade, title, why: '', remedy, source: '自设', scope, when, field: lines[0]?.field ?? '' }))) return;
    setOpen(false);
    setTitle('');
    setLines([empty]);
  };
  if (!open) return <div className="own-rule"><Button onClick={() => setOpen(true)}>新增规则</Button></div>;
  return (
    <form className="own-rule-form" aria-label="新增规则" onSubmit={(event) => { event.preventDefault(); void submit(); }} onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}>
      <div className="own-rule-line">
        <label>叫什么<Input autoFocus required maxLength={60} value={title} onChange={({ target }) => setTitle(target.value)} placeholder="如：低收入户没有电话" /></label>
        <label>怎么办<Input required maxLength={200} value={remedy} onChange={({ target }) => setRemedy(target.value)} placeholder="如：请问清后填写" /></label>
        <label>查谁<Select aria-label="查谁" value={scope} onChange={(next: Draft['scope']) => { setScope(next); setLines([empty]); }} options={[{ value: 'people', label: '每个人' }, { value: 'households', label: '每一户' }]} /></label>
        <label>轻重<Select aria-label="轻重" value={grade} onChange={setGrade} options={[{ value: 'E' as const, label: '必须改' }, { value: 'W' as const, label: '要核实' }, { value: 'I' as const, label: '提示' }]} /></label>
      </div>
      {lines.map((line, at) => (
        // Lines have no name of their own: their place is all that tells them apart.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className="own-rule-line">
          {at === 0 ? <span>当</span> : <Select aria-label="同时还是任一" value={joined} onChange={setJoined} options={[{ value: 'all' as const, label: '并且' }, { value: 'any' as const, label: '或者' }]} />}
          <Select aria-label={`第 ${at + 1} 个条件的项目`} showSearch={{ optionFilterProp: 'label' }} style={{ width: 220 }} placeholder="选一项" value={line.field || null} onChange={(field: string) => write(at, { field })} options={fields} />
          <Select aria-label={`第 ${at + 1} 个条件怎么比`} style={{ width: 180 }} value={line.how} onChange={(how: string) => write(at, { how })} options={hows.map(({ value, label }) => ({ value, label }))} />
          {line.how === 'same' ? (
            <Select aria-label={`第 ${at + 1} 个条件的另一项`} showSearch={{ optionFilterProp: 'label' }} style={{ width: 220 }} value={line.value || null} onChange={(value: string) => write(at, { value })} options={fields} />
          ) : (
            !wantsNothing.has(line.how) && <Input aria-label={`第 ${at + 1} 个条件的值`} required style={{ width: 160 }} value={line.value} onChange={({ target }) => write(at, { value: target.value })} />
          )}
        </div>
      ))}
      <div className="own-rule-line">
        <Button onClick={() => setLines([...lines, empty])}>再加一个条件</Button>
        <Button type="primary" htmlType="submit" disabled={lines.some(({ field }) => field === '')}>存这条规则</Button>
        <Button onClick={() => setOpen(false)}>不加</Button>
      </div>
    </form>
  );
}
