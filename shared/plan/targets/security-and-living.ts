import { ageOn } from '../../register/age.ts';
import { numberOf, textOf, type MemberFacts } from '../../register/facts.ts';
import { hasSafeWater } from '../../register/reached.ts';
import { atSchool, isDisabled, onDibao, onSupport, onTekun, pensionInsured } from '../../register/who.ts';
import { by, ofAlone, ofHomes, ofMember, ofPeople, recordsOf, type At, type PlanHome, type Target } from './target.ts';

const listed = (member: MemberFacts, home: PlanHome, at: At, ledger: string): boolean => ofMember(home, member, ledger, at).length > 0;
const onCivilList = (member: MemberFacts, home: PlanHome, at: At): boolean => listed(member, home, at, 'dibaoList') || listed(member, home, at, 'tekunList') || listed(member, home, at, 'dibaoQuarter');

const support = ofPeople({
  row: 'S33', means: '登记册里享受低保、特困供养的人，今年民政名单上有，或户里登记了低保金、特困供养金的算完成',
  ledgers: ['dibaoList', 'tekunList', 'dibaoQuarter'],
  meant: onSupport,
  seen: ({ values }) => textOf(values, 'dibao') !== '' || textOf(values, 'tekun') !== '',
  why(member, home, at) {
    const money = onTekun(member) ? 'tekunMoney' : 'dibaoMoney';
    return onCivilList(member, home, at) || (numberOf(home.household.values, money) ?? 0) > 0 ? null : '名单上没有，也没有发放金额';
  },
});

/** 16 to 59, not at school: for whom the district pays. From 60 on one draws a pension. */
const paysIn = ({ values, ...member }: MemberFacts, _: PlanHome, { day }: At): boolean => {
  const age = ageOn(values, day);
  return age !== null && age >= 16 && age < 60 && !atSchool({ ...member, values });
};
const pension = ofPeople({
  row: 'S36', means: '到当天满16周岁不满60周岁、不在校的人，参加基本养老保险的算完成；政府代缴的另列', ledgers: ['pensionPaid'],
  meant: paysIn,
  seen: ({ values }) => textOf(values, 'residentPension') !== '' || textOf(values, 'employeePension') !== '',
  why: (member) => (pensionInsured(member) ? null : '没有参加养老保险'),
});

const disabled = ofPeople({
  row: 'S46', means: '登记册里的残疾人，今年到当天有保障措施记录的算完成', ledgers: ['disabledBenefit'], dated: true,
  meant: isDisabled,
  why: (member, home, at) => (ofMember(home, member, 'disabledBenefit', at).some((record) => by(record, 'disabledBenefit.on', at)) ? null : '没有保障措施记录'),
});

const measures = [['quantity', '水量'], ['quality', '水质'], ['near', '方便程度'], ['sure', '保证率']] as const;

/** Rates that hold by a day, told as a figure against the plan's. */
const standard = (row: string, unit: '%' | '倍', means: string, value: (at: At) => number | null): Target => ({
  row, unit, means, ledgers: ['planSetting'], dated: false,
  whole(_, at, tally) {
    const found = value(at);
    if (found === null) return;
    tally.see();
    tally.add(at.row.number ?? 0, found);
  },
});
const start = (at: At): string => at.row.until ?? `${at.year}-07-01`;
const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

export const securityAndLivingTargets: readonly Target[] = [
  {
    ...support,
    home(home, at, tally) {
      support.home?.(home, at, tally);
      tally.read('登记册里享受低保', home.here.filter(onDibao).length, '人');
      tally.read('登记册里特困供养', home.here.filter(onTekun).length, '人');
    },
  },
  standard('S34', '%', '7月1日起的农村低保标准比前一天高多少；标准在“任务”里填', (at) => {
    const [then, now] = [at.parameter('dibaoStandard', dayBefore(start(at))), at.parameter('dibaoStandard', start(at))];
    return then === null || now === null || then === 0 ? null : rounded(((now - then) / then) * 100);
  }),
  standard('S35', '倍', '7月1日起的特困基本生活标准是农村低保标准的几倍；标准在“任务”里填', (at) => {
    const [dibao, tekun] = [at.parameter('dibaoStandard', start(at)), at.parameter('tekunStandard', start(at))];
    return dibao === null || tekun === null || dibao === 0 ? null : rounded(tekun / dibao);
  }),
  {
    ...pension,
    home(home, at, tally) {
      pension.home?.(home, at, tally);
      tally.read('政府代缴', home.here.filter((member) => listed(member, home, at, 'pensionPaid')).length, '人');
    },
  },
  {
    ...ofPeople({
      row: 'S37', means: '三留守台账上的人，写明关爱责任人的算完成；托养服务的人另列', ledgers: ['leftBehind', 'care'],
      meant: (member, home, at) => listed(member, home, at, 'leftBehind'),
      why: (member, home, at) => (ofMember(home, member, 'leftBehind', at).every(({ values }) => textOf(values, 'leftBehind.helper') !== '') ? null : '没有关爱责任人'),
    }),
  },
  ofPeople({
    row: 'S38', means: '登记册里的低保、特困人员和民政名单上的在册人员合起来，两边都有的算完成', ledgers: ['dibaoList', 'tekunList', 'dibaoQuarter'],
    meant: (member, home, at) => onSupport(member) || onCivilList(member, home, at),
    why: (member, home, at) => (!onCivilList(member, home, at) ? '登记册有，民政名单没有' : !onSupport(member) ? '民政名单有，登记册没有' : null),
  }),
  ofPeople({
    row: 'S39', means: '低保名单上写了渐退起始月的人，到当天没有超过12个月的算完成', ledgers: ['dibaoList'], dated: true,
    meant: (member, home, at) => ofMember(home, member, 'dibaoList', at).some(({ values }) => textOf(values, 'dibaoList.taperSince') !== ''),
    why(member, home, at) {
      for (const { values } of ofMember(home, member, 'dibaoList', at)) {
        const since = textOf(values, 'dibaoList.taperSince');
        if (since === '') continue;
        const until = textOf(values, 'dibaoList.taperUntil') || at.day.slice(0, 7);
        const months = (Number(until.slice(0, 4)) - Number(since.slice(0, 4))) * 12 + Number(until.slice(5, 7)) - Number(since.slice(5, 7)) + 1;
        if (months > (at.row.number ?? 12)) return `渐退已 ${months} 个月`;
      }
      return null;
    },
  }),
  ofAlone({
    row: 'S40', means: '村民小组道路台账里，通硬化路、客车到村都是“是”的小组', ledger: 'groupRoad', name: 'groupRoad.group',
    why: ({ values }) => (textOf(values, 'groupRoad.paved') !== '是' ? '没有通硬化路' : textOf(values, 'groupRoad.bus') !== '是' ? '客车没有到村' : null),
  }),
  ofHomes({
    row: 'S41', means: '最近一次饮水核查四项都达标的户；没有核查的，看“是否解决安全饮用水”', ledgers: ['waterCheck'],
    seen: ({ household }) => textOf(household.values, 'safeWater') !== '',
    why(home, at) {
      const [last] = recordsOf(home, 'waterCheck', at).filter((record) => by(record, 'waterCheck.on', at)).toSorted((a, b) => (textOf(a.values, 'waterCheck.on') < textOf(b.values, 'waterCheck.on') ? 1 : -1));
      if (!last) return hasSafeWater(home.household) ? null : textOf(home.household.values, 'safeWater') === '' ? '没有填' : '没有解决';
      const lacks = measures.filter(([key]) => textOf(last.values, `waterCheck.${key}`) !== '是').map(([, word]) => word);
      return lacks.length === 0 ? null : `${lacks.join('、')}没有达标`;
    },
  }),
  {
    ...disabled,
    home(home, at, tally) {
      disabled.home?.(home, at, tally);
      if (!home.here.some(isDisabled)) return;
      tally.read('残疾人家庭', 1, '户');
      tally.read('残疾人家庭全部成员', home.here.length, '人');
      tally.read('残疾人本人', home.here.filter(isDisabled).length, '人');
    },
  },
];
