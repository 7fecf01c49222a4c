import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { SimpleRule } from '../../shared/checks/simple/simple-rule.ts';
import { vocabulary } from '../../shared/register/vocabulary.ts';
import { conditionOf, emptyLine, hows, linesOf, type RuleLine, type RuleLines } from '../../shared/checks/simple/rule-lines.ts';
import { grades } from '../../shared/wording/grades.ts';

type Draft = Omit<SimpleRule, 'id'> & { readonly id?: string };

const wantsNothing = new Set(['blank', 'filled']);
const entities = { households: ['household', 'householdYear'], people: ['member', 'memberYear', 'household', 'householdYear'] } as const;

const fieldsOf = (scope: Draft['scope']) => [
  ...(scope === 'people' ? [{ value: 'age', label: '年龄' }] : []),
  ...entities[scope].flatMap((entity) => vocabulary().filter((field) => field.entity === entity).map(({ key, label }) => ({ value: key, label }))),
];

/** A rule of the office's own, a new one or one that stands: conditions over fields, all or any of them. */
export function OwnRuleForm({ rule, save, close }: { rule: SimpleRule | null; save: (rule: Draft) => Promise<boolean>; close: () => void }) {
  const stands = rule && linesOf(rule.when);
  const [scope, setScope] = useState<Draft['scope']>(rule?.scope ?? 'people');
  const [grade, setGrade] = useState<Draft['grade']>(rule?.grade ?? 'W');
  const [title, setTitle] = useState(rule?.title ?? '');
  const [remedy, setRemedy] = useState(rule?.remedy ?? '');
  const [joined, setJoined] = useState<RuleLines['joined']>(stands?.joined ?? 'all');
  const [lines, setLines] = useState<readonly RuleLine[]>(stands?.lines ?? [emptyLine]);
  const fields = fieldsOf(scope);
  const write = (at: number, change: Partial<RuleLine>): void => setLines(lines.map((line, place) => (place === at ? { ...line, ...change } : line)));
  const submit = async (): Promise<void> => {
    const field = lines.find((line) => line.field === rule?.field)?.field ?? lines[0]?.field ?? '';
    if (await save({ why: '', source: '自设', ...rule, grade, title, remedy, scope, when: conditionOf({ joined, lines }), field })) close();
  };
  const called = rule ? '改规则' : '新增规则';
  return (
    <form className="own-rule-form" aria-label={called} onSubmit={(event) => { event.preventDefault(); void submit(); }} onKeyDown={({ key }) => key === 'Escape' && close()}>
      <div className="own-rule-line">
        <label>叫什么<Input autoFocus required maxLength={60} value={title} onChange={({ target }) => setTitle(target.value)} placeholder="如：低收入户没有电话" /></label>
        <label>怎么办<Input required maxLength={200} value={remedy} onChange={({ target }) => setRemedy(target.value)} placeholder="如：请问清后填写" /></label>
        <label>查谁<Select aria-label="查谁" value={scope} onChange={(next: Draft['scope']) => { setScope(next); setLines([emptyLine]); }} options={[{ value: 'people', label: '每个人' }, { value: 'households', label: '每一户' }]} /></label>
        <label>轻重<Select aria-label="轻重" value={grade} onChange={setGrade} options={(['E', 'W', 'I'] as const).map((value) => ({ value, label: grades[value].word }))} /></label>
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
        <Button onClick={() => setLines([...lines, emptyLine])}>再加一个条件</Button>
        <Button type="primary" htmlType="submit" disabled={lines.some(({ field }) => field === '')}>存这条规则</Button>
        <Button onClick={close}>{rule ? '不改' : '不加'}</Button>
      </div>
    </form>
  );
}
