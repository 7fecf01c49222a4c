import { birthDateOf, identityKey, sexOf } from '../../fields/identity-number.ts';
import { labelOf } from '../../register/show-value.ts';
import { numberOf, textOf } from '../../register/facts.ts';
import { ofMembers, type Rule } from '../rule.ts';
import { faultOf, identityOf, isGone, nameOf, partOf, present } from '../words.ts';

/** A rule whose finding the field itself makes when it reads a number. */
const faulty = (number: string, title: string, why: string, remedy: string): Rule =>
  ofMembers({
    number,
    grade: 'E',
    title,
    why,
    remedy,
    problem(member, _household, { today }) {
      const fault = faultOf(member, number, today);
      return fault && { field: 'identityNo', message: `证件号码 ${partOf(textOf(member.values, 'identityNo'))} ${fault.message}`, remedy: fault.remedy };
    },
  });

const lostNumbers = ['identityNo', 'memberNo', 'memberPhone'] as const;
const lostHouseholdNumbers = ['householdNo', 'bankCard', 'householdPhone'] as const;
const looksLost = (text: string): boolean => /^\d(\.\d+)?[eE]\+?\d+$/.test(text) || /^\d+\.0+$/.test(text);

/** Numbers and keys. */
export const identityRules: readonly Rule[] = [
  faulty('R001', '证件号码位数不对', '不是 18 位身份证号，也不是 20 或 22 位残疾证号', '请按证件核对后填写'),
  faulty('R002', '证件号码是 15 位旧号码', '旧号码要换成 18 位', '请换成 18 位身份证号'),
  faulty('R003', '证件号码校验码不对', '号码有一位写错了', '请按证件核对后填写'),
  ofMembers({
    number: 'R006', grade: 'E', title: '出生日期和证件号码对不上', why: '两处总有一处写错', remedy: '请按证件改正出生日期或证件号码',
    problem(member) {
      const born = birthDateOf(identityOf(member));
      const written = textOf(member.values, 'birthDate');
      if (born === null || written === '' || born === written) return undefined;
      return { field: 'birthDate', message: `出生日期写的是 ${written}，证件号码里是 ${born}` };
    },
  }),
  ofMembers({
    number: 'R007', grade: 'E', title: '出生日期不成立', why: '早于 1900 年、晚于数据年度，或月日不存在', remedy: '请按证件核对后填写',
    problem(member, _household, { today, year }) {
      const fault = faultOf(member, 'R007', today);
      if (fault) return { field: 'identityNo', message: fault.message, remedy: fault.remedy };
      const birth = textOf(member.values, 'birthDate');
      if (birth === '') return undefined;
      const born = Number(birth.slice(0, 4));
      if (born < 1900) return { field: 'birthDate', message: `出生日期 ${birth} 早于 1900 年` };
      return born > year ? { field: 'birthDate', message: `出生日期 ${birth} 晚于数据年度 ${year} 年` } : undefined;
    },
  }),
  ofMembers({
    number: 'R008', grade: 'E', title: '性别和证件号码对不上', why: '证件号码第 17 位单数为男、双数为女', remedy: '请按证件改正性别或证件号码',
    problem(member) {
      const told = sexOf(identityOf(member));
      const written = textOf(member.values, 'sex');
      if (told === null || (written !== '男' && written !== '女') || told === written) return undefined;
      return { field: 'sex', message: `性别写的是${written}，证件号码表示${told}` };
    },
  }),
  ofMembers({
    number: 'R009', grade: 'E', title: '证件号码重复', why: '同一个号码（残疾证看前 18 位）登记了不止一次', remedy: '请核对证件；确是同一人时只留一处',
    problem(member, _household, { sharingIdentity }) {
      const number = textOf(member.values, 'identityNo');
      const others = number === '' ? [] : (sharingIdentity.get(identityKey(number)) ?? []).filter(({ memberId }) => memberId !== member.id);
      if (others.length === 0) return undefined;
      const where = others.map((other) => (other.householdId === member.householdId ? `同户的${other.name}` : `${other.name}（户 ${other.householdNo || '无编号'}）`));
      return { field: 'identityNo', message: `证件号码 ${partOf(number)} 还登记给了${where.join('、')}` };
    },
  }),
  ofMembers({
    number: 'R010', grade: 'E', title: '人编号重复', why: '人编号是人的唯一编号', remedy: '请到国办系统核对人编号',
    problem(member, _household, { sharingMemberNo }) {
      const number = textOf(member.values, 'memberNo');
      const others = number === '' ? [] : (sharingMemberNo.get(number) ?? []).filter(({ memberId }) => memberId !== member.id);
      return others.length === 0 ? undefined : { field: 'memberNo', message: `人编号 ${number} 还登记给了${others.map(({ name }) => name).join('、')}` };
    },
  }),
  faulty('R011', '残疾证号末位不对', '第 19 位是残疾类别 1–7，第 20 位是等级 1–4', '请按残疾证核对后填写'),
  {
    number: 'R016', grade: 'E', title: '号码被 Excel 变成了数值', why: '写成 1.23E+17 或带 .0，末几位已经丢失', remedy: '请按证件重新填写',
    *problems(household) {
      for (const key of lostHouseholdNumbers) {
        const text = textOf(household.values, key);
        if (looksLost(text)) yield { field: key, message: `${labelOf(key)}是 ${partOf(text)}，末几位已经丢失` };
      }
      for (const member of household.members) {
        for (const key of lostNumbers) {
          const text = textOf(member.values, key);
          if (looksLost(text)) yield { member, field: key, message: `${labelOf(key)}是 ${partOf(text)}，末几位已经丢失` };
        }
      }
    },
  },
  {
    number: 'R017', grade: 'E', title: '户里没有成员', why: '有户没有人，人员表可能漏了', remedy: '请导入这一户的人员，或核对这一户是否还在册',
    *problems(household) {
      if (household.members.length === 0) yield { field: '', message: '这一户一个成员也没有' };
    },
  },
  {
    number: 'R018', grade: 'E', title: '家庭人口数和成员数对不上', why: '人口数是各项人均的除数', remedy: '请核对成员增减，改正家庭人口数',
    *problems(household) {
      const declared = numberOf(household.values, 'householdSize');
      const counted = present(household).length;
      if (declared === null || household.members.length === 0 || declared === counted) return;
      // Somebody who left is still counted: R020 says it, of the person.
      if (declared === household.members.length) return;
      yield { field: 'householdSize', message: `家庭人口数写的是 ${declared} 人，在册成员 ${counted} 人` };
    },
  },
  ofMembers({
    number: 'R019', grade: 'E', title: '一个人在两户里', why: '结婚、分户后没有从原户减去', remedy: '请核对应在哪一户，另一户做自然减少',
    problem(member, _household, { sharingIdentity }) {
      const number = textOf(member.values, 'identityNo');
      const elsewhere = number === '' ? [] : (sharingIdentity.get(identityKey(number)) ?? []).filter((other) => other.householdId !== member.householdId && other.name === nameOf(member));
      return elsewhere.length === 0 ? undefined : { field: '', message: `也登记在户 ${elsewhere.map(({ householdNo }) => householdNo || '（无编号）').join('、')}` };
    },
  }),
  ofMembers({
    number: 'R020', grade: 'E', title: '已不在册的人还算在人口里', why: '动态管理没有做完', remedy: '请改正家庭人口数，或核对成员状态',
    problem(member, household) {
      if (!isGone(member)) return undefined;
      const declared = numberOf(household.values, 'householdSize');
      if (declared === null || declared <= present(household).length) return undefined;
      return { field: 'memberState', message: `状态是${textOf(member.values, 'memberState')}，家庭人口数 ${declared} 人里还算着` };
    },
  }),
];
