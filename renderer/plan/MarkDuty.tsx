import { Button, Input } from 'antd';
import { useState } from 'react';
import type { DutyLine } from '../../shared/plan/duties/judge.ts';
import { useClient, useRefreshRegister, useSaving } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';
import { Problem } from '../ui/Problem.tsx';

/** Says of one occurrence that it was done, with its proof, or need not be, with the reason. */
export function MarkDuty({ line, close }: { line: DutyLine; close: () => void }) {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const [why, setWhy] = useState('');
  const [trouble, setTrouble] = useState<unknown>(null);
  const say = async (state: '已办' | '免办'): Promise<void> => {
    setTrouble(null);
    try {
      await track(client.plan.mark({ duty: line.duty, who: line.who, due: line.due, state, why }));
      await refresh();
      notices.done(`已记“${state}”：${line.who}，${line.title}（${line.label}）`);
      close();
    } catch (error) {
      setTrouble(error);
    }
  };
  return (
    <section className="plan-mark" aria-label="记办理情况">
      <h3>{line.who}：{line.title}（{line.label}）</h3>
      {trouble !== null && <Problem error={trouble} doing="记办理情况" />}
      <Input.TextArea aria-label="依据或理由" autoFocus rows={2} placeholder="已办写文号、纪要、照片在哪里；免办写理由" value={why} onChange={({ target }) => setWhy(target.value)} />
      <p><Button type="primary" onClick={() => void say('已办')}>记为已办</Button> <Button onClick={() => void say('免办')}>记为免办</Button> <Button type="text" onClick={close}>不记了</Button></p>
    </section>
  );
}
