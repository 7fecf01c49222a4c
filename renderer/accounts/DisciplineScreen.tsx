import { useQuery } from '@tanstack/react-query';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { navigate, useClient, useRegister, useYear } from '../app/session.tsx';
import { Reading } from '../ui/Reading.tsx';
import { EmptyPlace, Screen } from '../ui/Screen.tsx';
import './accounts.css';
import { useTakeSheet } from './use-take-sheet.ts';
import { clearable } from '../ui/signs.tsx';

/** What happened in the year to households and people, with what each lacks; who is under watch, against the line of the year. */
export function DisciplineScreen() {
  const client = useClient();
  const year = useYear();
  const { file, revision } = useRegister();
  const { take, running } = useTakeSheet();
  const [kind, setKind] = useState<string | null>(null);
  const [open, setOpen] = useState<'all' | 'open'>('all');
  const found = useQuery({ queryKey: ['discipline', file, revision, year], queryFn: () => client.accounts.discipline({ year }), placeholderData: (before) => before });
  if (found.isError || !found.data) return <Screen title="动态管理"><Reading of={found} what="动态管理" /></Screen>;
  const { rows, counts, watched, line } = found.data;
  const lacking = rows.filter((row) => row.lacks.length + row.faults.length > 0);
  const shown = (open === 'open' ? lacking : rows).filter((row) => kind === null || row.kind === kind);
  return (
    <Screen
      title="动态管理"
      note={`${year} 年 ${rows.length} 项变动，缺材料或程序不对的 ${lacking.length} 项${line === null ? '' : `；监测线 ${line} 元`}`}
      actions={<Button disabled={rows.length === 0 || running} onClick={() => void take('动态管理', (leaving) => client.accounts.exportDiscipline({ year, ...leaving }))}>导出 Excel</Button>}
    >
      {watched.length > 0 && (
        <table className="plain-table dense watched-table" aria-label="监测对象">
          <thead><tr><th>监测对象类别</th><th className="number">户</th><th className="number">人</th><th className="number">风险已消除</th></tr></thead>
          <tbody>{watched.map((each) => <tr key={each.kind}><td>{each.kind}</td><td className="number">{each.households}</td><td className="number">{each.people}</td><td className="number">{each.cleared}</td></tr>)}</tbody>
        </table>
      )}
      {rows.length === 0 ? (
        <EmptyPlace title={`${year} 年还没有变动`}>新识别、返贫、脱贫、纳入监测、风险消除、清退，人口增减，在户卡片的“办理变动”里办；办了以后这里列出还缺哪些材料、程序对不对。第三方评估、监测程序记在台账“退出第三方评估”“监测程序记录”里。</EmptyPlace>
      ) : (
        <>
          <div className="check-filters">
            <Segmented<'all' | 'open'> aria-label="看哪些变动" value={open} onChange={setOpen} options={[{ value: 'all', label: `全部 ${rows.length}` }, { value: 'open', label: `有缺漏 ${lacking.length}` }]} />
            <Select aria-label="按变动筛选" allowClear={clearable} style={{ width: 190 }} placeholder="全部变动" value={kind} onChange={(next: string | undefined) => setKind(next ?? null)} options={counts.map((each) => ({ value: each.kind, label: `${each.kind} ${each.all}，齐全 ${each.whole}` }))} />
          </div>
          <table className="plain-table dense kept discipline-table" aria-label="动态管理">
            <thead><tr><th>户主</th><th>变动</th><th>时间</th><th>缺的材料</th><th>程序问题</th></tr></thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.recordId}>
                  <td><button type="button" className="link-button" onClick={() => navigate({ screen: 'households', rowId: row.householdId ?? '' })}>{row.head || row.household}</button><div className="quiet">{row.village}</div></td>
                  <td>{row.kind}<div className="quiet">{[row.person, row.detail].filter((part) => part !== '').join('，')}</div></td>
                  <td className="nowrap">{row.on}</td>
                  <td>{row.lacks.length === 0 ? <span className="accord-same">✓ 齐全</span> : `▲ ${row.lacks.join('、')}`}</td>
                  <td>{row.faults.map((fault) => <div key={fault}>▲ {fault}</div>)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Screen>
  );
}
