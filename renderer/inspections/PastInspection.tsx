import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { InspectionRecord } from '../../shared/contract/inspections.ts';
import { useClient, useOnlyLooking } from '../app/session.tsx';
import { OpenProblems } from '../problems/OpenProblems.tsx';
import { Findings, ResultMark } from './Findings.tsx';
import { InspectionPapers } from './InspectionPapers.tsx';
import { ShownLog } from './ShownLog.tsx';
import { useInspectionNews } from './use-inspection.ts';

type View = 'findings' | 'households' | 'shown' | 'list' | 'record';

/** An inspection that is over: what was found, and what of it becomes a problem to be put right. */
export function PastInspection({ record }: { record: InspectionRecord }) {
  const client = useClient();
  const news = useInspectionNews();
  const frozen = useOnlyLooking() !== null;
  const [view, setView] = useState<View>('findings');
  const [opening, setOpening] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const { head, findings, households } = record;
  const open = findings.filter(({ result, takenBack, problem }) => result === 'different' && takenBack === null && problem === 'none');
  const chosen = open.filter(({ number }) => !left.has(number));
  const names = new Map(households.map((each) => [each.number, each.head]));
  return (
    <>
      <Segmented<View>
        aria-label="看什么"
        value={view}
        onChange={setView}
        options={[{ value: 'findings', label: `核查情况 ${findings.length}` }, { value: 'households', label: `抽查的户 ${households.length}` }, { value: 'shown', label: `展示记录 ${record.shown}` }, { value: 'list', label: '抽查名单', disabled: record.walk.length === 0 }, { value: 'record', label: '迎检记录' }]}
      />
      {view === 'findings' && (
        <section className="inspection-part" aria-label="核查情况">
          {!frozen && open.length > 0 && !opening && <p><Button type="primary" disabled={chosen.length === 0} onClick={() => setOpening(true)}>这 {chosen.length} 处不一致列入整改……</Button></p>}
          {opening && (
            <OpenProblems
              submit={`这 ${chosen.length} 处列入整改`}
              open={async (values) => {
                const made = await client.inspections.toProblems({ number: head.number, findings: chosen.map(({ number }) => number), values: { ...values } });
                await news();
                return made;
              }}
              close={() => setOpening(false)}
            />
          )}
          {findings.length === 0 ? <p className="quiet">这次没有记核查情况。</p> : (
            <Findings
              findings={findings}
              whose={(household) => names.get(household) ?? ''}
              choosing={{ open: open.map(({ number }) => number), left, choose: (number, taken) => setLeft((before) => new Set(taken ? [...before].filter((each) => each !== number) : [...before, number])) }}
            />
          )}
        </section>
      )}
      {view === 'households' && (
        <table className="plain-table dense">
          <thead><tr><th scope="col">抽取顺序</th><th scope="col">户主</th><th scope="col">户编号</th><th scope="col">村</th><th scope="col">层</th><th scope="col">原因</th><th scope="col">结果</th></tr></thead>
          <tbody>
            {households.map((each) => (
              <tr key={each.number} className={each.replacedBy === null ? undefined : 'inspection-gone'}>
                <td>{each.draw === null ? '点名' : each.position}</td><td>{each.head}</td><td>{each.householdNo}</td><td>{each.village}</td><td>{each.stratum}</td><td>{each.reason}</td>
                <td>{each.replacedBy === null ? <ResultMark result={each.result} /> : '已换'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {view === 'shown' && <ShownLog number={head.number} />}
      {(view === 'list' || view === 'record') && <InspectionPapers key={view} number={head.number} paper={view} state="ended" />}
    </>
  );
}
