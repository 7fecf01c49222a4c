import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useRegister } from '../app/session.tsx';
import { useReplan } from './use-replan.ts';

/** Yearly values whose year stands nowhere. */
export function AskYear() {
  const { workingYear } = useRegister();
  const replan = useReplan();
  const [year, setYear] = useState<number | null>(workingYear);
  return (
    <div className="ask-year" role="alert">
      <strong>这些数据是哪一年的？</strong>
      <p>表里、表名里都没有写年度，要先定下来才能导入。</p>
      <div>
        <InputNumber controls={false} aria-label="年度" value={year} min={2010} max={2100} precision={0} onChange={setYear} /> 年
        <Button type="primary" disabled={year === null} onClick={() => year !== null && void replan({ year })}>就按这一年</Button>
      </div>
    </div>
  );
}
