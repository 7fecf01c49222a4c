import { numberOf, textOf, type RecordFacts } from '../../register/facts.ts';
import { hasIndustry } from '../../register/reached.ts';
import { isLow } from '../low-income.ts';
import { ofAlone, ofHomes, ofPeople, recordsOf, type At, type PlanHome, type Target } from './target.ts';

const income = ({ household }: PlanHome): number | null => numberOf(household.values, 'perCapitaIncome');
const before = ({ household }: PlanHome): number | null => numberOf(household.lastYear, 'perCapitaIncome');
const wasLow = ({ household }: PlanHome): boolean => isLow({ values: household.lastYear });

/** Projects and measures that reach the household in the year. */
const supports = (home: PlanHome, at: At): number => recordsOf(home, 'benefitProject', at).length + recordsOf(home, 'measure', at).length + recordsOf(home, 'yield', at).length;

const rate = ({ values }: RecordFacts): number | null => {
  const [capital, got] = [numberOf(values, 'industryProject.capital'), numberOf(values, 'industryProject.income')];
  return capital === null || capital <= 0 || got === null ? null : (got / capital) * 100;
};

const lowIncome = ofHomes({
  row: 'S01', means: '上年人均纯收入低于6000元的户，今年人均纯收入比上年高的算完成；没有今年收入的算没完成',
  seen: (home) => income(home) !== null,
  meant: wasLow,
  why(home) {
    const [now, then] = [income(home), before(home)];
    if (now === null) return '还没有今年的收入';
    return then !== null && now > then ? null : `人均纯收入 ${(now / 100).toFixed(2)} 元，没有比上年高`;
  },
});

export const goalAndIndustryTargets: readonly Target[] = [
  {
    ...lowIncome,
    home(home, at, tally) {
      lowIncome.home?.(home, at, tally);
      if (!isLow(home.household) || home.here.length === 0) return;
      tally.read('现在6000元以下', 1, '户');
      tally.read('现在6000元以下的人', home.here.length, '人');
    },
  },
  ofPeople({
    row: 'S05', means: '受益项目、收益分配、产业类措施里有，或登记了到户产业帮扶类型的户的在册人口', ledgers: ['benefitProject', 'yield', 'measure'],
    seen: (_, { household }) => hasIndustry(household, household.year),
    why: (_, { household }, { year }) => (hasIndustry(household, year) ? null : '没有产业项目覆盖'),
  }),
  ofAlone({
    row: 'S06', means: '产业项目台账里，责任主体（街道）和实施主体（村）都写明的项目', ledger: 'industryProject', name: 'industryProject.name',
    why: ({ values }) => (textOf(values, 'industryProject.responsible') === '' ? '没有责任主体' : textOf(values, 'industryProject.implementer') === '' ? '没有实施主体' : null),
  }),
  ofAlone({
    row: 'S07', means: '产业项目台账里的新增项目，经营载体和信誉都写明的算完成', ledger: 'industryProject', name: 'industryProject.name',
    meant: ({ values }) => textOf(values, 'industryProject.fresh') === '是',
    why: ({ values }) => (textOf(values, 'industryProject.carrier') === '' ? '没有经营载体' : textOf(values, 'industryProject.credit') === '' ? '没有载体信誉' : null),
  }),
  ofAlone({
    row: 'S08', means: '产业项目的年收益 ÷ 投入本金不低于方案的比例（10%）', ledger: 'industryProject', name: 'industryProject.name',
    why(record, { row }) {
      const got = rate(record);
      if (got === null) return '没有投入本金或年收益';
      return got >= (row.number ?? 10) ? null : `收益率 ${got.toFixed(2)}%`;
    },
  }),
  ofPeople({
    row: 'S09', means: '上年或今年人均纯收入低于6000元的户的人，今年有两项以上项目、措施的算完成', ledgers: ['benefitProject', 'measure', 'yield'],
    meant: (_, home) => wasLow(home) || isLow(home.household),
    why: (_, home, at) => (supports(home, at) >= 2 ? null : `只有 ${supports(home, at)} 项`),
  }),
];

