import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Duplicate, Twin } from '../../shared/contract/trash.ts';
import { labelOf } from '../../shared/register/show-value.ts';
import { useClient, useRefreshRegister, useRegister, useSaving } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';
import { Problem } from '../ui/Problem.tsx';
import './duplicates.css';

const pairKey = ({ one, other }: Duplicate): string => `${one.memberId} ${other.memberId}`;

/** People who may be in the register twice: side by side, value by value, made one. */
export function Duplicates() {
  const client = useClient();
  const { revision } = useRegister();
  const found = useQuery({ queryKey: ['duplicates', revision], queryFn: () => client.trash.duplicates() });
  const [open, setOpen] = useState<string | null>(null);
  if (found.isError) return <Problem error={found.error} doing="查重复登记" retry={() => void found.refetch()} />;
  if (!found.data || found.data.length === 0) return null;
  return (
    <section className="duplicates" aria-label="可能重复登记的人">
      <h2>可能重复登记的人 {found.data.length} 对</h2>
      {found.data.map((pair) => (
        <div key={pairKey(pair)} className="duplicate">
          <p>
            <strong>{pair.one.values['name']}</strong>（户 {pair.one.householdNo} {pair.one.village}） 和 <strong>{pair.other.values['name']}</strong>（户 {pair.other.householdNo} {pair.other.village}）：
            {pair.why === 'number' ? '证件号码前 18 位相同' : '同一乡镇，姓名和出生日期相同'}
            <Button size="small" aria-expanded={open === pairKey(pair)} onClick={() => setOpen(open === pairKey(pair) ? null : pairKey(pair))}>{open === pairKey(pair) ? '收起' : '对照合并'}</Button>
          </p>
          {open === pairKey(pair) && <Merge pair={pair} />}
        </div>
      ))}
    </section>
  );
}

function Merge({ pair }: { pair: Duplicate }) {
  const client = useClient();
  const refresh = useRefreshRegister();
  const notices = useNotices();
  const track = useSaving((state) => state.track);
  const [swapped, setSwapped] = useState(false);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [trouble, setTrouble] = useState<unknown>(null);
  const [keep, drop] = swapped ? [pair.other, pair.one] : [pair.one, pair.other];
  const keys = Object.keys(keep.values).filter((key) => keep.values[key] !== drop.values[key]);
  // Where only one of them has a value, that one; else the one who stays, until the clerk says otherwise.
  const rightOne = (key: string): Twin => [keep, drop].find(({ memberId }) => memberId === chosen[key]) ?? (keep.values[key] === '' ? drop : keep);
  const merge = async (): Promise<void> => {
    setTrouble(null);
    try {
      const take = keys.filter((key) => rightOne(key) === drop);
      const { label } = await track(client.trash.merge({ keep: keep.memberId, drop: drop.memberId, take, base: Math.max(keep.revision, drop.revision) }));
      await refresh();
      notices.done(`${label}，可以撤销（Ctrl+Z）`);
    } catch (error) {
      setTrouble(error);
    }
  };
  return (
    <>
      {trouble !== null && <Problem error={trouble} doing="合并" />}
      <table className="plain-table" aria-label="两处登记的对照">
        <thead>
          <tr>
            <th>列</th>
            {[pair.one, pair.other].map((twin) => (
              <th key={twin.memberId}>
                <label><input type="radio" name={`keep ${pairKey(pair)}`} checked={twin === keep} onChange={() => setSwapped(twin === pair.other)} /> 留下这一个：户 {twin.householdNo}</label>
                <div className="quiet">{twin.years} 个年度，{twin.records} 条台账记录</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key}>
              <th scope="row">{labelOf(key)}</th>
              {[pair.one, pair.other].map((twin) => (
                <td key={twin.memberId}>
                  <label><input type="radio" name={`${key} ${pairKey(pair)}`} checked={rightOne(key) === twin} onChange={() => setChosen({ ...chosen, [key]: twin.memberId })} /> {twin.values[key] === '' ? '空' : twin.values[key]}</label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">年度记录和台账记录都并到留下的一个名下，两边都有的以留下的为准；另一个放进回收站。</p>
      <Button type="primary" onClick={() => void merge()}>合并成一个人</Button>
    </>
  );
}
