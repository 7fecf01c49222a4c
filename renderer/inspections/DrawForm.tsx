import { useQuery } from '@tanstack/react-query';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { mostDrawn } from '../../shared/contract/inspections.ts';
import { strataFields, type StrataField } from '../../shared/register/codes/inspection-codes.ts';
import { labelOf } from '../../shared/register/show-value.ts';
import { useClient } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';
import { Problem } from '../ui/Problem.tsx';
import { Reading } from '../ui/Reading.tsx';
import { SideForm } from '../ui/SideForm.tsx';
import { inspectionKey, useInspectionDeed } from './use-inspection.ts';

/** From what, how many, by which strata, with which seed. */
export function DrawForm({ year, close }: { year: number; close: () => void }) {
  const client = useClient();
  const notices = useNotices();
  const { doing, trouble, busy } = useInspectionDeed();
  const frames = useQuery({ queryKey: [inspectionKey, 'frames', year], queryFn: () => client.inspections.frames({ year }) });
  const [frame, setFrame] = useState('');
  const [count, setCount] = useState<number | null>(10);
  const [stratum, setStratum] = useState<StrataField>('');
  const [seed, setSeed] = useState('');
  const chosen = frames.data?.find(({ key }) => key === frame);
  const draw = async (): Promise<void> => {
    if (count === null) return;
    const done = await doing(async () => {
      const made = await client.inspections.draw({ frame, count, stratum, seed });
      notices.done(`从“${made.frame}”${made.size} 户里抽了 ${made.wanted} 户，随机数 ${made.seed}`);
    });
    if (done) close();
  };
  return (
    <SideForm title="抽户" giveUp="不抽了" submit={() => void draw()} close={close}>
      {trouble !== null && <Problem error={trouble} doing="抽户" />}
      {!frames.data && <Reading of={frames} what="可以抽的范围" />}
      <label>从哪些户里抽
        <Select aria-label="从哪些户里抽" showSearch optionFilterProp="label" value={frame} onChange={(next: string) => setFrame(next)} options={(frames.data ?? []).map(({ key, label, households }) => ({ value: key, label: households === null ? label : `${label}　${households} 户`, disabled: households === 0 }))} />
      </label>
      {chosen && <p className="quiet">{chosen.about}。已经抽过、点过的不再抽。</p>}
      <label>抽几户<InputNumber autoFocus aria-label="抽几户" min={1} max={mostDrawn} precision={0} value={count} onChange={setCount} /></label>
      <label>怎么抽
        <Select<StrataField> aria-label="怎么抽" value={stratum} onChange={setStratum} options={strataFields.map((value) => ({ value, label: value === '' ? '简单随机' : `按${labelOf(value)}分层，各层按户数占比` }))} />
      </label>
      <label>随机数<Input value={seed} maxLength={30} placeholder="检查组给的写在这里；空着由程序取" onChange={({ target }) => setSeed(target.value)} /></label>
      <p className="quiet">随机数和范围都记下来、印在名单上：用同样的再抽一遍，名单一样。</p>
      <Button type="primary" htmlType="submit" disabled={busy || count === null || !frames.data}>抽 {count ?? ''} 户</Button>
    </SideForm>
  );
}
