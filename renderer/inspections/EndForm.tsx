import { Button, Input } from 'antd';
import { useState } from 'react';
import { useClient } from '../app/session.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SideForm } from '../ui/SideForm.tsx';
import { useInspection, useInspectionDeed, useTurnWindow } from './use-inspection.ts';

/** Ends the inspection; the register can be written again. */
export function EndForm({ number, close }: { number: number; close: () => void }) {
  const client = useClient();
  const turn = useTurnWindow();
  const record = useInspection(number);
  const { doing, trouble, busy } = useInspectionDeed();
  const [note, setNote] = useState('');
  const open = record.data?.households.filter(({ replacedBy, result }) => replacedBy === null && result === null).length ?? 0;
  const end = async (): Promise<void> => {
    if (await doing(() => client.inspections.end({ note }))) await turn();
  };
  return (
    <SideForm title="结束迎检" giveUp="接着检查" submit={() => void end()} close={close}>
      {trouble !== null && <Problem error={trouble} doing="结束迎检" />}
      {record.data && <p>抽查和点名共 {record.data.head.households} 户，展示 {record.data.shown} 次。{open > 0 ? <strong>还有 {open} 户没有记核查情况，结束后不能再记。</strong> : '都记了核查情况。'}</p>}
      <p className="quiet">结束后登记册又可以改。这次的记录留在“核对 · 迎检”里，不一致的在那里列入整改。</p>
      <label>说明<Input autoFocus value={note} maxLength={500} placeholder="可以不写" onChange={({ target }) => setNote(target.value)} /></label>
      <Button type="primary" htmlType="submit" disabled={busy}>结束迎检</Button>
    </SideForm>
  );
}
