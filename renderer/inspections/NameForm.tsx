import { Button, Input } from 'antd';
import { useState } from 'react';
import { useClient } from '../app/session.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SideForm } from '../ui/SideForm.tsx';
import { useInspectionDeed } from './use-inspection.ts';

/** A household that the inspectors ask for by name. */
export function NameForm({ named, close }: { named: (household: number) => void; close: () => void }) {
  const client = useClient();
  const { doing, trouble, busy } = useInspectionDeed();
  const [whom, setWhom] = useState('');
  const [reason, setReason] = useState('检查组点名');
  const name = async (): Promise<void> => {
    const done = await doing(async () => {
      const { household } = await client.inspections.name({ whom, reason });
      named(household);
    });
    if (done) close();
  };
  return (
    <SideForm title="点名" giveUp="不点了" submit={() => void name()} close={close}>
      {trouble !== null && <Problem error={trouble} doing="点名" />}
      <p className="quiet">检查组指名要看的户，加到名单后面。</p>
      <label>户主姓名或户编号<Input autoFocus value={whom} maxLength={60} onChange={({ target }) => setWhom(target.value)} /></label>
      <label>原因<Input value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} /></label>
      <Button type="primary" htmlType="submit" disabled={busy || whom.trim() === '' || reason.trim() === ''}>加到名单里</Button>
    </SideForm>
  );
}
