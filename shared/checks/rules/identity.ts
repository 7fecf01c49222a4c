import { birthDateOf, identityKey, sexOf } from '../../fields/identity-number.ts';
import { ofPeople, type Rule } from '../rule.ts';
import { othersOf, partOf } from '../words.ts';

/** A rule whose finding the field itself makes when it reads a number. */
const faulty = (id: string, title: string, why: string, remedy: string, source: string): Rule =>
  ofPeople({
    id, grade: 'E', title, why, remedy, source, reads: ['identityNo'], everybody: true,
    problem(person, { today }) {
      const fault = person.identityFault(today);
      return fault?.rule === id && { field: 'identityNo', message: `证件号码 ${partOf(person.text('identityNo'))} ${fault.message}`, remedy: fault.remedy };
    },
  });

const garbage = /[x\s'’‘`\u3000\uFF10-\uFF3A\uFF58]/;

/** What an identity number says, and whether it is one. */
export const identityRules: readonly Rule[] = [
  faulty('R001', '证件号码位数不对', '不是 18 位身份证号，也不是 20 或 22 位残疾证号', '请按证件核对后填写', '核查程序、信息采集要求'),
  faulty('R002', '证件号码是 15 位旧号码', '旧号码要换成 18 位', '请换成 18 位身份证号', '信息采集要求'),
  faulty('R003', '证件号码校验码不对', '号码有一位写错了', '请按证件核对后填写', '核查程序、信息采集要求'),
  ofPeople({
    id: 'R004', grade: 'I', title: '证件号码里有杂字', why: '小写 x、全角数字、空格、撇号会让号码对不上', remedy: '请重新填写这个号码，程序会自动清理', source: '常见错误', reads: ['identityNo'], everybody: true,
    problem: (person) => garbage.test(person.text('identityNo')) && { field: 'identityNo', message: `证件号码 ${partOf(person.text('identityNo').replace(/\s/g, '␣'))} 里有小写 x、全角字、空格或撇号` },
  }),
  ofPeople({
    id: 'R005', grade: 'W', title: '没有证件号码', why: '空着或以 999999 开头，是没有证件的人', remedy: '请补办证件后填写；确实没有的，写明原因后豁免', source: '核查程序', reads: ['identityNo'],
    problem(person) {
      const number = person.text('identityNo');
      if (number !== '' && !number.startsWith('999999')) return undefined;
      return { field: 'identityNo', message: number === '' ? '没有填写证件号码' : '证件号码以 999999 开头，是临时号码' };
    },
  }),
  ofPeople({
    id: 'R006', grade: 'E', title: '出生日期和证件号码对不上', why: '两处总有一处写错', remedy: '请按证件改正出生日期或证件号码', source: '本办', reads: ['birthDate', 'identityNo'], everybody: true,
    problem(person) {
      const born = birthDateOf(person.identity);
      const written = person.text('birthDate');
      if (born === null || written === '' || born === written) return undefined;
      return { field: 'birthDate', message: `出生日期写的是 ${written}，证件号码里是 ${born}` };
    },
  }),
  ofPeople({
    id: 'R007', grade: 'E', title: '出生日期不成立', why: '早于 1900 年、晚于数据年度，或月日不存在', remedy: '请按证件核对后填写', source: '核查程序', reads: [], may: ['birthDate', 'identityNo'], everybody: true,
    problem(person, { today, year }) {
      const fault = person.identityFault(today);
      if (fault?.rule === 'R007') return { field: 'identityNo', message: fault.message, remedy: fault.remedy };
      const birth = person.text('birthDate');
      if (birth === '') return undefined;
      const born = Number(birth.slice(0, 4));
      if (born < 1900) return { field: 'birthDate', message: `出生日期 ${birth} 早于 1900 年` };
      return born > year ? { field: 'birthDate', message: `出生日期 ${birth} 晚于数据年度 ${year} 年` } : undefined;
    },
  }),
  ofPeople({
    id: 'R008', grade: 'E', title: '性别和证件号码对不上', why: '证件号码第 17 位单数为男、双数为女', remedy: '请按证件改正性别或证件号码', source: '核查程序', reads: ['sex', 'identityNo'], everybody: true,
    problem(person) {
      const told = sexOf(person.identity);
      const written = person.text('sex');
      if (told === null || (written !== '男' && written !== '女') || told === written) return undefined;
      return { field: 'sex', message: `性别写的是${written}，证件号码表示${told}` };
    },
  }),
  ofPeople({
    id: 'R009-1', grade: 'E', title: '证件号码在同一户里重复', why: '同一个号码（残疾证看前 18 位）在一户里登记了不止一次', remedy: '请核对证件；确是同一人时只留一处', source: '核查程序、信息采集要求、重复数据清理', reads: ['identityNo'], everybody: true,
    problem(person, { sharingIdentity }) {
      const number = person.text('identityNo');
      const others = number === '' ? null : othersOf(sharingIdentity.get(identityKey(number)), ({ memberId, householdId }) => memberId === person.id || householdId !== person.householdId);
      return others && { field: 'identityNo', message: `证件号码 ${partOf(number)} 还登记给了同户的${others.said(({ name }) => name)}` };
    },
  }),
  ofPeople({
    id: 'R009-2', grade: 'E', title: '证件号码和别户重复', why: '同一个号码（残疾证看前 18 位）在别的户里也有', remedy: '请核对证件；确是同一人时只留一处', source: '核查程序、信息采集要求、重复数据清理', reads: ['identityNo'], everybody: true,
    problem(person, { sharingIdentity }) {
      const number = person.text('identityNo');
      const others = number === '' ? null : othersOf(sharingIdentity.get(identityKey(number)), ({ householdId }) => householdId === person.householdId);
      return others && { field: 'identityNo', message: `证件号码 ${partOf(number)} 还登记给了${others.said(({ name, householdNo }) => `${name}（户 ${householdNo || '无编号'}）`)}` };
    },
  }),
  ofPeople({
    id: 'R010', grade: 'E', title: '人编号重复', why: '人编号是人的唯一编号', remedy: '请到国办系统核对人编号', source: '核查程序', reads: ['memberNo'], everybody: true,
    problem(person, { sharingMemberNo }) {
      const number = person.text('memberNo');
      const others = number === '' ? null : othersOf(sharingMemberNo.get(number), ({ memberId }) => memberId === person.id);
      return others && { field: 'memberNo', message: `人编号 ${partOf(number)} 还登记给了${others.said(({ name }) => name)}` };
    },
  }),
  faulty('R011', '残疾证号末位不对', '第 19 位是残疾类别 1 至 7，第 20 位是等级 1 至 4', '请按残疾证核对后填写', '核查程序、信息采集要求'),
  ofPeople({
    id: 'R012', grade: 'W', title: '健康状况有残疾，证件不是残疾人证', why: '残疾人应当持证', remedy: '请核对是否办了残疾证；没有办的请办证', source: '核查程序', reads: ['health', 'certificate'], may: ['identityNo'],
    problem: (person) =>
      person.saysDisabled && !person.blank('certificate') && person.text('certificate') !== '残疾人证' && person.identity.length < 20 && { field: 'certificate', message: `健康状况是${person.health}，证件类型是${person.text('certificate')}` },
  }),
  ofPeople({
    id: 'R013', grade: 'W', title: '持残疾人证，健康状况没有残疾', why: '证件和健康状况要一致', remedy: '请核对健康状况', source: '本办', reads: ['health', 'certificate'],
    problem: (person) => person.text('certificate') === '残疾人证' && person.health !== '' && !person.saysDisabled && { field: 'health', message: `证件类型是残疾人证，健康状况是${person.health}` },
  }),
];
