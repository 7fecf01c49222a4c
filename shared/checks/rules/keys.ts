import { identityKey } from '../../fields/identity-number.ts';
import { labelOf } from '../../register/show-value.ts';
import { ofHomes, ofPeople, type Problem, type Rule } from '../rule.ts';
import { othersOf, partOf } from '../words.ts';

const lostNumbers = ['identityNo', 'memberNo', 'memberPhone'] as const;
const lostHouseholdNumbers = ['householdNo', 'bankCard', 'householdPhone'] as const;
const looksLost = (text: string): boolean => /^\d(\.\d+)?[eE]\+?\d+$/.test(text) || /^\d+\.0+$/.test(text);
const lengths = new Set([10, 11, 14, 15, 16]);

/** By what households and people are known, and how many there are. */
export const keyRules: readonly Rule[] = [
  ofHomes({
    id: 'R014', grade: 'W', title: '户编号位数少见', why: '户编号一般是 10、11、14、15 或 16 位，少了几位常是 Excel 截掉的', remedy: '请到系统核对户编号', source: '常见错误', reads: ['householdNo'],
    problem(home) {
      const number = home.text('householdNo');
      return number !== '' && !lengths.has(number.length) && { field: 'householdNo', message: `户编号 ${partOf(number)} 有 ${number.length} 位` };
    },
  }),
  ofPeople({
    id: 'R015', grade: 'W', title: '姓名不像姓名', why: '姓名空着、有数字，或中间和两头有空格', remedy: '请按证件填写姓名', source: '常见错误', reads: [], may: ['name'], everybody: true,
    problem({ name }) {
      if (name.trim() === '') return { field: 'name', message: '姓名空着' };
      return /[\d０-９\s\u3000]/.test(name) && { field: 'name', message: `姓名“${name}”里有数字或空格` };
    },
  }),
  ofHomes({
    id: 'R016', grade: 'E', title: '号码被 Excel 变成了数值', why: '写成 1.23E+17 或带 .0，末几位已经丢失', remedy: '请按证件重新填写', source: '核查程序', reads: [], may: [...lostHouseholdNumbers, ...lostNumbers],
    problem(home) {
      const found: Problem[] = [];
      for (const key of lostHouseholdNumbers) if (looksLost(home.text(key))) found.push({ field: key, message: `${labelOf(key)}是 ${partOf(home.text(key))}，末几位已经丢失` });
      for (const member of home.members) {
        for (const key of lostNumbers) if (looksLost(member.text(key))) found.push({ member, field: key, message: `${labelOf(key)}是 ${partOf(member.text(key))}，末几位已经丢失` });
      }
      return found;
    },
  }),
  ofHomes({
    id: 'R017', grade: 'E', title: '户里没有成员', why: '有户没有人，人员表可能漏了', remedy: '请导入这一户的人员，或核对这一户是否还在册', source: '识别退出程序', reads: [],
    problem: (home) => home.members.length === 0 && { field: '', message: '这一户一个成员也没有' },
  }),
  ofHomes({
    id: 'R018', grade: 'E', title: '家庭人口数和成员数对不上', why: '人口数是各项人均的除数', remedy: '请核对成员增减，改正家庭人口数', source: '识别退出程序', reads: ['householdSize'], may: ['memberState'],
    problem(home) {
      const declared = home.number('householdSize');
      const counted = home.present.length;
      if (declared === null || home.members.length === 0 || declared === counted) return undefined;
      // Somebody who left is still counted: R020 says it, of the person.
      if (declared === home.members.length) return undefined;
      return { field: 'householdSize', message: `家庭人口数写的是 ${declared} 人，在册成员 ${counted} 人` };
    },
  }),
  ofPeople({
    id: 'R019', grade: 'E', title: '一个人在两户里', why: '结婚、分户后没有从原户减去', remedy: '请核对应在哪一户，另一户做自然减少', source: '重复数据清理', reads: ['identityNo'], everybody: true,
    problem(person, { sharingIdentity }) {
      const number = person.text('identityNo');
      const elsewhere = number === '' ? null : othersOf(sharingIdentity.get(identityKey(number)), (other) => other.householdId === person.householdId || other.name !== person.name);
      return elsewhere && { field: '', message: `也登记在户 ${elsewhere.said(({ householdNo }) => householdNo || '（无编号）')}` };
    },
  }),
  ofPeople({
    id: 'R020', grade: 'E', title: '已不在册的人还算在人口里', why: '动态管理没有做完', remedy: '请改正家庭人口数，或核对成员状态', source: '系统填写要求', reads: ['memberState', 'householdSize'], everybody: true,
    problem(person) {
      if (!person.gone) return undefined;
      const declared = person.home.number('householdSize');
      if (declared === null || declared <= person.home.present.length) return undefined;
      return { field: 'memberState', message: `状态是${person.text('memberState')}，家庭人口数 ${declared} 人里还算着` };
    },
  }),
];
