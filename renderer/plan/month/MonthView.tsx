import { useQuery } from '@tanstack/react-query';
import type { YearOfMonths } from '../../../shared/contract/cycle.ts';
import { periodWords, stepMarks, stepStateWords, stepWords, type MonthCycle, type StepNow } from '../../../shared/cycle/month.ts';
import { useClient, useRegister } from '../../app/session.tsx';
import { Reading } from '../../ui/Reading.tsx';
import { dayText } from '../figure.ts';
import { CollectStep } from './CollectStep.tsx';
import { CheckStep, BulletinStep, DispatchStep, ReportStep } from './OtherSteps.tsx';
import './month.css';
import { useMonthDesk } from './month-desk.ts';

/** Month by month: collected, checked, reported, dispatched, told; what is missing of each step, and where it is done. */
export function MonthView({ year, toImport }: { year: number; toImport: (files: readonly File[]) => void }) {
  const client = useClient();
  const { revision, file } = useRegister();
  const { period, choose } = useMonthDesk();
  const found = useQuery({ queryKey: ['months', file, revision, year], queryFn: () => client.cycle.year({ year }), placeholderData: (before) => before });
  if (found.isError || !found.data) return <Reading of={found} what="月度" />;
  const { months, today } = found.data;
  const now = months.find((each) => each.period === (period ?? today.slice(0, 7))) ?? months.at(-1);
  if (!now) return null;
  return (
    <>
      <div className="months" role="group" aria-label="月份">
        {months.map((each) => <MonthButton key={each.period} of={each} chosen={each.period === now.period} choose={() => choose(each.period)} />)}
      </div>
      <Month key={now.period} of={now} year={found.data} toImport={toImport} />
    </>
  );
}

function MonthButton({ of: { period, steps }, chosen, choose }: { of: MonthCycle; chosen: boolean; choose: () => void }) {
  const done = steps.filter(({ state }) => state === 'done').length;
  const late = steps.some(({ state }) => state === 'late');
  const idle = (['later', 'free'] as const).find((each) => steps.every(({ state }) => state === each));
  return (
    <button type="button" className="month" aria-pressed={chosen} onClick={choose} title={steps.map(({ step, state }) => `${stepWords[step]}：${stepStateWords[state]}`).join('，')}>
      <strong>{Number(period.slice(5))}月</strong>
      <span className={late ? 'state-overdue' : done === steps.length ? 'state-met' : 'quiet'}>{idle ? stepStateWords[idle] : late ? `✕ ${done} / ${steps.length}` : done === steps.length ? '✓ 办完' : `${done} / ${steps.length}`}</span>
    </button>
  );
}

function Month({ of, year, toImport }: { of: MonthCycle; year: YearOfMonths; toImport: (files: readonly File[]) => void }) {
  const { step, show } = useMonthDesk();
  const proof = of.steps.find((each) => each.step === step);
  return (
    <section aria-label={periodWords(of.period)}>
      <div className="steps" role="group" aria-label="环节">
        {of.steps.map((each, at) => <StepButton key={each.step} of={each} number={at + 1} chosen={each.step === step} show={() => show(each.step)} />)}
      </div>
      <div className="step" role="region" aria-label={stepWords[step]}>
        {step === 'collect' && <CollectStep month={of} today={year.today} toImport={toImport} />}
        {step === 'check' && <CheckStep month={of} today={year.today} />}
        {step === 'report' && <ReportStep month={of} today={year.today} groups={year.groups} />}
        {step === 'dispatch' && <DispatchStep month={of} today={year.today} proof={proof} />}
        {step === 'bulletin' && <BulletinStep month={of} today={year.today} />}
      </div>
    </section>
  );
}

const colours: Readonly<Record<StepNow['state'], string>> = { done: 'state-met', late: 'state-overdue', open: '', later: 'state-none', free: 'state-none' };

function StepButton({ of: { step, state, on, by, paper, lacks }, number, chosen, show }: { of: StepNow; number: number; chosen: boolean; show: () => void }) {
  return (
    <button type="button" className="step-button" aria-pressed={chosen} onClick={show}>
      <span><strong>{number} {stepWords[step]}</strong> <span className={colours[state]}>{stepMarks[state]} {stepStateWords[state]}</span></span>
      <span className="quiet">{state === 'done' ? [on === '' ? '' : dayText(on), by, paper].filter((part) => part !== '').join(' · ') : lacks.join('；')}</span>
    </button>
  );
}

