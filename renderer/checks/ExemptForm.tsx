import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import type { FindingRow } from '../../shared/contract/checking.ts';
import { useClient, useRefreshRegister, useSaving, useYear } from '../app/session.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { useNotices } from '../ui/messages.tsx';

/** This finding is right as it is: why, by what paper, until when. */
export function ExemptForm({ finding, close }: { finding: FindingRow; close: () => void }) {
  const client = useClient();
  const year = useYear();
  const notices = useNotices();
  const track = useSaving((state) => state.track);
  const refresh = useRefreshRegister();
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState('');
  const [until, setUntil] = useState('');
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      await track(client.checking.exempt({ finding: finding.id, ...(finding.householdId === null ? {} : { householdId: finding.householdId }), year, reason, evidence, ...(until === '' ? {} : { until }) }));
      notices.done(`已豁免：${finding.person || finding.head}，${finding.message}。值一变或到期就会重新打开；撤销用 Ctrl+Z`);
      close();
      await refresh();
    } catch (error) {
      notices.refused(error, '豁免');
    }
  };
  return (
    <form className="exempt-form" onSubmit={(event) => void save(event)} onKeyDown={({ key }) => key === 'Escape' && close()}>
      <label>为什么这样是对的<Input autoFocus required maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} placeholder="如：工伤致残，证件在办" /></label>
      <label>依据<Input maxLength={200} value={evidence} onChange={({ target }) => setEvidence(target.value)} placeholder="如：村委会证明" /></label>
      <label>豁免到<DayInput value={until} change={setUntil} /></label>
      <Button type="primary" htmlType="submit">豁免这一处</Button>
      <Button onClick={close}>不豁免</Button>
    </form>
  );
}
