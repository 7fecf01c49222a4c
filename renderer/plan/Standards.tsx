import { useQuery } from '@tanstack/react-query';
import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { ParameterRow } from '../../shared/contract/plan.ts';
import { useClient, useOnlyLooking, useRefreshRegister, useRegister, useSaving } from '../app/session.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { useNotices } from '../ui/messages.tsx';
import { Problem } from '../ui/Problem.tsx';
import { Reading } from '../ui/Reading.tsx';
import { number } from './figure.ts';
import { WorkDays } from './WorkDays.tsx';

/** Rates and standards with the days from which they hold. */
export function Standards({ year }: { year: number }) {
  const client = useClient();
  const { revision, file } = useRegister();
  const past = useOnlyLooking() !== null;
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useQuery({ queryKey: ['planParameters', file, revision, year], queryFn: () => client.plan.parameters({ year }), placeholderData: (before) => before });
  if (list.isError || !list.data) return <Reading of={list} what="标准" />;
  const row = list.data.find(({ key }) => key === chosen);
  return (
    <>
      <p className="quiet">标准从哪一天起是多少。方案没有写数的（低保、特困、代缴标准）照文件填；改过的写明依据，可以恢复。</p>
      <table className="plain-table">
        <thead><tr><th>标准</th><th>从哪天起</th><th className="amount">数</th><th>依据</th><th aria-label="操作" /></tr></thead>
        <tbody>
          {list.data.flatMap((each) => (each.steps.length === 0 ? [null] : each.steps).map((step, at) => (
            <tr key={`${each.key}${step?.from ?? ''}${at}`}>
              <td>{at === 0 ? each.label : ''}</td>
              <td className="nowrap">{step?.from ?? '还没有填'}</td>
              <td className="amount nowrap">{step === null ? '' : `${number(step.value)} ${each.unit}`}</td>
              <td className="quiet">{step?.why ?? each.source}</td>
              <td className="nowrap">
                {at === 0 && !past && <Button size="small" onClick={() => setChosen(each.key)}>从某天起改</Button>}
                {step?.own === true && !past && <TakeBack year={year} of={each} from={step.from} />}
              </td>
            </tr>
          )))}
        </tbody>
      </table>
      {row && !past && <SetStandard key={row.key} year={year} of={row} close={() => setChosen(null)} />}
      <WorkDays year={year} />
    </>
  );
}

function TakeBack({ year, of, from }: { year: number; of: ParameterRow; from: string }) {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const back = async (): Promise<void> => {
    try {
      await client.plan.say({ year, of: of.key, what: 'value', from, value: null });
      await refresh();
      notices.done(`已取消：${of.label}，${from} 起`);
    } catch (error) {
      notices.refused(error, '取消标准');
    }
  };
  return <Button size="small" type="text" onClick={() => void back()}>取消</Button>;
}

function SetStandard({ year, of: { key, label, unit }, close }: { year: number; of: ParameterRow; close: () => void }) {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const [from, setFrom] = useState(`${year}-07-01`);
  const [value, setValue] = useState<number | null>(null);
  const [why, setWhy] = useState('');
  const [trouble, setTrouble] = useState<unknown>(null);
  const save = async (): Promise<void> => {
    setTrouble(null);
    try {
      await track(client.plan.say({ year, of: key, what: 'value', from, value: value === null ? '' : String(value), why }));
      await refresh();
      notices.done(`已记：${label}，${from} 起`);
      close();
    } catch (error) {
      setTrouble(error);
    }
  };
  return (
    <form className="plan-standard" aria-label={label} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      {trouble !== null && <Problem error={trouble} doing="改标准" />}
      <strong>{label}</strong>
      <label>从 <DayInput aria-label="从哪一天起" value={from} change={setFrom} /> 起</label>
      <label><InputNumber controls={false} aria-label="标准数额" value={value} min={0} onChange={setValue} /> {unit}</label>
      <Input aria-label="标准依据" placeholder="依据：文号" value={why} onChange={({ target }) => setWhy(target.value)} style={{ width: 220 }} />
      <Button type="primary" htmlType="submit">记下标准</Button>
      <Button type="text" onClick={close}>不改了</Button>
    </form>
  );
}
