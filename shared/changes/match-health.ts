import { textOf, type Values } from '../register/facts.ts';
import { isIll } from '../register/who.ts';
import { isYes, type MatchSubject, onTheList, type TheirRow } from './match-subject.ts';

const illness = (person: Values): string | null => (isIll({ values: person }) ? `登记册写着${textOf(person, 'health')}` : null);
const notInsured = (row: TheirRow): boolean => /未|不|停|断|退|欠/.test(row.text('insured.state'));

/** Somebody with an illness on the list is not simply healthy. */
const illOnTheList = {
  field: 'health',
  theirs: (row: TheirRow) => row.text('illness.disease') || row.text('treatment.disease') || null,
  agrees: (person: Values) => textOf(person, 'health') !== '' && textOf(person, 'health') !== '健康',
} as const;

/** What 医保局 and 卫健局 answer for: S10–S16, S50. */
export const healthSubjects: readonly MatchSubject[] = [
  {
    key: 'insured', label: '参保（参合）', topic: '健康', plan: ['S10', 'S11', 'S50'], kinds: ['insured'], about: 'person',
    reads: ['residentMedical', 'employeeMedical'],
    // All of the register are to be insured; who has 职工医保 stands on another list.
    expects: (person) => (isYes(person, 'employeeMedical') ? null : '应参加城乡居民医保'),
    columns: ['residentMedical'],
    compared: [onTheList('residentMedical', '是', notInsured)],
    words: { both: '已参保，登记册一致', differ: '参保情况不一致', onlyTheirs: '不在册', onlyRegister: '应保未保' },
    hints: { onlyRegister: '在册、没有职工医保，参保名单里没有：看是否应保未保。' },
  },
  {
    key: 'doctor', label: '家庭医生签约', topic: '健康', plan: ['S12', 'S50'], kinds: ['doctorContract'], about: 'person', reads: [],
    expects: () => '家庭医生签约要全覆盖',
    columns: [], compared: [],
    words: { both: '已签约', differ: '已签约，人对不上', onlyTheirs: '不在册', onlyRegister: '没有签约' },
    hints: { onlyRegister: '在册，签约名单里没有：请卫健补签。' },
  },
  {
    key: 'illness', label: '患病和救治', topic: '健康', plan: ['S13', 'S50'], kinds: ['illness', 'treatment'], about: 'person',
    reads: ['health'],
    expects: illness,
    columns: ['health'],
    compared: [illOnTheList],
    words: { both: '患病，登记册一致', differ: '患病，登记册没写', onlyTheirs: '不在册', onlyRegister: '登记册有病，名单里没有' },
    hints: { onlyRegister: '登记册写着大病或慢性病，名单里没有：看是否该救治没救治、该管理没管理。' },
  },
  {
    key: 'claims', label: '医保报销', topic: '健康', plan: ['S15', 'S16', 'S50'], kinds: ['medicalClaim'], about: 'person', reads: [], columns: [], compared: [],
    words: { both: '在册，有报销', differ: '在册，人对不上', onlyTheirs: '不在册', onlyRegister: '名单里没有' },
    hints: { both: '住过院的在册人员：看自付多不多，救助跟上没有。' },
  },
  {
    key: 'relief', label: '医疗救助', topic: '健康', plan: ['S15', 'S50'], kinds: ['medicalRelief'], about: 'person',
    reads: ['medicalAid'],
    expects: (person) => (isYes(person, 'medicalAid') ? '登记册记着接受大病医疗救助' : null),
    columns: ['medicalAid'],
    compared: [onTheList('medicalAid', '是')],
    words: { both: '救助过，登记册一致', differ: '救助过，登记册没记', onlyTheirs: '不在册', onlyRegister: '登记册有救助，名单里没有' },
    hints: { differ: '在医疗救助名单上，登记册没记接受救助：核实后改登记册。' },
  },
];
