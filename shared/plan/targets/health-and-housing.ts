import { numberOf, textOf, type RecordFacts } from '../../register/facts.ts';
import { contracted } from '../../register/reached.ts';
import { isDangerous, isGravelyIll, medicallyInsured } from '../../register/who.ts';
import { by, ofHomes, ofMember, ofPeople, ofRecords, recordsOf, running, type At, type PlanHome, type Target } from './target.ts';

const medical = ofPeople({
  row: 'S10', means: '参加城乡居民（或职工）基本医保，并参加大病保险的在册人口；医疗救助按身份享受，不另登记',
  seen: ({ values }) => textOf(values, 'residentMedical') !== '' || textOf(values, 'seriousIllness') !== '',
  why: (member) => (!medicallyInsured(member) ? '没有参加基本医保' : textOf(member.values, 'seriousIllness') !== '是' ? '没有参加大病保险' : null),
});

const rebuilt = (home: PlanHome, at: At): readonly RecordFacts[] => recordsOf(home, 'houseRebuild', at);
/** A house that is rebuilt under the plan, until a step of it is dated. */
const step = (row: string, field: string, done: string, lacks: string): Target =>
  ofRecords({ row, means: `危房改造台账上的户，${done}不晚于当天的算完成`, ledger: 'houseRebuild', why: (record, _, at) => (by(record, `houseRebuild.${field}`, at) ? null : lacks) });

export const healthAndHousingTargets: readonly Target[] = [
  {
    ...medical,
    home(home, at, tally) {
      medical.home?.(home, at, tally);
      for (const { values } of home.here) if (textOf(values, 'employeeMedical') === '是') tally.read('参加职工医保，需说明', 1, '人');
    },
  },
  ofPeople({
    row: 'S11', means: '参加城乡居民医保的人，参保名单上有补助金额的算完成', ledgers: ['insured'],
    meant: ({ values }) => textOf(values, 'residentMedical') === '是',
    why: (member, home, at) => (ofMember(home, member, 'insured', at).some(({ values }) => (numberOf(values, 'insured.amount') ?? 0) > 0) ? null : '没有个人缴费补助'),
  }),
  ofPeople({
    row: 'S12', means: '签约名单上有，且今年到当天有过履约服务的在册人口', ledgers: ['doctorContract', 'doctorService'], dated: true,
    why(member, home, at) {
      if (!contracted(member, home.household)) return '没有签约';
      return ofMember(home, member, 'doctorService', at).some((record) => by(record, 'doctorService.on', at)) ? null : '签了约，没有履约服务';
    },
  }),
  ofPeople({
    row: 'S13', means: '健康状况是患有大病的人，今年有就医或报销记录的算完成', ledgers: ['treatment', 'medicalClaim'],
    meant: isGravelyIll,
    seen: ({ values }) => textOf(values, 'health') !== '',
    why: (member, home, at) => (ofMember(home, member, 'treatment', at).length + ofMember(home, member, 'medicalClaim', at).length > 0 ? null : '今年没有救治记录'),
  }),
  running({ row: 'S14', means: '疾病筛查台账今年到当天的人次', ledgers: ['screening'], on: { screening: 'screening.on' } }),
  ofRecords({
    row: 'S15', means: '今年到当天出院的住院记录，总费用、基本医保报销、自付都写明的算完成', ledger: 'medicalClaim',
    meant: (record, _, at) => by(record, 'medicalClaim.leftOn', at),
    why: ({ values }) => (['total', 'basic', 'own'].some((key) => numberOf(values, `medicalClaim.${key}`) === null) ? '费用构成没有写全' : null),
  }),
  ofRecords({
    row: 'S16', means: '今年到当天出院的住院记录，是一站式结算的算完成', ledger: 'medicalClaim',
    meant: (record, _, at) => by(record, 'medicalClaim.leftOn', at),
    why: ({ values }) => (textOf(values, 'medicalClaim.oneStop') === '是' ? null : textOf(values, 'medicalClaim.oneStop') === '' ? '没写是不是一站式结算' : '没有一站式结算'),
  }),
  ofHomes({
    row: 'S17', means: '住房安全情况写明的户：危房级别、是否危房户、住房鉴定有一样就算', ledgers: ['houseCheck'],
    seen: ({ household: { values } }) => textOf(values, 'houseLevel') !== '' || textOf(values, 'dangerousHouse') !== '',
    why: (home, at) => (textOf(home.household.values, 'houseLevel') !== '' || textOf(home.household.values, 'dangerousHouse') !== '' || recordsOf(home, 'houseCheck', at).some((record) => by(record, 'houseCheck.on', at)) ? null : '住房安全没有填'),
  }),
  ofHomes({
    row: 'S18', means: '危房户和危房改造台账上的户，台账上有的算纳入改造', ledgers: ['houseRebuild'],
    seen: ({ household: { values } }) => textOf(values, 'houseLevel') !== '' || textOf(values, 'dangerousHouse') !== '',
    meant: (home, at) => isDangerous(home.household) || rebuilt(home, at).length > 0,
    why: (home, at) => (rebuilt(home, at).length > 0 ? null : '是危房，没有列入改造'),
  }),
  ofRecords({
    row: 'S19', means: '危房改造台账上的户，实际补助写明的算完成', ledger: 'houseRebuild', dated: false,
    why: ({ values }) => ((numberOf(values, 'houseRebuild.paid') ?? 0) > 0 ? null : '还没有发补助'),
  }),
  ofRecords({
    row: 'S66', means: '危房改造台账上的户，到当天有过带照片的现场查看的算完成', ledger: 'houseRebuild', more: ['rebuildVisit'],
    why(_, home, at) {
      const visits = recordsOf(home, 'rebuildVisit', at).filter((visit) => by(visit, 'rebuildVisit.on', at));
      return visits.some(({ values }) => textOf(values, 'rebuildVisit.photo') === '是') ? null : visits.length > 0 ? '查看过，没有照片' : '没有现场查看';
    },
  }),
  step('S67', 'finishedOn', '竣工日期', '没有竣工'),
  step('S68', 'movedOn', '入住日期', '没有入住'),
];
