import { useQuery } from '@tanstack/react-query';
import { Button, Input, Radio, type RadioChangeEvent } from 'antd';
import { useState } from 'react';
import { mistakeReasons, type Removal } from '../../shared/contract/trash.ts';
import type { TableRow } from '../../shared/contract/tables.ts';
import { leaveReasons } from '../../shared/register/ledgers/movements.ts';
import { navigate, useClient, useRefreshRegister, useRegister, useSaving } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';
import { Problem } from '../ui/Problem.tsx';
import { SideForm } from '../ui/SideForm.tsx';

const parts = ({ members, years, records, helpers }: Removal): string =>
  [[members, '人'], [years, '条年度记录'], [records, '条台账记录'], [helpers, '个帮扶责任人']].flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}`])).join('、');

const mistakes = new Set<string>(mistakeReasons);

/** Somebody or a household leaves the table: who really went stays in the register as gone, what was a mistake goes to the trash. */
export function RemoveRow({ entity, row, close }: { entity: 'member' | 'household'; row: TableRow; close: () => void }) {
  const client = useClient();
  const { revision } = useRegister();
  const refresh = useRefreshRegister();
  const notices = useNotices();
  const track = useSaving((state) => state.track);
  const [reason, setReason] = useState('');
  const [on, setOn] = useState('');
  const [paper, setPaper] = useState('');
  const [trouble, setTrouble] = useState<unknown>(null);
  const going = useQuery({ queryKey: ['removal', entity, row.id, revision], queryFn: () => client.trash.removal({ entity, id: row.id }) });
  const isMistake = mistakes.has(reason) && !(entity === 'member' && reason === '其他');
  const leaving = reason !== '' && !isMistake;

  const choose = (event: RadioChangeEvent): void => setReason(String(event.target.value));

  const save = async (): Promise<void> => {
    setTrouble(null);
    try {
      const { label } = await track(
        leaving
          ? client.cards.event({ kind: 'leave', householdId: row.householdId, memberIds: [row.id], reason, on, paper, base: revision })
          : client.trash.remove({ entity, id: row.id, reason, base: revision }),
      );
      await refresh();
      notices.done(label, leaving ? undefined : { label: '看回收站', run: () => navigate({ screen: 'history', part: 'trash' }) });
      close();
    } catch (error) {
      setTrouble(error);
    }
  };
  return (
    <SideForm title={entity === 'member' ? '减少成员' : '删除这一户'} giveUp="不办了" submit={() => void save()} close={close}>
      <p><strong>{going.data?.what}</strong></p>
      {trouble !== null && <Problem error={trouble} doing={entity === 'member' ? '减少成员' : '删除'} />}
      {entity === 'member' && (
        <>
          <p className="quiet">确实减少了：人留在登记册里，记上减少的原因和日期</p>
          <Radio.Group aria-label="减少的原因" value={reason} onChange={choose} options={leaveReasons.filter((each) => each !== '误登')} />
        </>
      )}
      <p className="quiet">登记错了：放进回收站，以后还能恢复</p>
      <Radio.Group aria-label="删除的原因" value={reason} onChange={choose} options={mistakeReasons.filter((each) => entity === 'household' || each !== '其他')} />
      {leaving && (
        <>
          <label><span>日期 <em>必填</em></span><Input aria-label="日期" value={on} placeholder="如 2020-05-03" onChange={(event) => setOn(event.target.value)} /></label>
          <label><span>依据材料</span><Input aria-label="依据材料" value={paper} onChange={(event) => setPaper(event.target.value)} /></label>
        </>
      )}
      {isMistake && going.data && parts(going.data) !== '' && <p>一起放进回收站的：{parts(going.data)}。</p>}
      {entity === 'household' && <p className="quiet">这一户确实清退、脱贫的，请在户卡片里办。</p>}
      <Button type="primary" htmlType="submit" disabled={reason === ''}>{leaving ? `记为${reason}` : '放进回收站'}</Button>
    </SideForm>
  );
}
