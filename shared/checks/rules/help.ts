import type { HelperFacts } from '../../register/facts.ts';
import { ofHomes, ofPeople, type Around, type Problem, type Rule } from '../rule.ts';
import type { Home } from '../home.ts';
import { helpsOn } from '../../register/helping.ts';
import { ledgerOf } from '../../register/ledgers/index.ts';

const text = (helper: HelperFacts, key: string): string => String(helper.values[key] ?? '');
const measureFields = ledgerOf('monitoring').fields.filter(({ key }) => /^monitoring\.measure\d+$/.test(key));

/** What is done for a household, in the words of its year's record, its measures and its monitoring sheet. */
function measuresOf(home: Home): string[] {
  const own = home.text('helpMeasures').split(/[、，,；;]/).filter((each) => each.trim() !== '');
  const records = home.records('measure').map(({ values }) => ['class', 'kind', 'name'].map((key) => String(values[`measure.${key}`] ?? '')).join(' '));
  const monitored = home.records('monitoring').flatMap(({ values }) => measureFields.filter(({ key }) => !['', '否', '无'].includes(String(values[key] ?? ''))).map(({ label }) => label));
  return [...own, ...records, ...monitored];
}
const measureColumns = 'helpMeasures|ledger:measure|ledger:monitoring';

/** A cause that asks for a kind of measure. */
const wants = (id: string, title: string, causes: readonly string[], measure: RegExp, called: string): Rule =>
  ofHomes({
    id, grade: 'W', title, why: '致贫原因和帮扶措施对不上', remedy: `请落实${called}，或核对致贫原因`, source: '核查程序', reads: ['mainCause', measureColumns],
    problem(home) {
      if (!causes.includes(home.text('mainCause'))) return undefined;
      const measures = measuresOf(home);
      return measures.length > 0 && !measures.some((each) => measure.test(each)) && { field: 'helpMeasures', message: `主要致贫原因是${home.text('mainCause')}，措施里没有${called}` };
    },
  });

/** Visits that should have been by a day of the year, of so many in the whole year: quarter by quarter. */
const expected = (year: number, day: string, least: number): number => Math.floor((quartersOver(year, day) * least) / 4);
const ends = ['03-31', '06-30', '09-30', '12-31'] as const;
const quartersOver = (year: number, day: string): number => ends.filter((end) => `${year}-${end}` <= day).length;
const quarterOf = (date: string): number => Math.ceil(Number(date.slice(5, 7)) / 3);
const visitsOf = (home: Home): string[] => home.records('visit').map(({ values }) => String(values['visit.on'] ?? '')).filter((on) => on.startsWith(String(home.year)));

function tooFewVisits(home: Home, { limits, year, day }: Around): Problem[] {
  const least = expected(year, day, limits.visitsLeast ?? 0);
  return home.helpers.filter((helper) => helpsOn(helper, day)).flatMap((helper): Problem[] => {
    const name = text(helper, 'helperName');
    const made = home.records('visit').filter(({ values }) => values['visit.by'] === name && String(values['visit.on'] ?? '').startsWith(String(year))).length;
    return made < least ? [{ field: 'helperName', message: `${name}今年走访 ${made} 次，到现在应有 ${least} 次` }] : [];
  });
}

/** Helpers, visits, and whether what is done fits the cause. */
export const helpRules: readonly Rule[] = [
  ofHomes({
    id: 'R138-1', grade: 'E', title: '没有帮扶责任人', why: '每户都要有人帮扶', remedy: '请落实帮扶责任人', source: '信息采集要求、扶贫手册填写要求', reads: ['helperName'], may: ['helpUntil'],
    problem: ({ helpers }, { day }) => !helpers.some((helper) => helpsOn(helper, day)) && { field: 'helperName', message: helpers.length === 0 ? '没有帮扶责任人' : '帮扶责任人都已终止，没有接替的人' },
  }),
  ofHomes({
    id: 'R138-2', grade: 'E', title: '帮扶责任人自己是贫困户', why: '贫困户不能当帮扶责任人', remedy: '请更换帮扶责任人', source: '信息采集要求', reads: ['helperName'], may: ['helperPhone', 'ledger:helperRoster'],
    problem: ({ helpers }, { poorHelpers, day }) => helpers.filter((helper) => helpsOn(helper, day) && poorHelpers.has(text(helper, 'helperName'))).map((helper) => ({ field: 'helperName', message: `帮扶责任人${text(helper, 'helperName')}在登记册里` })),
  }),
  ofHomes({
    id: 'R138-3', grade: 'E', title: '换了帮扶责任人，原来的没有终止时间', why: '换人要写明起止', remedy: '请填写原帮扶责任人的终止时间', source: '扶贫手册填写要求', reads: ['helperName', 'helpFrom'], may: ['helpUntil', 'stationed'],
    problem({ helpers }) {
      const own = helpers.filter((helper) => text(helper, 'stationed') !== '是' && text(helper, 'helpFrom') !== '').toSorted((a, b) => (text(a, 'helpFrom') < text(b, 'helpFrom') ? -1 : 1));
      const last = own.at(-1);
      const open = own.filter((helper) => helper !== last && text(helper, 'helpUntil') === '' && last !== undefined && text(helper, 'helpFrom') < text(last, 'helpFrom'));
      return open.map((helper) => ({ field: 'helpUntil', message: `${text(last ?? helper, 'helperName')}从 ${last ? text(last, 'helpFrom') : ''} 起帮扶，原来的${text(helper, 'helperName')}没有终止时间` }));
    },
  }),
  ofHomes({
    id: 'R139-1', grade: 'W', title: '走访次数不够', why: '每名帮扶责任人一年至少走访 4 次', remedy: '请安排走访并登记', source: '方案 S42', reads: ['helperName', 'ledger:visit'],
    problem: (home, around) => tooFewVisits(home, around),
  }),
  ofHomes({
    id: 'R139-2', grade: 'W', title: '有一个季度没有走访', why: '走访要分到各个季度', remedy: '请安排走访并登记', source: '方案 S42', reads: ['ledger:visit'],
    problem(home, { year, day }) {
      const visited = new Set(visitsOf(home).map(quarterOf));
      const missed = [1, 2, 3, 4].slice(0, quartersOver(year, day)).filter((quarter) => !visited.has(quarter));
      return missed.length > 0 && { field: 'visit.on', message: `${missed.map((quarter) => `${quarter} 季度`).join('、')}没有走访` };
    },
  }),
  ofHomes({
    id: 'R140-1', grade: 'W', title: '没有任何帮扶措施', why: '每户都要有措施', remedy: '请落实帮扶措施', source: '核查程序', reads: [measureColumns],
    problem: (home) => measuresOf(home).length === 0 && { field: 'helpMeasures', message: '没有登记任何帮扶措施' },
  }),
  wants('R140-2', '因病没有健康帮扶', ['因病'], /健康|医|病|救助/, '健康帮扶'),
  wants('R140-3', '因学没有教育帮扶', ['因学'], /教育|助学|雨露|学/, '教育帮扶'),
  wants('R140-4', '因残没有综合保障或社会帮扶', ['因残'], /综合|社会|残|低保|特困|兜底|护理|补贴/, '综合保障或社会帮扶'),
  wants('R140-5', '缺劳力没有低保兜底', ['缺劳力'], /低保|特困|兜底|综合/, '低保兜底'),
  ofHomes({
    id: 'R140-6', grade: 'W', title: '住房没有保障，没有住房措施', why: '危房户要有住房安全保障措施', remedy: '请落实危房改造等措施', source: '核查程序', reads: ['dangerousHouse', measureColumns],
    problem: (home) => home.yes('dangerousHouse') && !measuresOf(home).some((each) => /住房|危房|危改|搬迁|建房/.test(each)) && { field: 'helpMeasures', message: '是危房户，措施里没有住房安全保障' },
  }),
  ofHomes({
    id: 'R140-7', grade: 'W', title: '饮水没有保障，没有饮水措施', why: '饮水不安全的户要有饮水措施', remedy: '请落实饮水安全措施', source: '核查程序', reads: ['safeWater', measureColumns],
    problem: (home) => home.no('safeWater') && !measuresOf(home).some((each) => /饮水|水井|自来水/.test(each)) && { field: 'helpMeasures', message: '没有解决安全饮用水，措施里没有饮水保障' },
  }),
  ofPeople({
    id: 'R140-8', grade: 'W', title: '失学辍学，没有义务教育措施', why: '失学辍学的要劝返或送教', remedy: '请落实义务教育保障措施', source: '核查程序', reads: ['dropoutReason', measureColumns], may: ['schooling'],
    problem: (person, { limits }) => person.aged(limits.schoolAge, limits.schoolAgeEnd) && !person.atSchool && !person.blank('dropoutReason') && !measuresOf(person.home).some((each) => /教育|送教|劝返/.test(each)) && { field: 'dropoutReason', message: `失学或辍学原因是${person.text('dropoutReason')}，措施里没有教育帮扶` },
  }),
];
