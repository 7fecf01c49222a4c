import { Button } from 'antd';
import { refusalOf } from '../ui/refusal.ts';
import { Problem } from '../ui/Problem.tsx';
import { WorkBar } from '../ui/WorkBar.tsx';
import { BrakeConfirm } from './BrakeConfirm.tsx';
import { CodeQuestions } from './CodeQuestions.tsx';
import { useImportDesk, useImportWork } from './import-desk.ts';
import { LifeEvents } from './LifeEvents.tsx';
import { PlanLists } from './PlanLists.tsx';
import { PreviewHead } from './PreviewHead.tsx';
import { PreviewSide } from './PreviewSide.tsx';
import './preview-part.css';
import { usePreviewView } from './preview-view.ts';
import { SheetView } from './SheetView.tsx';
import { useReplan } from './use-replan.ts';

/** What an import would do (or has done): on the left the files as they were understood and what they ask, on the right one of its views. */
export function ImportPreview() {
  const { summary, stage, trouble, files } = useImportDesk();
  const work = useImportWork();
  const replan = useReplan();
  const { showing, looked } = usePreviewView();
  if (!summary) return null;
  const stale = trouble !== null && refusalOf(trouble.error)?.code === 'STALE';
  const done = stage === 'done';
  return (
    <>
      <PreviewHead summary={summary} stage={stage} />
      {trouble && (
        <div className="import-trouble">
          <Problem error={trouble.error} doing={trouble.doing} actions={stale && files.length > 0 && <Button size="small" className="notice-action" onClick={() => void replan()}>重新比对</Button>} />
        </div>
      )}
      {(stage === 'committing' || stage === 'planning') && <div className="import-trouble"><WorkBar work={work} what={stage === 'planning' ? '正在重新比对' : '正在导入'} /></div>}
      <div className="import-preview" inert={stage === 'planning'}>
        <PreviewSide summary={summary} done={done} />
        {showing === 'sheet' && looked && !done ? <SheetView key={`${summary.batch} ${looked.file} ${looked.sheet}`} summary={summary} name={looked} />
          : showing === 'questions' && !done ? <CodeQuestions summary={summary} />
          : showing === 'events' && !done ? <LifeEvents summary={summary} />
          : showing === 'brake' && !done ? <BrakeConfirm summary={summary} busy={stage !== 'preview'} />
          : <PlanLists summary={summary} done={done} />}
      </div>
    </>
  );
}
