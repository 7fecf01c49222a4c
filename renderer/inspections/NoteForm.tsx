import { Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import type { InspectionTopic } from '../../shared/contract/inspections.ts';
import { inspectionResults, inspectionResultWords, replaceReasons, type InspectionResult } from '../../shared/register/codes/inspection-codes.ts';
import { useClient } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SideForm } from '../ui/SideForm.tsx';
import { useInspectionDeed } from './use-inspection.ts';

interface Props {
  readonly household: number;
  readonly head: string;
  readonly topics: readonly InspectionTopic[];
  /** Who inspects, as it was typed when the inspection began. */
  readonly people: string;
  readonly close: () => void;
}

const other = '';

/** What was found at the door, a line at a time. */
export function NoteForm({ household, head, topics, people, close }: Props) {
  const client = useClient();
  const notices = useNotices();
  const { doing, trouble, busy } = useInspectionDeed();
  const [result, setResult] = useState<InspectionResult>('same');
  const [topic, setTopic] = useState<string | null>(null);
  const [about, setAbout] = useState('');
  const [said, setSaid] = useState('');
  const [remark, setRemark] = useState('');
  const [inspector, setInspector] = useState(people.split(/[、，,\s]/)[0] ?? '');
  const different = result === 'different';
  const chosen = topics.find(({ key }) => key === topic);
  const missing = (different && (topic === null || (topic === other && about.trim() === '') || said.trim() === '')) || (result === 'notMet' && remark.trim() === '');
  const note = async (): Promise<void> => {
    const line = { household, result, remark, inspector, ...(different ? { topic: topic ?? other, about: topic === other ? about : '', said } : {}) };
    if (!(await doing(() => client.inspections.note(line)))) return;
    notices.done(`已记：${head}，${inspectionResultWords[result]}${different ? `，${chosen?.label ?? about}` : ''}`);
    // Another line of the same door may follow.
    if (!different) return close();
    setTopic(null);
    setAbout('');
    setSaid('');
    setRemark('');
  };
  return (
    <SideForm title={`核查情况：${head}`} giveUp="关闭" submit={() => void note()} close={close}>
      {trouble !== null && <Problem error={trouble} doing="记核查情况" />}
      <Radio.Group aria-label="核查结果" value={result} onChange={({ target }) => setResult(target.value as InspectionResult)} options={inspectionResults.map((value) => ({ value, label: inspectionResultWords[value] }))} />
      {different && (
        <>
          <label>哪一项
            <Select aria-label="哪一项" showSearch optionFilterProp="label" placeholder="输入几个字找" value={topic} onChange={(next: string) => setTopic(next)} options={[{ value: other, label: '其他（自己写）' }, ...topics.map(({ key, label }) => ({ value: key, label }))]} />
          </label>
          {topic === other && <label>是什么<Input value={about} maxLength={60} onChange={({ target }) => setAbout(target.value)} /></label>}
          {chosen && <p className="quiet">登记的：{chosen.registered || '空着'}</p>}
          <label>实际情况<Input value={said} maxLength={500} onChange={({ target }) => setSaid(target.value)} /></label>
        </>
      )}
      <label>{result === 'notMet' ? '原因' : '说明'}<Input value={remark} maxLength={500} onChange={({ target }) => setRemark(target.value)} /></label>
      {result === 'notMet' && <div className="leave-reasons">{replaceReasons.map((each) => <button key={each} type="button" className="link-button" onClick={() => setRemark(each)}>{each}</button>)}</div>}
      <label>检查人<Input value={inspector} maxLength={40} onChange={({ target }) => setInspector(target.value)} /></label>
      <Button type="primary" htmlType="submit" disabled={busy || missing}>记下</Button>
    </SideForm>
  );
}
