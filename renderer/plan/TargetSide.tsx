import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { TargetDetail } from '../../shared/plan/measured.ts';
import type { Missing } from '../../shared/plan/targets/tally.ts';
import { stateMarks, stateWords } from '../../shared/plan/targets/state.ts';
import { findLedger } from '../../shared/register/ledgers/index.ts';
import { navigate, useClient, useOnlyLooking, useRegister } from '../app/session.tsx';
import { Reading } from '../ui/Reading.tsx';
import { ChangeRow } from './ChangeRow.tsx';
import { dayText, figureOf, number } from './figure.ts';
import { TrendLine } from './TrendLine.tsx';

/** Where what is missing can be mended: the person, the household, or the record. */
function goTo({ householdId, memberId, record }: Missing): void {
  if (memberId !== null) navigate({ screen: 'people', rowId: memberId });
  else if (householdId !== null) navigate({ screen: 'households', rowId: householdId });
  else if (record !== null) navigate({ screen: 'ledgers', ledger: record.ledger, rowId: record.id });
}

/** One row of the plan: its figure, how it is counted, who is missing, how it went, what the office changed of it. */
export function TargetSide({ row, when, close }: { row: string; when: { readonly year: number; readonly day?: string }; close: () => void }) {
  const client = useClient();
  const { revision, file } = useRegister();
  const past = useOnlyLooking() !== null;
  const found = useQuery({ queryKey: ['planTarget', file, revision, row, when], queryFn: () => client.plan.target({ ...when, row }), placeholderData: (before) => before });
  return (
    <aside className="plan-side" aria-label={`${row} 的情况`}>
      {(found.isError || !found.data) && <Reading of={found} what={` ${row}`} />}
      {found.data && <Told of={found.data} close={close} />}
      {found.data && !past && <ChangeRow year={when.year} of={found.data} />}
    </aside>
  );
}

function Told({ of, close }: { of: TargetDetail; close: () => void }) {
  const { row, title, section, quota, units, means, state, target, plan, forecast, until, readings, remarks, ambiguous, baseline, names, missing, trend, ledgers } = of;
  return (
    <>
      <header>
        <h2>{row} {title}</h2>
        <Button title="关闭" onClick={close}>关闭</Button>
      </header>
      <p className="plan-figure"><strong>{figureOf(of)}</strong> <span className={`state-${state}`}>{stateMarks[state]} {stateWords[state]}</span></p>
      <p className="quiet">{means}。{dayText(of.asOf)}。</p>
      {plan !== null && target !== null && plan !== target && <p>方案写 {number(plan)}，登记册数出 {number(target)}。</p>}
      {forecast !== null && target !== null && <p>照现在的进度，到{dayText(until)}是 {number(forecast)}。</p>}
      {readings.length > 0 && <ul className="plan-readings">{readings.map(({ label, value, unit }) => <li key={label}>{label} <strong className="amount">{number(value)}</strong> {unit}</li>)}</ul>}
      {ambiguous.length > 0 && <p className="quiet">方案可以两种读法：{ambiguous.join('；')}。</p>}
      {baseline !== null && <p>冻结名单“{baseline.name}”（{baseline.day}）{baseline.households}户{baseline.people}人；以后进来 {baseline.came}，出去 {baseline.went}。</p>}
      {trend.length > 1 && <TrendLine points={trend} />}
      {state === 'none' && (
        <div className="plan-none">
          <p>登记册里还没有这一条要的内容，所以不写 0。</p>
          {ledgers.flatMap((key) => findLedger(key) ?? []).filter(({ place }) => place === 'ledgers').map(({ key, label }) => <Button key={key} size="small" onClick={() => navigate({ screen: 'ledgers', ledger: key })}>去记“{label}”</Button>)}
        </div>
      )}
      {missing > 0 && (
        <section aria-label="缺的">
          <h3>缺 {missing}{names.length < missing ? `，先列 ${names.length}` : ''}</h3>
          <ol className="plan-missing">
            {names.map((each, at) => (
              <li key={`${each.householdId ?? ''}${each.memberId ?? ''}${each.record?.id ?? ''}${at}`}>
                {each.householdId === null && each.record === null ? <span>{each.who}</span> : <button type="button" className="link-button" onClick={() => goTo(each)}>{each.who || '（没有名字）'}{each.village === '' ? '' : `（${each.village}）`}</button>}
                <span className="quiet">{each.why}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <p className="quiet">方案{section}{quota === '' ? '' : `：${quota}`}。责任单位：{units.join('、')}。</p>
      {remarks.map((remark) => <p key={remark} className="plan-remark">注：{remark}</p>)}
    </>
  );
}
