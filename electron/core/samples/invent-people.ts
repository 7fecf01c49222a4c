import { checkCharacter } from '../../../shared/fields/identity-number.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Draw } from './draw.ts';
import type { FamilyPlan } from './family-plan.ts';

export type Sex = '男' | '女';

/** A person before anything but kinship is known. */
export interface Kin {
  readonly relation: string;
  readonly sex: Sex;
  /** Full years on 31 March 2020. */
  readonly age: number;
  readonly surname: string;
  readonly student: boolean;
}

const surnames = ['王', '李', '张', '刘', '赵', '孙', '于', '姜', '曲', '宋', '隋', '佟', '关', '那', '鄂', '欧阳', '闫', '栾', '牟', '苑'];
/** Among them characters that fonts and old encodings lack; the sheets for the wall must show them. */
const rare = { 男: ['喆', '堃', '翀', '彧', '䶮', '犇'], 女: ['淼', '嫚', '㛃', '婠', '玥', '𬱖'] };
const given = {
  男: ['德发', '永贵', '福田', '玉山', '长江', '守信', '文武', '宝库', '连成', '景春', '树林', '立国', '志远', '晓东', '明亮'],
  女: ['桂兰', '淑珍', '玉梅', '秀云', '凤琴', '丽华', '春燕', '桂芝', '素芬', '艳秋', '晓红', '雅静', '月娥', '金枝', '冬梅'],
};
const young = { 男: ['浩然', '宇航', '子轩', '俊杰'], 女: ['欣怡', '梓涵', '思雨', '佳琪'] };

export function inventName(draw: Draw, surname: string, sex: Sex, age: number, taken: Set<string>): string {
  for (;;) {
    const first = age < 25 ? draw.pick(young[sex]) : draw.chance(0.08) ? draw.pick(rare[sex]) : draw.pick(given[sex]);
    const name = `${surname}${first}`;
    // A few people share a name, as in every village.
    if (!taken.has(name) || draw.chance(0.02)) {
      taken.add(name);
      return name;
    }
  }
}

const two = (part: number): string => String(part).padStart(2, '0');

/** Born so that the person has that many full years on 31 March 2020. */
export function inventBirthDate(draw: Draw, age: number): string {
  const month = draw.whole(1, 12);
  const year = 2020 - age - (month > 3 ? 1 : 0);
  return `${year}-${two(month)}-${two(draw.whole(1, 28))}`;
}

/** On 990504, an area that no office has ever given out; check digit by GB 11643. */
export function inventIdentity(birthDate: string, sex: Sex, order: number): string {
  const sequence = String(order % 100).padStart(2, '0') + String(((Math.floor(order / 100) * 2) % 10) + (sex === '男' ? 1 : 0));
  const first17 = `990504${birthDate.replaceAll('-', '')}${sequence}`;
  return first17 + checkCharacter(first17);
}

/** From 199 0000 xxxx, which nobody is given. */
export const inventPhone = (order: number): string => `1990000${String(order % 10_000).padStart(4, '0')}`;

const other = (sex: Sex): Sex => (sex === '男' ? '女' : '男');

/** Who lives together. The head comes first; ages and sexes fit the relations. */
export function inventKin(draw: Draw, plan: FamilyPlan): Kin[] {
  const surname = draw.pick(surnames);
  const sex: Sex = plan.size === 1 ? draw.pick<Sex>(['男', '男', '女']) : draw.chance(0.8) ? '男' : '女';
  const kin = (relation: string, of: Sex, age: number, name = surname, student = false): Kin => ({ relation, sex: of, age, surname: name, student });
  const child = (age: number, student: boolean): Kin => {
    const of: Sex = draw.chance(0.5) ? '男' : '女';
    return kin(of === '男' ? '之子' : '之女', of, age, surname, student);
  };
  if (plan.students > 0) {
    const ages = draw.shuffled([7, 9, 11, 13, 14, 15, 16, 17]).slice(0, plan.students).sort((a, b) => b - a);
    return [kin('户主', sex, draw.whole(38, 48)), ...ages.map((age) => child(age, true))];
  }
  if (plan.size === 1) return [kin('户主', sex, plan.secured === 'tekun' ? draw.whole(60, 86) : draw.whole(50, 82))];
  if (plan.size === 2 && draw.chance(0.3)) {
    const age = draw.whole(62, 76);
    return [kin('户主', sex, age), child(age - draw.whole(24, 32), false)];
  }
  const age = plan.size === 2 ? draw.whole(58, 78) : plan.size === 3 ? draw.whole(54, 66) : draw.whole(46, 56);
  const couple = [kin('户主', sex, age), kin('配偶', other(sex), age - draw.whole(-2, 4), draw.pick(surnames))];
  if (plan.size === 2) return couple;
  const family = [...couple, child(age - draw.whole(24, 28), false)];
  if (plan.size === 3) return family;
  const parent: Sex = draw.chance(0.7) ? '女' : '男';
  return [...family, kin(parent === '女' ? '之母' : '之父', parent, age + draw.whole(21, 28), parent === '女' ? draw.pick(surnames) : surname)];
}

/** School of a child by age, in the wording of 2018–2020. */
export function schoolAt(age: number): Stored {
  if (age < 7) return '学前教育';
  if (age < 13) return '小学';
  if (age < 16) return ['七年级', '八年级', '九年级'][age - 13] ?? null;
  return ['普通高中一年级', '普通高中二年级', '普通高中三年级'][age - 16] ?? null;
}
