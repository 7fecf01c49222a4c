import { textOf } from '../../register/facts.ts';
import { by, ofHomes, ofPeople, recordsOf, running, type At, type PlanHome, type Target } from './target.ts';

/** Whether a household has a record of the ledger with a date until the day. */
const reached = (home: PlanHome, at: At, ledger: string, on: string): boolean => recordsOf(home, ledger, at).some((record) => by(record, `${ledger}.${on}`, at));

/** Whether a form of the year (resources/forms) was typed twice and settled until the day. */
const settled = (home: PlanHome, at: At, form: string): boolean =>
  recordsOf(home, 'surveySheet', at).some((record) => textOf(record.values, 'surveySheet.form') === form && textOf(record.values, 'surveySheet.round') === String(at.year) && by(record, 'surveySheet.settledOn', at));
const everSurveyed = (form: string) => (_: unknown, { household }: PlanHome): boolean => (household.records['surveySheet'] ?? []).some(({ values }) => textOf(values, 'surveySheet.form') === form);
/** What the census says of a household's risk: its answer is the reason. */
const risk = (home: PlanHome, at: At) => recordsOf(home, 'surveyAnswer', at).find(({ values }) => textOf(values, 'surveyAnswer.form') === 'census' && textOf(values, 'surveyAnswer.round') === String(at.year) && textOf(values, 'surveyAnswer.item') === 'unstable');

/** Every problem of the year, found until the day, is closed by a second person. */
const problems = (row: string, means: string, meant: (source: string) => boolean): Target => ({
  row, unit: '个', means, ledgers: ['problem'], dated: true,
  whole(records, at, tally) {
    for (const record of records('problem')) {
      if (!by(record, 'problem.foundOn', at) || textOf(record.values, 'problem.foundOn') < `${at.year}-01-01` || !meant(textOf(record.values, 'problem.source'))) continue;
      tally.see();
      tally.record('problem', record, by(record, 'problem.closedOn', at) ? null : textOf(record.values, 'problem.doneOn') === '' ? '没有整改完' : '没有复核销号', null, textOf(record.values, 'problem.text'));
    }
  },
});

export const qualityTargets: readonly Target[] = [
  ofPeople({ row: 'S02', means: '排查表到当天录过两遍、已核定的户的在册人口', ledgers: ['surveySheet'], dated: true, seen: everSurveyed('sweep'), why: (_, home, at) => (settled(home, at, 'sweep') ? null : '还没有排查、核定') }),
  problems('S03', '今年发现的问题，到当天复核销号的算完成', () => true),
  ofPeople({ row: 'S04', means: '普查表到当天录过两遍、已核定的户的在册人口', ledgers: ['surveySheet'], dated: true, seen: everSurveyed('census'), why: (_, home, at) => (settled(home, at, 'census') ? null : '还没有普查、核定') }),
  problems('S47', '来源是自查的问题，到当天复核销号的算完成', (source) => source.includes('自查')),
  ofHomes({
    row: 'S48', means: '普查里有返贫风险的户，写明原因和说明的算完成', ledgers: ['surveyAnswer'], dated: false,
    meant: (home, at) => !['', '没有'].includes(textOf(risk(home, at)?.values ?? {}, 'surveyAnswer.answer')),
    why: (home, at) => (textOf(risk(home, at)?.values ?? {}, 'surveyAnswer.reason') === '' ? '没有写不稳定的说明' : null),
    seen: (home) => (home.household.records['surveyAnswer'] ?? []).some(({ values }) => textOf(values, 'surveyAnswer.form') === 'census'),
  }),
  running({ row: 'S49', means: '人口变动、户状态变动今年到当天的条数', ledgers: ['movement', 'status'], on: { movement: 'movement.on', status: 'status.on' } }),
  {
    row: 'S51', means: '定点观测表今年到当天录入的户次', ledgers: ['surveySheet'], dated: true, running: true, unit: '次',
    whole(records, at, tally) {
      for (const record of records('surveySheet')) {
        if (textOf(record.values, 'surveySheet.form') !== 'observation' || !textOf(record.values, 'surveySheet.round').startsWith(String(at.year)) || !by(record, 'surveySheet.round', at)) continue;
        tally.see();
        tally.add(0, 1);
      }
    },
  },
  ofHomes({
    row: 'S72', means: '今年退出（脱贫、清退）的户，有第三方评估的算完成', ledgers: ['status', 'exitReview'],
    meant: (home, at) => (home.household.records['status'] ?? []).some((record) => ['脱贫', '清退'].includes(textOf(record.values, 'status.kind')) && textOf(record.values, 'status.on').startsWith(String(at.year)) && by(record, 'status.on', at)),
    why: (home, at) => (reached(home, at, 'exitReview', 'on') ? null : '没有第三方评估'),
  }),
];
