import { useQuery } from '@tanstack/react-query';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { accountWords, type AccordCell, type AccordRow, type AccountKey } from '../../shared/contract/accounts.ts';
import { navigate, useClient, useRegister, useYear } from '../app/session.tsx';
import { Reading } from '../ui/Reading.tsx';
import { EmptyPlace, Screen } from '../ui/Screen.tsx';
import { timeText } from '../ui/times.ts';
import './accounts.css';
import { useTakeSheet } from './use-take-sheet.ts';
import { clearable } from '../ui/signs.tsx';

const keys = Object.keys(accountWords) as AccountKey[];
type Sieve = 'all' | 'differs' | 'none';
const has = (row: AccordRow, state: AccordCell['state']): boolean => keys.some((key) => row.accounts[key].state === state);

/** 账账相符: every household and what the handbook, the system, the wall and the departments say of it. */
export function AccordScreen() {
  const client = useClient();
  const year = useYear();
  const { file, revision } = useRegister();
  const { take, running } = useTakeSheet();
  const [sieve, setSieve] = useState<Sieve>('all');
  const [village, setVillage] = useState<string | null>(null);
  const found = useQuery({ queryKey: ['accord', file, revision, year], queryFn: () => client.accounts.accord({ year }), placeholderData: (before) => before });
  if (found.isError || !found.data) return <Screen title="账账相符"><Reading of={found} doing="核对账账相符" /></Screen>;
  const { rows, exportedAt } = found.data;
  const placed = village === null ? rows : rows.filter((row) => row.village === village);
  const shown = placed.filter((row) => sieve === 'all' || has(row, sieve));
  const whole = rows.filter((row) => keys.every((key) => row.accounts[key].state === 'same')).length;
  return (
    <Screen
      title="账账相符"
      note={rows.length === 0 ? undefined : `${rows.length} 户，四本账都相符 ${whole} 户，有差异 ${rows.filter((row) => has(row, 'differs')).length} 户`}
      actions={<Button disabled={rows.length === 0 || running} onClick={() => void take('账账相符', (leaving) => client.accounts.exportAccord({ year, ...leaving }))}>导出 Excel</Button>}
    >
      {rows.length === 0 ? <EmptyPlace title="还没有户">先导入省里的表。</EmptyPlace> : (
        <>
          <div className="check-filters">
            <Segmented<Sieve> aria-label="看哪些户" value={sieve} onChange={setSieve} options={[{ value: 'all', label: `全部 ${placed.length}` }, { value: 'differs', label: `有差异 ${placed.filter((row) => has(row, 'differs')).length}` }, { value: 'none', label: `还没核全 ${placed.filter((row) => has(row, 'none')).length}` }]} />
            <Select aria-label="按村筛选" allowClear={clearable} showSearch style={{ width: 150 }} placeholder="全部村" value={village} onChange={(next: string | undefined) => setVillage(next ?? null)} options={[...new Set(rows.map((row) => row.village))].map((each) => ({ value: each, label: each || '（没有写村）' }))} />
          </div>
          <p className="quiet">手册：在“排查普查”的“扶贫手册核对”里录的。系统导出：{exportedAt === '' ? '还没有导入过' : `${timeText(exportedAt)} 导入，以后在登记册里又改过的`}。上墙表：墙上贴的那一版和现在会打出来的不一样的地方。部门名单：本年度的低保、特困、参保等名单。</p>
          <table className="plain-table dense kept accord-table" aria-label="账账相符">
            <thead><tr><th>户主</th><th>登记册</th>{keys.map((key) => <th key={key}>{accountWords[key]}</th>)}</tr></thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.householdId}>
                  <td><button type="button" className="link-button" onClick={() => navigate({ screen: 'households', rowId: row.householdId })}>{row.head || row.household}</button><div className="quiet">{row.village}</div></td>
                  <td>✓</td>
                  {keys.map((key) => <td key={key}><Told cell={row.accounts[key]} /></td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Screen>
  );
}

const few = 3;

function Told({ cell: { state, says } }: { cell: AccordCell }) {
  if (state === 'none') return <span className="quiet">没有核</span>;
  if (state === 'same') return <span className="accord-same">✓ 相符</span>;
  return (
    <details open={says.length <= few}>
      <summary>▲ {says.length} 处不符</summary>
      <ul>{says.map((each) => <li key={each}>{each}</li>)}</ul>
    </details>
  );
}
