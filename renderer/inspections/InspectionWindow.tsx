import { Button } from 'antd';
import { type ReactNode, useCallback, useState } from 'react';
import type { InspectionRecord, InspectionUnderWay } from '../../shared/contract/inspections.ts';
import { dayWords } from '../../shared/fields/day-words.ts';
import { Reading } from '../ui/Reading.tsx';
import { InspectionDesk } from './InspectionDesk.tsx';
import { InspectionPapers } from './InspectionPapers.tsx';
import './inspections.css';
import { ShownLog } from './ShownLog.tsx';
import { useInspection } from './use-inspection.ts';

const parts = [
  { key: 'desk', label: '抽查的户' },
  { key: 'list', label: '抽查名单' },
  { key: 'shown', label: '展示记录' },
  { key: 'record', label: '迎检记录' },
] as const;
type Part = (typeof parts)[number]['key'];

/** Across the top while an inspection is under way: whose, that nothing can be written, that all is logged, and the way out. */
function InspectionBand({ under, end }: { under: InspectionUnderWay; end: () => void }) {
  return (
    <div className="inspection-band" role="status" aria-label="正在迎检">
      <h1>迎检模式</h1>
      <span>{under.occasion}　{under.unit}</span>
      <span>登记册只能看，不能改；看过的每一户、每个号码都有记录</span>
      <Button onClick={end}>结束迎检……</Button>
    </div>
  );
}

const saidOf = ({ head: { households }, score: { same, different, notMet, rate } }: InspectionRecord): string =>
  `${households} 户，一致 ${same}，不一致 ${different}，没见到人 ${notMet}${rate === null ? '' : `，一致率 ${rate}%`}`;

/** What stands in the window meanwhile: the inspection, and nothing past it. `bar`: the window's own line above it. */
export function InspectionWindow({ under, bar }: { under: InspectionUnderWay; bar: ReactNode }) {
  const record = useInspection(under.number);
  const [part, setPart] = useState<Part>('desk');
  const [ending, setEnding] = useState(false);
  const closeEnding = useCallback(() => setEnding(false), []);
  const end = (): void => {
    setPart('desk');
    setEnding(true);
  };
  const made = record.data;
  return (
    <>
      <InspectionBand under={under} end={end} />
      {bar}
      <main className="place" id="place" tabIndex={-1}>
        <nav className="place-parts" aria-label="迎检的各部分">
          {parts.map(({ key, label }) => <button key={key} type="button" aria-current={key === part ? 'page' : undefined} onClick={() => setPart(key)}>{label}</button>)}
          {made && <span className="quiet inspection-sum">{[dayWords(made.head.day), made.head.people, saidOf(made)].filter((word) => word !== '').join('　')}</span>}
        </nav>
        {record.isError || !made ? <div className="screen-body"><Reading of={record} what="迎检" /></div>
          : part === 'desk' ? <InspectionDesk record={made} ending={ending} closeEnding={closeEnding} />
          : part === 'shown' ? <div className="screen-body"><ShownLog number={under.number} /></div>
          : part === 'list' && made.walk.length === 0 ? <div className="screen-body"><p className="quiet">名单里还没有户，请先抽户或点名。</p></div>
          : <div className="screen-body"><InspectionPapers key={part} number={under.number} paper={part} state={`${made.walk.join(' ')} ${made.findings.length} ${part === 'record' ? made.shown : ''}`} /></div>}
      </main>
    </>
  );
}
