import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { TargetDetail } from '../../shared/plan/measured.ts';
import { useClient, useRefreshRegister, useSaving } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';
import { Problem } from '../ui/Problem.tsx';

const settings = [
  { value: 'number', label: '数量' },
  { value: 'until', label: '期限' },
  { value: 'units', label: '责任单位' },
  { value: 'title', label: '内容' },
  { value: 'quota', label: '要求' },
] as const;
const words = new Map<string, string>(settings.map(({ value, label }) => [value, label]));

/** What the office changed of a row, each with what says so, and a line to change more. */
export function ChangeRow({ year, of: { row, changes } }: { year: number; of: TargetDetail }) {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const [what, setWhat] = useState<string>('until');
  const [value, setValue] = useState('');
  const [why, setWhy] = useState('');
  const [trouble, setTrouble] = useState<unknown>(null);
  const say = async (of: string, text: string | null, reason: string): Promise<void> => {
    setTrouble(null);
    try {
      await track(client.plan.say({ year, of: row, what: of, value: text, why: reason }));
      await refresh();
      notices.done(text === null ? '已恢复方案原文' : `已改 ${row} 的${words.get(of) ?? of}`);
      setValue('');
      setWhy('');
    } catch (error) {
      setTrouble(error);
    }
  };
  return (
    <details className="plan-change">
      <summary>{changes.length === 0 ? '改这一条' : `改过 ${changes.length} 处`}</summary>
      {trouble !== null && <Problem error={trouble} doing="改方案" />}
      <ul>
        {changes.map((change) => (
          <li key={change.what}>
            {words.get(change.what) ?? change.what}：{change.value} <span className="quiet">{change.why}</span>{' '}
            <Button size="small" onClick={() => void say(change.what, null, '')}>恢复原文</Button>
          </li>
        ))}
      </ul>
      <form onSubmit={(event) => { event.preventDefault(); void say(what, value, why); }}>
        <Select aria-label="改什么" value={what} onChange={setWhat} options={[...settings]} style={{ width: 110 }} />
        <Input aria-label="改成" placeholder={what === 'until' ? `${year}-09-30` : '改成'} value={value} onChange={({ target }) => setValue(target.value)} />
        <Input aria-label="依据" placeholder="依据：文号或来源" value={why} onChange={({ target }) => setWhy(target.value)} />
        <Button htmlType="submit">记下修改</Button>
      </form>
    </details>
  );
}
