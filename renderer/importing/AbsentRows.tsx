import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { BatchSummary } from '../../shared/changes/plan-types.ts';
import { navigate, useClient } from '../app/session.tsx';
import { Reading } from '../ui/Reading.tsx';
import { kindsBySheet } from './sheet-kinds-of.ts';

const step = 200;

/** People of the register whom these files do not name. Nothing happens to them; somebody should know why. */
export function AbsentRows({ summary }: { summary: BatchSummary }) {
  const { batch } = summary;
  const kinds = useMemo(() => kindsBySheet(summary), [summary]);
  const client = useClient();
  const [limit, setLimit] = useState(step);
  const absent = useQuery({
    queryKey: ['absent', batch, limit],
    queryFn: async () => {
      const pages = await Promise.all(Array.from({ length: limit / step }, (_, page) => client.importing.absent({ batch, offset: page * step, limit: step })));
      return { total: pages[0]?.total ?? 0, rows: pages.flatMap(({ rows }) => rows) };
    },
  });
  if (absent.isPending || absent.isError) return <div className="rows-note"><Reading of={absent} what="名单" /></div>;
  const { rows, total } = absent.data;
  if (total === 0) return <p className="rows-note quiet">登记册里的人在这些表里都有。</p>;
  return (
    <div className="absent-rows">
      <p>登记册里有、这些表里没有的 {total} 个；登记册写着是低保、特困等，部门名单里却没有的，也在这里。导入不会删除他们；确实已迁出、死亡的，到“人口变动”里办理，或者到“人”里改有效状态。</p>
      <table className="plain-table">
        <thead><tr><th>户编号</th><th>姓名</th><th>村</th><th>哪张表里没有</th><th aria-label="去看" /></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.file} ${row.sheet} ${row.householdId} ${row.memberId}`}>
              <td>{row.householdNo}</td>
              <td>{row.name}</td>
              <td>{row.village}</td>
              <td>{kinds(row)} <span className="quiet">{row.file}</span></td>
              <td><Button type="link" size="small" onClick={() => navigate({ screen: 'households', rowId: row.householdId })}>去看这户</Button></td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < total && <Button onClick={() => setLimit(limit + step)}>再看 {Math.min(step, total - rows.length)} 个</Button>}
    </div>
  );
}
