import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { lastDayOf, periodWords, stepWords, type MonthCycle, type StepNow } from '../../../shared/cycle/month.ts';
import { navigate, useClient, useOnlyLooking, useRefreshRegister, useSaving } from '../../app/session.tsx';
import { DayInput } from '../../ui/DayInput.tsx';
import { useNotices } from '../../ui/messages.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { CyclePaper } from './CyclePaper.tsx';

interface Props {
  readonly month: MonthCycle;
  readonly today: string;
}

interface DoneProps extends Props {
  readonly step: 'check' | 'report' | 'dispatch' | 'bulletin';
  readonly who: string;
  readonly said: string;
  readonly groups?: readonly string[];
  readonly before?: StepNow | undefined;
}

/** Writes down that a step was done: the day, who, and what there is to say. */
function StepDone({ month, today, step, who, said, groups, before }: DoneProps) {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const past = useOnlyLooking() !== null;
  const end = lastDayOf(month.period);
  const [on, setOn] = useState(before?.on || (today < end ? today : end));
  const [by, setBy] = useState(before?.by ?? '');
  const [note, setNote] = useState(before?.note ?? '');
  const [chosen, setChosen] = useState<readonly string[]>(groups ?? []);
  const [trouble, setTrouble] = useState<unknown>(null);
  if (past) return null;
  if (month.period > today.slice(0, 7)) return <p className="quiet">{periodWords(month.period)}还没有到。</p>;
  const save = async (): Promise<void> => {
    setTrouble(null);
    try {
      const { label } = await track(client.cycle.done({ period: month.period, step, on, by, note, ...(groups ? { groups: [...chosen] } : {}) }));
      await refresh();
      notices.done(`已${label}`);
    } catch (error) {
      setTrouble(error);
    }
  };
  return (
    <form className="month-form" aria-label={`记${stepWords[step]}`} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      {trouble !== null && <Problem error={trouble} doing={`记${stepWords[step]}`} />}
      {groups && <Select aria-label="哪些组" mode="multiple" value={[...chosen]} onChange={setChosen} options={groups.map((value) => ({ value, label: value }))} maxTagCount={2} style={{ minWidth: 300 }} />}
      <label>日期 <DayInput aria-label={`${stepWords[step]}日期`} value={on} min={`${month.period}-01`} max={today} change={setOn} /></label>
      <Input aria-label={who} placeholder={who} value={by} onChange={({ target }) => setBy(target.value)} style={{ width: 120 }} />
      <Input.TextArea aria-label={said} placeholder={said} autoSize={{ minRows: 1, maxRows: 6 }} value={note} onChange={({ target }) => setNote(target.value)} style={{ flex: 1, minWidth: 260 }} />
      <Button type="primary" htmlType="submit" disabled={on === '' || (groups !== undefined && chosen.length === 0)}>记{stepWords[step]}已办</Button>
    </form>
  );
}

export function CheckStep(props: Props) {
  return (
    <>
      <p className="quiet">收齐以后跑一遍规则，该改的改、该销号的销号，再记核对。<Button size="small" onClick={() => navigate({ screen: 'checks' })}>去核对</Button></p>
      <StepDone {...props} step="check" who="核对人" said="说明（可以不写）" />
      <CyclePaper period={props.month.period} paper="check" />
    </>
  );
}

export function ReportStep({ groups, ...props }: Props & { readonly groups: readonly string[] }) {
  return (
    <>
      <p className="quiet">月报表在“报表”里出，报出的定格保存；各组报了以后在这里登记，方案里“五个一批月报告”的职责跟着算已办。<Button size="small" onClick={() => navigate({ screen: 'reports' })}>去出“五个一批”工作月报表</Button></p>
      <StepDone {...props} step="report" who="登记人" said="说明（可以不写）" groups={groups} />
    </>
  );
}

export function DispatchStep({ proof, ...props }: Props & { readonly proof: StepNow | undefined }) {
  return (
    <>
      <p className="quiet">议程从逾期和有风险的任务、逾期的问题、没有交表的单位里来。会后写上议定事项，记进会议记录。</p>
      <StepDone {...props} step="dispatch" who="主持人" said="议定事项：定了什么、谁办、什么时候办完" before={proof} />
      <CyclePaper period={props.month.period} paper="minutes" />
    </>
  );
}

export function BulletinStep(props: Props) {
  return (
    <>
      <p className="quiet">按各街道应办、已办排名，只有单位和件数。发出以后登记月通报。</p>
      <StepDone {...props} step="bulletin" who="经办人" said="附在通报后面的话（可以不写）" />
      <CyclePaper period={props.month.period} paper="bulletin" />
    </>
  );
}
