import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { NothingYet } from '../app/NothingYet.tsx';
import { useClient, useRegister, useYear } from '../app/session.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { Reading } from '../ui/Reading.tsx';
import { Screen } from '../ui/Screen.tsx';
import { AidView } from './AidView.tsx';
import { DutiesView } from './DutiesView.tsx';
import { MonthView } from './month/MonthView.tsx';
import { MoneyView } from './MoneyView.tsx';
import { type PlanPart, usePlanDesk } from './plan-desk.ts';
import './plan.css';
import { Standards } from './Standards.tsx';
import { TargetBoard } from './TargetBoard.tsx';
import { TargetSide } from './TargetSide.tsx';
import { VillageMap } from './VillageMap.tsx';

const parts: readonly { readonly value: PlanPart; readonly label: string }[] = [
  { value: 'rows', label: '各项任务' },
  { value: 'month', label: '月度' },
  { value: 'duties', label: '职责到期' },
  { value: 'villages', label: '各村' },
  { value: 'aid', label: '测算' },
  { value: 'money', label: '资金' },
  { value: 'standards', label: '标准' },
];

/** The year's plan: how far every row is, who is missing, what falls due. */
export function PlanScreen({ toImport }: { toImport: (files: readonly File[]) => void }) {
  const client = useClient();
  const year = useYear();
  const { revision, file, people } = useRegister();
  const { part, day, row, show, lookAt, open } = usePlanDesk();
  const when = { year, ...(day === null || !day.startsWith(String(year)) ? {} : { day }) };
  const board = useQuery({ queryKey: ['plan', file, revision, when], queryFn: () => client.plan.board(when), placeholderData: (before) => before });
  if (board.isError || !board.data) return <Screen title="任务"><Reading of={board} what="方案" /></Screen>;
  if (people === 0) {
    return (
      <Screen title="任务">
        <NothingYet title="还没有户和人">
          方案的 {board.data.rows.length} 条任务在这里对着登记册逐条量：做到哪里、缺谁、什么时候到期。先导入户表、人员表和部门名单。
        </NothingYet>
      </Screen>
    );
  }
  const { title, document, rows, villages, groups } = board.data;
  return (
    <Screen
      title="任务"
      note={`${title}（${document}）`}
      actions={(
        <label className="plan-day">
          看到
          <DayInput aria-label="看到哪一天" min={`${year}-01-01`} max={`${year}-12-31`} value={board.data.day} change={(to) => lookAt(to === '' ? null : to)} />
        </label>
      )}
    >
      <Segmented<PlanPart> aria-label="看什么" className="plan-parts" value={part} onChange={show} options={[...parts]} />
      <div className="plan">
        <div className="plan-main">
          {part === 'rows' && <TargetBoard rows={rows} groups={groups} chosen={row} open={open} />}
          {part === 'month' && <MonthView year={year} toImport={toImport} />}
          {part === 'duties' && <DutiesView when={when} />}
          {part === 'villages' && <VillageMap villages={villages} rows={rows} open={open} />}
          {part === 'aid' && <AidView when={when} />}
          {part === 'money' && <MoneyView when={when} />}
          {part === 'standards' && <Standards year={year} />}
        </div>
        {row !== null && (part === 'rows' || part === 'villages') && <TargetSide key={row} row={row} when={when} close={() => open(null)} />}
      </div>
    </Screen>
  );
}
