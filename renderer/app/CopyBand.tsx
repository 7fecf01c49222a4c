import { Button } from 'antd';
import { useState } from 'react';
import type { RegisterInfo } from '../../shared/contract/registers.ts';
import { useNotices } from '../ui/messages.tsx';
import { timeText } from '../ui/times.ts';
import { useClient, useRegister } from './session.tsx';
import { useOpenRegister } from './use-open-register.ts';

/** Across the top while a copy of a register is looked at that another program has open: of when it is, and how to get on. */
export function CopyBand() {
  const client = useClient();
  const { copiedAt, file } = useRegister();
  const notices = useNotices();
  const open = useOpenRegister();
  const [busy, setBusy] = useState(false);
  if (copiedAt === null) return null;
  const again = async (call: () => Promise<RegisterInfo | null>): Promise<void> => {
    setBusy(true);
    try {
      await open(call);
    } finally {
      setBusy(false);
    }
  };
  const original = async (): Promise<RegisterInfo | null> => {
    const ref = (await client.registers.recent()).find((each) => each.file === file)?.ref;
    const opened = await client.registers.open(ref === undefined ? {} : { ref });
    if (opened) notices.done('已打开登记册本身，可以改了');
    return opened;
  };
  return (
    <div className="past-band" role="status" aria-label="看的是副本">
      <strong>副本</strong>
      <span>登记册正在别处打开着。这是 {timeText(copiedAt)} 的样子，只能看，不能改；那边之后的改动这里看不到</span>
      <span className="band-actions">
        <Button size="small" disabled={busy} onClick={() => void again(() => client.registers.openCopy())}>换成最新的副本</Button>
        <Button size="small" type="primary" disabled={busy} onClick={() => void again(original)}>那边已关闭，打开登记册</Button>
      </span>
    </div>
  );
}
