import { useState } from 'react';
import type { BatchSummary } from '../../shared/changes/plan-types.ts';
import { AskList } from './AskList.tsx';
import { AskYear } from './AskYear.tsx';
import { FieldPanel } from './FieldPanel.tsx';
import { FilePanel } from './FilePanel.tsx';
import { PlanProblems } from './PlanProblems.tsx';
import './preview-side.css';

/** What was understood of the files, what they ask, and which fields they change. */
export function PreviewSide({ summary, done }: { summary: BatchSummary; done: boolean }) {
  const [tab, setTab] = useState<'files' | 'fields'>('files');
  return (
    <aside className="file-panel" aria-label="认出的表">
      {summary.needsYear && !done && <AskYear />}
      {!done && <AskList summary={summary} />}
      {!done && !summary.needsYear && <PlanProblems batch={summary.batch} chosen={JSON.stringify(summary.writes)} />}
      {!done && (
        <div className="side-tabs" role="group" aria-label="左边列什么">
          <Tab word="表" pressed={tab === 'files'} press={() => setTab('files')} />
          <Tab word="项目" pressed={tab === 'fields'} press={() => setTab('fields')} />
        </div>
      )}
      {tab === 'files' || done ? <FilePanel summary={summary} done={done} /> : <FieldPanel summary={summary} />}
    </aside>
  );
}

const Tab = ({ word, pressed, press }: { word: string; pressed: boolean; press: () => void }) => (
  <button type="button" aria-pressed={pressed} onClick={press}>{word}</button>
);
