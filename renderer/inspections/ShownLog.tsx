import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { levelWords } from '../../shared/papers/gate.ts';
import { useClient } from '../app/session.tsx';
import { Reading } from '../ui/Reading.tsx';
import { timeText } from '../ui/times.ts';
import { inspectionKey } from './use-inspection.ts';

const ways = { screen: '屏幕上看', file: '存成文件', print: '打印' } as const;
const step = 100;

/** Who saw which household, which fields, on which level, and why. */
export function ShownLog({ number }: { number: number }) {
  const client = useClient();
  const [limit, setLimit] = useState(step);
  const shown = useQuery({ queryKey: [inspectionKey, 'shown', number, limit], queryFn: () => client.inspections.shown({ number, limit }), placeholderData: (before) => before });
  if (!shown.data) return <Reading of={shown} what="展示记录" />;
  const { rows, total } = shown.data;
  if (total === 0) return <p className="quiet">还没有看过哪一户。</p>;
  return (
    <>
      <table className="plain-table dense kept inspection-shown">
        <thead><tr><th scope="col">时间</th><th scope="col">谁</th><th scope="col">户</th><th scope="col">看了什么</th><th scope="col">密级</th><th scope="col">哪些栏</th><th scope="col">用途</th></tr></thead>
        <tbody>
          {rows.map((each) => (
            <tr key={each.number}>
              <td>{timeText(each.at)}</td>
              <td>{each.who}</td>
              <td>{each.households.join('、')}</td>
              <td>{each.what}（{ways[each.way]}）</td>
              <td>{levelWords[each.level]}</td>
              <td><details><summary>{each.fields.length} 类</summary>{each.fields.join('；')}</details></td>
              <td>{each.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < total && <Button disabled={limit >= 500} onClick={() => setLimit(Math.min(500, limit + step))}>再看 {step} 条（共 {total} 条，全部在“迎检记录”的 Excel 里）</Button>}
    </>
  );
}
