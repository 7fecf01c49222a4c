import type { Values } from '../../../shared/register/facts.ts';
import type { Draw } from './draw.ts';
import type { FamilyPlan } from './family-plan.ts';
import { inventBirthDate, inventIdentity, inventPhone, schoolAt, type Kin } from './invent-people.ts';
import type { SampleYear } from './invent-register.ts';

export interface InventedMember {
  readonly values: Values;
  readonly years: Readonly<Record<SampleYear, Values>>;
  /** Number of the identity card, where `values.identityNo` is that of the disabled person's certificate. */
  readonly plainIdentity: string;
}

interface Person {
  readonly person: Kin;
  readonly name: string;
  /** Running number in the register. */
  readonly people: number;
  readonly plan: FamilyPlan;
  readonly cause: string;
  readonly disabled: boolean;
  readonly memberNo: string;
}

const disabilities = ['视力残疾', '听力残疾', '言语残疾', '肢体残疾', '智力残疾', '精神残疾', '多重残疾'];

export function inventMember(draw: Draw, { person, name, people, plan, cause, disabled, memberNo }: Person): InventedMember {
  const birthDate = inventBirthDate(draw, person.age);
  const plainIdentity = inventIdentity(birthDate, person.sex, people);
  const kind = draw.pick([1, 2, 4, 4, 4, 5, 6]);
  const grade = draw.whole(1, 4);
  const ill = cause === '因病' && person.relation === '户主';
  const health = disabled ? (person.age > 70 ? '长期慢性病、残疾' : '残疾') : ill ? '患有大病' : person.age >= 68 && draw.chance(0.6) ? '长期慢性病' : '健康';
  const able = !person.student && !disabled && !ill && person.age < 60;
  const labour = able ? (draw.chance(0.2) ? '技能劳动力' : '普通劳动力') : disabled && person.age < 60 ? '丧失劳动力' : person.student || person.age >= 70 ? '无劳动力' : '弱劳动力或半劳动力';
  const works = able && draw.chance(0.85);
  const yes = (so: boolean): string => (so ? '是' : '否');
  const grown = person.age >= 18 && !person.student;
  const still: Values = {
    health,
    labour,
    mandarin: '是',
    education: person.student ? null : person.age >= 75 ? draw.pick(['文盲或半文盲', '小学']) : draw.pick(['小学', '初中', '初中', '高中']),
    workArea: works ? draw.pick(['乡（镇）内务工', '乡（镇）内务工', '乡（镇）外县内务工', '县外省内务工']) : '未务工',
    workPlace: works ? '辽宁省本溪市明山区' : null,
    workMonths: works ? draw.whole(6, 11) : null,
    workFirm: works ? '示例农产品加工厂' : null,
    workAbroad: '否',
    publicPost: works && draw.chance(0.2) ? '护林员' : null,
    dibao: yes(plan.secured === 'dibao'),
    tekun: yes(plan.secured === 'tekun'),
    residentMedical: '是',
    employeeMedical: '否',
    seriousIllness: '是',
    commercialMedical: '否',
    medicalAid: yes(ill),
    otherHealthAid: '否',
    residentPension: yes(grown),
    employeePension: '否',
  };
  const yearly = (age: number): Values => ({ ...still, publicPostMonths: still['publicPost'] ? 6 : null, schooling: person.student ? schoolAt(age) : '非在校生' });
  return {
    plainIdentity,
    values: {
      memberNo,
      name,
      certificate: disabled ? '残疾人证' : '居民身份证',
      identityNo: disabled ? `${plainIdentity}${kind}${grade}` : plainIdentity,
      sex: person.sex,
      birthDate,
      ethnicGroup: draw.chance(0.25) ? '满族' : '汉族',
      relation: person.relation,
      politics: person.student ? '群众' : draw.chance(0.05) ? '中共党员' : '群众',
      memberPhone: grown ? inventPhone(1000 + people) : null,
      memberIdentified: '2014-01',
      memberState: '正常',
      disabilityKind: disabled ? (disabilities[kind - 1] ?? null) : null,
      disabilityYear: disabled ? draw.whole(2009, 2018) : null,
    },
    years: { 2019: yearly(person.age - 1), 2020: yearly(person.age) },
  };
}
