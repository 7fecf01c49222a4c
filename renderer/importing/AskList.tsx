import type { ReactNode } from 'react';
import type { BatchSummary } from '../../shared/changes/plan-types.ts';
import { useImportDesk } from './import-desk.ts';
import { askingSheets, usePreviewView } from './preview-view.ts';
import type { SheetName } from './sheet-words.ts';
import { sheetsOf } from './verdict-words.ts';

/** What the files ask of the clerk. Nothing of it has to be answered before the import. */
export function AskList({ summary }: { summary: BatchSummary }) {
  const words = useImportDesk((state) => state.said.words);
  const { showing, looked: shown, show } = usePreviewView();
  const asking = askingSheets(summary, words);
  const changed = sheetsOf(summary).filter(({ change }) => change !== null);
  const open = (sheets: readonly SheetName[]): void => {
    const at = sheets.findIndex(({ file, sheet }) => file === shown?.file && sheet === shown.sheet);
    const next = sheets[(at + 1) % sheets.length];
    if (next) show({ showing: 'sheet', looked: { file: next.file, sheet: next.sheet } });
  };
  const among = (sheets: readonly SheetName[]): boolean => showing === 'sheet' && sheets.some(({ file, sheet }) => file === shown?.file && sheet === shown.sheet);
  if (asking.length + changed.length + summary.questions.length + summary.events === 0) return null;
  return (
    <ul className="ask-list" aria-label="要您看一看的">
      {asking.length > 0 && <Ask sign="？" pressed={among(asking)} press={() => open(asking)}>{asking.length} 张表没有认出</Ask>}
      {changed.length > 0 && <Ask sign="△" pressed={among(changed)} press={() => open(changed)}>{changed.length} 张表的版式变了</Ask>}
      {summary.questions.length > 0 && <Ask sign="？" pressed={showing === 'questions'} press={() => show({ showing: 'questions' })}>{summary.questions.length} 种写法不认识</Ask>}
      {summary.events > 0 && <Ask sign="⇢" pressed={showing === 'events'} press={() => show({ showing: 'events' })}>人口变动 {summary.events} 条</Ask>}
    </ul>
  );
}

const Ask = ({ sign, pressed, press, children }: { sign: string; pressed: boolean; press: () => void; children: ReactNode }) => (
  <li><button type="button" aria-pressed={pressed} onClick={press}><span aria-hidden className="mark-conflict">{sign}</span> {children}</button></li>
);
