import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useClient, useOnlyLooking, useRegister } from '../app/session.tsx';
import { Reading } from '../ui/Reading.tsx';
import { EmptyPlace, Screen } from '../ui/Screen.tsx';
import './inspections.css';
import { PastInspection } from './PastInspection.tsx';
import { StartInspection } from './StartInspection.tsx';
import { inspectionKey, useInspection } from './use-inspection.ts';

/** Inspections that were, and the way into one. */
export function InspectionsScreen() {
  const client = useClient();
  const frozen = useOnlyLooking() !== null;
  const { file, revision } = useRegister();
  const [starting, setStarting] = useState(false);
  const close = useCallback(() => setStarting(false), []);
  const [chosen, setChosen] = useState<number | null>(null);
  const list = useQuery({ queryKey: [inspectionKey, 'list', file, revision], queryFn: () => client.inspections.list(), placeholderData: (before) => before });
  const shown = list.data?.find(({ number }) => number === chosen) ?? list.data?.[0];
  return (
    <Screen
      title="迎检"
      note={shown && `${list.data?.length ?? 0} 次检查`}
      actions={frozen ? undefined : <Button type="primary" onClick={() => setStarting(true)}>进入迎检模式……</Button>}
    >
      <div className="inspections">
        <div className="inspections-main">
          {list.isError || !list.data ? <Reading of={list} what="迎检的记录" /> : !shown ? (
            <EmptyPlace title="还没有迎过检">上级来检查时进入迎检模式：登记册只能看，随机抽户，几秒钟打开一户的全部档案，号码遮住，看过什么都有记录；检查组说的一致不一致记在这里，检查完了列入整改。</EmptyPlace>
          ) : (
            <div className="list-and-sheet">
              <nav className="place-list list-beside" aria-label="各次检查">
                {list.data.map((each) => (
                  <button key={each.number} type="button" aria-current={each === shown ? 'page' : undefined} onClick={() => setChosen(each.number)}>
                    <span className="inspection-who"><strong>{each.occasion}</strong><span className="quiet">{each.day}　{each.unit}</span></span>
                    <span className="quiet nowrap">{each.households} 户</span>
                  </button>
                ))}
              </nav>
              <div className="sheet-beside"><OneInspection key={shown.number} number={shown.number} /></div>
            </div>
          )}
        </div>
        {starting && !frozen && <div className="inspection-side"><StartInspection close={close} /></div>}
      </div>
    </Screen>
  );
}

function OneInspection({ number }: { number: number }) {
  const record = useInspection(number);
  if (record.isError || !record.data) return <Reading of={record} what="这次检查" />;
  const { head, score } = record.data;
  return (
    <>
      <h2>{head.occasion}　{head.unit}</h2>
      <p className="quiet">{head.day}　{head.people}　见到人 {score.judged} 户，一致 {score.same} 户，不一致 {score.different} 户，没见到人 {score.notMet} 户{score.rate === null ? '' : `，一致率 ${score.rate}%`}</p>
      <PastInspection record={record.data} />
    </>
  );
}
