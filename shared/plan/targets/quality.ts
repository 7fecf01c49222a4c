import { textOf } from '../../register/facts.ts';
import { by, ofHomes, ofPeople, recordsOf, running, type At, type PlanHome, type Target } from './target.ts';

/** Whether a household has a record of the ledger with a date until the day. */
const reached = (home: PlanHome, at: At, ledger: string, on: string): boolean => recordsOf(home, ledger, at).some((record) => by(record, `${ledger}.${on}`, at));

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
  ofPeople({ row: 'S02', means: '排查记录到当天有的户的在册人口', ledgers: ['sweep'], dated: true, why: (_, home, at) => (reached(home, at, 'sweep', 'on') ? null : '还没有排查') }),
  problems('S03', '今年发现的问题，到当天复核销号的算完成', () => true),
  ofPeople({ row: 'S04', means: '普查表到当天有的户的在册人口', ledgers: ['census'], dated: true, why: (_, home, at) => (reached(home, at, 'census', 'on') ? null : '还没有普查') }),
  problems('S47', '来源是自查的问题，到当天复核销号的算完成', (source) => source.includes('自查')),
  ofHomes({
    row: 'S48', means: '普查里不稳定的户，写明原因的算完成', ledgers: ['census'], dated: true,
    meant: (home, at) => recordsOf(home, 'census', at).some((record) => by(record, 'census.on', at) && textOf(record.values, 'census.unstable') === '是'),
    why: (home, at) => (recordsOf(home, 'census', at).some(({ values }) => textOf(values, 'census.unstableWhy') !== '') ? null : '没有写不稳定的原因'),
  }),
  running({ row: 'S49', means: '人口变动、户状态变动今年到当天的条数', ledgers: ['movement', 'status'], on: { movement: 'movement.on', status: 'status.on' } }),
  running({ row: 'S51', means: '定点观测记录今年到当天的次数', ledgers: ['observation'], on: { observation: 'observation.on' } }),
  ofHomes({
    row: 'S72', means: '今年退出（脱贫、清退）的户，有第三方评估的算完成', ledgers: ['status', 'exitReview'],
    meant: (home, at) => (home.household.records['status'] ?? []).some((record) => ['脱贫', '清退'].includes(textOf(record.values, 'status.kind')) && textOf(record.values, 'status.on').startsWith(String(at.year)) && by(record, 'status.on', at)),
    why: (home, at) => (reached(home, at, 'exitReview', 'on') ? null : '没有第三方评估'),
  }),
];
