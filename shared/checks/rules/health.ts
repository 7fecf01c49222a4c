import type { Home } from '../home.ts';
import type { Person } from '../person.ts';
import { ofHomes, ofPeople, ofRecords, type Rule } from '../rule.ts';
import { ledgerOf } from '../../register/ledgers/index.ts';
import { isChronic, isDisabled } from '../../register/who.ts';

const uninsured = (person: Person): boolean => person.no('residentMedical') && !person.yes('employeeMedical');
const disabledItems = ledgerOf('incomeDetail').fields.filter(({ label }) => /残疾人(生活|护理)补贴/.test(label)).map(({ key }) => key);
const limbs = /^.{18}4[12]/;

/** Disabled by what is said of health, by the certificate, or by the list of 残联. */
const knownDisabled = (person: Person): boolean => isDisabled(person) || person.identity.length >= 20 || person.records('disabledList').length > 0;
/** Nobody's health is blank: only then it can be said that nobody is ill. */
const allKnown = (home: Home): boolean => home.present.length > 0 && home.present.every(({ health }) => health !== '');
const gravely = (person: Person): boolean => {
  const limb = limbs.test(person.identity) || person.text('disabilityKind').includes('肢体');
  const graded = limbs.test(person.identity) || person.records('disabledList').some(({ values }) => /[一二12]/.test(String(values['disabledList.grade'] ?? '')));
  return limb && graded;
};

/** Illness, disability, insurance. */
export const healthRules: readonly Rule[] = [
  ofPeople({
    id: 'R070-1', grade: 'E', title: '没有参加基本医疗保险', why: '基本医疗有保障是硬线，要求全部参保', remedy: '请核实并动员参保', source: '核查程序、方案 S10', reads: ['residentMedical'], may: ['employeeMedical', 'ledger:insured'],
    problem: (person) => uninsured(person) && { field: 'residentMedical', message: `居民医保写的否，职工医保${person.no('employeeMedical') ? '也写的否' : '没有填写'}` },
  }),
  ofPeople({
    id: 'R070-2', grade: 'E', title: '登记册写已参保，医保局名单里没有', why: '按医保局名单核对参保', remedy: '请到医保局核对', source: '方案 S10', reads: ['ledger:insured', 'residentMedical'], may: ['employeeMedical'],
    problem: (person) => person.yes('residentMedical') && !person.yes('employeeMedical') && person.records('insured').length === 0 && { field: 'residentMedical', message: '居民医保写的是，参保（参合）名单里没有这个人' },
  }),
  ofPeople({
    id: 'R073', grade: 'E', title: '有医疗救助却没有参保', why: '先参保报销，才有救助', remedy: '请到医保局核对', source: '核查程序', reads: ['residentMedical', 'medicalAid|ledger:medicalRelief'], may: ['employeeMedical'],
    problem: (person) => uninsured(person) && (person.yes('medicalAid') || person.records('medicalRelief').length > 0) && { field: 'residentMedical', message: '接受了医疗救助，医保写的否' },
  }),
  ofHomes({
    id: 'R074', grade: 'W', title: '因病致贫，户里没有病人', why: '致贫原因和家庭情况对不上', remedy: '请核对致贫原因和健康状况', source: '信息采集要求、核查程序', reads: ['mainCause', 'health'],
    problem: (home) => home.cause('因病') && allKnown(home) && !home.present.some(({ ill }) => ill) && { field: 'mainCause', message: '主要致贫原因是因病，成员健康状况里没有大病和慢性病' },
  }),
  ofHomes({
    id: 'R075', grade: 'W', title: '因残致贫，户里没有残疾人', why: '致贫原因和家庭情况对不上', remedy: '请核对致贫原因和健康状况', source: '信息采集要求、核查程序', reads: ['mainCause', 'health'], may: ['disabilityKind', 'identityNo', 'ledger:disabledList'],
    problem: (home) => home.cause('因残') && allKnown(home) && !home.present.some(knownDisabled) && { field: 'mainCause', message: '主要致贫原因是因残，成员里没有残疾人' },
  }),
  ofPeople({
    id: 'R076', grade: 'W', title: '有患病记录，健康状况是健康', why: '两处对不上', remedy: '请核对健康状况', source: '本办', reads: ['health', 'ledger:illness|ledger:treatment'],
    problem(person) {
      const [record] = [...person.records('illness'), ...person.records('treatment')];
      return record && person.healthy && { field: 'health', record, message: `登记了${String(record.values['illness.disease'] ?? record.values['treatment.disease'] ?? '疾病')}，健康状况是健康` };
    },
  }),
  ofPeople({
    id: 'R077', grade: 'W', title: '一、二级肢体残疾人是普通劳动力', why: '劳动技能和残疾等级对不上', remedy: '请核对劳动技能', source: '核查程序', reads: ['labour', 'identityNo|ledger:disabledList'], may: ['disabilityKind'],
    problem: (person) => person.text('labour') === '普通劳动力' && gravely(person) && { field: 'labour', message: '肢体残疾一、二级，劳动技能是普通劳动力' },
  }),
  ofPeople({
    id: 'R078-1', grade: 'W', title: '残联名单里有，健康状况没有残疾', why: '两家名单对不上', remedy: '请和残联核对', source: '核查程序、部门名单比对、方案 S46', reads: ['ledger:disabledList', 'health'],
    problem(person) {
      const [record] = person.records('disabledList');
      return record && person.health !== '' && !person.saysDisabled && { field: 'health', record, message: `在残疾人名单里，健康状况是${person.health}` };
    },
  }),
  ofPeople({
    id: 'R078-2', grade: 'W', title: '健康状况有残疾，残联名单里没有', why: '两家名单对不上', remedy: '请和残联核对', source: '核查程序、部门名单比对、方案 S46', reads: ['ledger:disabledList', 'health'],
    problem: (person) => person.saysDisabled && person.records('disabledList').length === 0 && { field: 'health', message: `健康状况是${person.health}，残疾人名单里没有这个人` },
  }),
  ofHomes({
    id: 'R079', grade: 'W', title: '发了残疾人补贴，户里没有残疾人', why: '补贴可能发错', remedy: '请和残联、民政局核对', source: '核查程序', reads: ['health', 'ledger:incomeDetail|ledger:payment'], may: ['disabilityKind', 'identityNo', 'ledger:disabledList'],
    problem(home) {
      if (!allKnown(home) || home.present.some(knownDisabled)) return undefined;
      const record = home.records('incomeDetail').find(({ values }) => disabledItems.some((key) => Number(values[key] ?? 0) > 0)) ?? home.records('payment').find(({ values }) => /残疾|残补/.test(String(values['payment.kind'] ?? '')));
      return record && { field: '', record, message: '有残疾人补贴，成员里没有残疾人' };
    },
  }),
  ofPeople({
    id: 'R080', grade: 'E', title: '因病户的病人没有大病保险', why: '因病致贫户的病人必须有大病保险', remedy: '请到医保局核对', source: '信息采集要求', reads: ['mainCause', 'health', 'seriousIllness'],
    problem: (person) => person.home.cause('因病') && person.ill && person.no('seriousIllness') && { field: 'seriousIllness', message: `因病致贫户，健康状况是${person.health}，大病保险写的否` },
  }),
  ofRecords({
    id: 'R081', grade: 'W', ledger: 'monitoring', title: '因病的监测户合规自付支出是 0', why: '识别时要填合规自付支出', remedy: '请核对合规自付支出', source: '核查程序', reads: ['monitoring.allowedOwn', 'monitoring.risk1'],
    problem({ values }) {
      const ill = [1, 2, 3, 4, 5].some((at) => String(values[`monitoring.risk${at}`] ?? '').includes('因病'));
      return ill && values['monitoring.allowedOwn'] === 0 && { field: 'monitoring.allowedOwn', message: '风险里有因病，合规自付支出是 0' };
    },
  }),
  ofPeople({
    id: 'R082', grade: 'W', title: '慢性病人没有家庭医生签约', why: '签约要覆盖所有慢性病人', remedy: '请到卫健局核对并签约', source: '方案 S12', reads: ['health', 'ledger:doctorContract'],
    problem: (person) => isChronic(person) && person.records('doctorContract').length === 0 && { field: 'health', message: `健康状况是${person.health}，没有家庭医生签约记录` },
  }),
];
