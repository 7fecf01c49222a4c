import type { Block } from '../../../shared/papers/paper.ts';
import { ageOn } from '../../../shared/register/age.ts';
import type { MemberFacts } from '../../../shared/register/facts.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import { atSchool, filled, isDangerous, isGravelyIll, isHere, medicallyInsured } from '../../../shared/register/who.ts';
import { column, said, saidOf, tableOf, type DossierGround } from '../reporting/dossier/dossier-section.ts';

/** Ages at which school is compulsory. */
const compulsory = { from: 6, under: 16 } as const;

const blank = '没有填';

function schoolOf(ground: DossierGround, member: MemberFacts): string {
  const age = ageOn(member.values, ground.day);
  const schooling = said(ground, member.values, 'schooling');
  const asked = age !== null && age >= compulsory.from && age < compulsory.under;
  if (!asked && !atSchool(member)) return '';
  return [schooling || blank, asked ? '义务教育年龄' : '', said(ground, member.values, 'dropoutReason')].filter((part) => part !== '').join('；');
}

function medicalOf(ground: DossierGround, member: MemberFacts): string {
  const asked = filled('residentMedical')(member) || filled('employeeMedical')(member);
  const kinds = (['residentMedical', 'employeeMedical', 'seriousIllness', 'commercialMedical'] as const).filter((key) => member.values[key] === '是').map((key) => field(key).label.replace('是否参加', ''));
  const state = medicallyInsured(member) ? kinds.join('、') : asked ? '没有参保' : blank;
  return [state, isGravelyIll(member) ? said(ground, member.values, 'health') : ''].filter((part) => part !== '').join('；');
}

const living = ['dangerousHouse', 'houseLevel', 'houseArea', 'safeWater', 'waterDifficulty'] as const;

/** School, medical insurance, house and water at one look: what is kept in several parts of the dossier. */
export function guaranteeBlocks(ground: DossierGround): Block[] {
  const { household } = ground;
  const rows = household.members.filter(isHere).map((member) => [said(ground, member.values, 'name'), String(ageOn(member.values, ground.day) ?? ''), schoolOf(ground, member), medicalOf(ground, member)]);
  return [
    { kind: 'facts', heading: isDangerous(household) ? '住房和饮水（登记为危房户）' : '住房和饮水', across: 2, pairs: living.map((key) => ({ label: field(key).label, value: saidOf(ground, field(key), household.values[key]) || blank })) },
    ...tableOf('义务教育和基本医疗', [column('姓名', 16), column('年龄', 10), column('在校情况', 32, 'left'), column('医疗保障', 42, 'left')], rows),
  ];
}
