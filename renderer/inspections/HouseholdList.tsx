import { Button } from 'antd';
import type { InspectionRecord } from '../../shared/contract/inspections.ts';
import { ResultMark } from './Findings.tsx';

interface Props {
  readonly record: InspectionRecord;
  readonly chosen: number | null;
  readonly open: (household: number) => void;
  readonly draw: () => void;
  readonly name: () => void;
}

/** Drawn and named households in walking order, those that were replaced below them. */
export function HouseholdList({ record, chosen, open, draw, name }: Props) {
  const standing = record.walk.flatMap((number) => record.households.find((each) => each.number === number) ?? []);
  const gone = record.households.filter(({ replacedBy }) => replacedBy !== null);
  return (
    <div className="inspection-left">
      <div className="inspection-list-actions">
        <Button type={standing.length === 0 ? 'primary' : 'default'} onClick={draw}>抽户……</Button>
        <Button onClick={name}>点名……</Button>
      </div>
      <nav className="place-list inspection-list" aria-label="抽查的户">
        {standing.length > 0 && <h2>按走访顺序，{standing.length} 户</h2>}
        {standing.map((each) => (
          <button key={each.number} type="button" data-household={each.number} aria-current={each.number === chosen ? 'page' : undefined} onClick={() => open(each.number)}>
            <span className="inspection-who"><strong>{each.head || each.householdNo}</strong><span className="quiet">{each.village}{each.group}　{each.draw === null ? '点名' : `抽取第 ${each.position}`}</span></span>
            <ResultMark result={each.result} />
          </button>
        ))}
        {gone.length > 0 && <h2>已换的</h2>}
        {gone.map((each) => <p key={each.number} className="quiet inspection-replaced">{each.head}　{each.village}　{record.households.find(({ replaces }) => replaces === each.number)?.reason}</p>)}
      </nav>
    </div>
  );
}
