import { monthsBetween } from '../day.ts';
import type { Home } from '../home.ts';
import type { RecordFacts } from '../../register/facts.ts';
import { type Around, ofHomes, ofPeople, ofRecords, type Problem, type Rule } from '../rule.ts';
import { namesOf, yuan } from '../words.ts';

const under = (home: Home, key: string, limit: number | null): boolean => {
  const amount = home.number(key);
  return amount !== null && limit !== null && amount < limit;
};
const payment = (record: RecordFacts, field: string): string => String(record.values[`payment.${field}`] ?? '');

/** By how many per cent the per-head income changed against last year; null where either is not there. */
function change(home: Home): number | null {
  const now = home.number('perCapitaIncome');
  const before = home.lastYear.number('perCapitaIncome');
  return now === null || before === null || before <= 0 ? null : ((now - before) / before) * 100;
}
const changed = (home: Home, percent: number): Problem => ({
  field: 'perCapitaIncome',
  message: `人均纯收入 ${yuan(home.number('perCapitaIncome') ?? 0)} 元，上年 ${yuan(home.lastYear.number('perCapitaIncome') ?? 0)} 元，${percent < 0 ? '下降' : '上升'} ${Math.abs(percent).toFixed(0)}%`,
});

/** On the list of 民政局, and what the register says of the person. */
function onList(id: string, list: string, label: string, field: string): Rule[] {
  return [
    ofPeople({
      id, grade: 'W', title: `民政局${label}名单里有，登记册没写是`, why: '民政、扶贫两本账要对得上', remedy: '请和民政局核对', source: '方案 S38、填报要求', reads: [`ledger:${list}`, field],
      problem(person) {
        const [record] = person.records(list);
        return record && !person.yes(field) && { field, record, message: `在${label}名单里，登记册写的是${person.text(field) || '空'}` };
      },
    }),
    ofPeople({
      id: id.replace(/\d$/, (digit) => String(Number(digit) + 1)), grade: 'W', title: `登记册写是${label}，民政局名单里没有`, why: '民政、扶贫两本账要对得上', remedy: '请和民政局核对', source: '方案 S38、填报要求', reads: [`ledger:${list}`, field],
      problem: (person) => person.yes(field) && person.records(list).length === 0 && { field, message: `登记册写的是，${label}名单里没有这个人` },
    }),
  ];
}

function tooLittle(home: Home, key: string, flag: string, label: string, { limits }: Around): Problem | undefined {
  const entitled = home.present.filter((person) => person.yes(flag));
  return entitled.length > 0 && under(home, key, limits.securityLeast) ? { field: key, message: `${namesOf(entitled)}享受${label}，全年${label}金 ${yuan(home.number(key) ?? 0)} 元` } : undefined;
}

/** Lines, allowances, changes and payments. */
export const moneyRules: readonly Rule[] = [
  ofHomes({
    id: 'R113', grade: 'E', title: '人均纯收入低于监测线，没有纳入监测', why: '漏掉了应当监测的户', remedy: '请核实收入，符合条件的纳入监测', source: '核查程序、辽宁省当年标准', reads: ['perCapitaIncome'], may: ['monitoredKind'], years: [2022, null],
    problem: (home, { limits }) => under(home, 'perCapitaIncome', limits.monitoringLine) && home.blank('monitoredKind') && { field: 'monitoredKind', message: `人均纯收入 ${yuan(home.number('perCapitaIncome') ?? 0)} 元，低于监测线 ${yuan(limits.monitoringLine ?? 0)} 元，监测对象类别空着` },
  }),
  ofHomes({
    id: 'R114', grade: 'W', title: '识别时人均纯收入太高', why: '收入这么高不会识别为监测对象', remedy: '请核对收入和识别时间', source: '核查程序', reads: ['perCapitaIncome', 'riskIdentified|firstIdentified'],
    problem(home, { limits }) {
      const year = String(home.year);
      const identified = home.text('riskIdentified').startsWith(year) || home.text('firstIdentified').startsWith(year);
      const each = home.number('perCapitaIncome');
      return identified && each !== null && each > (limits.identifiedMost ?? Infinity) && { field: 'perCapitaIncome', message: `${year} 年识别，人均纯收入 ${yuan(each)} 元` };
    },
  }),
  ofHomes({
    id: 'R116', grade: 'W', title: '有低保人员，低保金太少', why: '漏填，或把一个月的当成全年的', remedy: '请核对全年低保金', source: '核查程序、信息采集要求', reads: ['dibao', 'dibaoMoney'],
    problem: (home, around) => tooLittle(home, 'dibaoMoney', 'dibao', '低保', around),
  }),
  ofHomes({
    id: 'R117', grade: 'W', title: '有特困人员，特困供养金太少', why: '漏填，或把一个月的当成全年的', remedy: '请核对全年特困供养金', source: '核查程序、信息采集要求', reads: ['tekun', 'tekunMoney'],
    problem: (home, around) => tooLittle(home, 'tekunMoney', 'tekun', '特困供养', around),
  }),
  ofHomes({
    id: 'R122-2', grade: 'W', title: '低保贫困户没有低保人员', why: '属性和成员对不上', remedy: '请核对贫困户属性和是否享受低保', source: '信息采集要求', reads: ['householdKind', 'dibao'],
    // A blank is not 否: only where everybody is said not to have it.
    problem: (home) => home.text('householdKind') === '低保贫困户' && home.present.length > 0 && home.present.every((person) => person.no('dibao')) && { field: 'householdKind', message: '是低保贫困户，成员是否享受低保都写的否' },
  }),
  ofHomes({
    id: 'R122-3', grade: 'W', title: '特困供养户有劳动力', why: '特困供养户一般没有劳动能力', remedy: '请核对贫困户属性和劳动技能', source: '信息采集要求', reads: ['householdKind', 'labour', 'birthDate|identityNo'],
    problem(home) {
      const able = home.present.filter((person) => person.able && person.aged(16, 65));
      return home.text('householdKind') === '特困供养贫困户' && able.length > 0 && { field: 'householdKind', message: `是特困供养贫困户，${namesOf(able)}有劳动力` };
    },
  }),
  ...onList('R123-1', 'dibaoList', '低保', 'dibao'),
  ...onList('R123-3', 'tekunList', '特困供养', 'tekun'),
  ofRecords({
    id: 'R124', grade: 'E', ledger: 'dibaoList', title: '低保渐退超过期限', why: '渐退期最长 12 个月', remedy: '请报民政局按期退出', source: '方案 S39', reads: ['dibaoList.taperSince'],
    problem({ values }, _home, { limits, today }) {
      const since = String(values['dibaoList.taperSince'] ?? '');
      const until = String(values['dibaoList.taperUntil'] ?? '') || today;
      const months = monthsBetween(since, until);
      return months !== null && months > (limits.taperMonths ?? Infinity) && { field: 'dibaoList.taperSince', message: `从 ${since} 开始渐退，到 ${until.slice(0, 7)} 已 ${months} 个月` };
    },
  }),
  ofHomes({
    id: 'R125', grade: 'W', title: '有低保措施，转移性收入是 0', why: '收入漏算', remedy: '请核对转移性收入', source: '核查程序', reads: ['transferIncome', 'helpMeasures|ledger:measure'],
    problem(home) {
      const secured = home.text('helpMeasures').includes('低保') || home.records('measure').some(({ values }) => ['class', 'kind', 'name'].some((key) => String(values[`measure.${key}`] ?? '').includes('低保')));
      return secured && home.zero('transferIncome') && { field: 'transferIncome', message: '帮扶措施里有低保，转移性收入是 0' };
    },
  }),
  ofHomes({
    id: 'R126-1', grade: 'W', title: '收入比上年大幅下降', why: '可能返贫，也可能填错', remedy: '请核实收入；确实下降的列入关注', source: '本办', reads: ['perCapitaIncome', 'last:perCapitaIncome'],
    problem(home, { limits }) {
      const percent = change(home);
      return percent !== null && percent < -(limits.incomeFall ?? Infinity) && changed(home, percent);
    },
  }),
  ofHomes({
    id: 'R126-2', grade: 'W', title: '收入比上年大幅上升', why: '可能填错', remedy: '请核实收入', source: '本办', reads: ['perCapitaIncome', 'last:perCapitaIncome'],
    problem(home, { limits }) {
      const percent = change(home);
      return percent !== null && percent > (limits.incomeRise ?? Infinity) && changed(home, percent);
    },
  }),
  ofRecords({
    id: 'R127', grade: 'W', ledger: 'yield', title: '产业项目收益不到 10%', why: '产业项目年收益率不低于 10%', remedy: '请核对项目收益和分配', source: '方案 S08', reads: ['yield.share', 'yield.total'],
    problem({ values }, home, { limits }) {
      const [share, total] = [values['yield.share'], values['yield.total']];
      if (typeof share !== 'number' || typeof total !== 'number' || share <= 0 || home.size <= 0) return undefined;
      const percent = (total / (share * home.size)) * 100;
      return percent < (limits.yieldLeast ?? 0) && { field: 'yield.total', message: `人口额度 ${yuan(share)} 元、${home.size} 人，收益 ${yuan(total)} 元，只有 ${percent.toFixed(1)}%` };
    },
  }),
  ofHomes({
    id: 'R128', grade: 'E', title: '同一笔补助发了两次', why: '同一户（人）、同一项目、同一个月、同样金额', remedy: '请和发放单位核对，多发的追回', source: '本办', reads: ['ledger:payment'],
    problem(home) {
      const seen = new Map<string, RecordFacts>();
      const found: Problem[] = [];
      for (const record of home.records('payment')) {
        const month = payment(record, 'on').slice(0, 7);
        if (month === '') continue;
        const key = [payment(record, 'kind'), payment(record, 'led'), month, payment(record, 'amount')].join('|');
        if (seen.has(key)) found.push({ field: 'payment.amount', record, message: `${payment(record, 'kind') || '补助'} ${month} 发了两次，每次 ${yuan(Number(payment(record, 'amount') || 0))} 元` });
        else seen.set(key, record);
      }
      return found;
    },
  }),
];
