import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn, dayInYear } from '../../../shared/register/age.ts';
import { relation as relations } from '../../../shared/register/codes/person-codes.ts';
import { familyTree, type FamilyMember } from '../../../shared/register/family/family-tree.ts';
import { relationTraits } from '../../../shared/register/family/relation-traits.ts';
import { identity } from '../../core/support/people.ts';

const member = (id: string, relation: string, birthDate: string, sex = '', more: Record<string, string> = {}): FamilyMember => ({ id, values: { name: id, relation, birthDate, sex, ...more } });
const odd = (...members: FamilyMember[]) => {
  const tree = familyTree(members, '2020-06-30');
  return { ...Object.fromEntries(tree.people.filter(({ oddities }) => oddities.length > 0).map(({ id, oddities }) => [id, oddities])), ...(tree.oddities.length > 0 ? { family: tree.oddities } : {}) };
};

describe('age on a day', () => {
  it('goes by the date as tables show and filter it, else by the identity number, and counts a birthday on its day', () => {
    const values = { identityNo: identity('20000630', 1) };
    expect([ageOn(values, '2020-06-29'), ageOn(values, '2020-06-30')]).toEqual([19, 20]);
    expect(ageOn({ ...values, birthDate: '1990-01-01' }, '2020-06-30')).toBe(30);
    // A damaged number tells nothing.
    expect(ageOn({ identityNo: identity('20000630', 1).slice(0, 17) }, '2020-06-30')).toBeNull();
    expect(ageOn({ birthDate: '2021-01-01' }, '2020-06-30')).toBeNull();
    expect(ageOn({ identityNo: '990504190002301', birthDate: '1960-01-01' }, '2020-06-30')).toBe(60);
    expect(ageOn({ identityNo: identity('19600230', 1), birthDate: '1960-03-01' }, '2020-06-30')).toBe(60);
  });

  it('is of today while the year runs, of its last day afterwards', () => {
    expect([dayInYear(2020, '2020-06-30'), dayInYear(2019, '2020-06-30'), dayInYear(2021, '2020-06-30')]).toEqual(['2020-06-30', '2019-12-31', '2020-06-30']);
  });
});

describe('the family tree', () => {
  it('knows every relation of the dictionary but 其他', () => {
    expect(relations.values.map(({ value }) => value).filter((value) => !relationTraits[value])).toEqual(['其他']);
  });

  it('puts generations below one another, couples beside one another, and lines from parent to child', () => {
    const tree = familyTree(
      [member('孙', '之孙子', '2015-01-01', '男'), member('主', '户主', '1960-01-01', '男'), member('妻', '配偶', '1962-01-01', '女'), member('子', '之子', '1985-01-01', '男'), member('母', '之母', '1938-01-01', '女'), member('友', '其他', '1970-01-01')],
      '2020-06-30',
    );
    expect(tree.people.map(({ id, row }) => [id, row])).toEqual([['母', 0], ['主', 1], ['妻', 1], ['子', 2], ['孙', 3], ['友', 4]]);
    expect(tree.couples).toEqual([['主', '妻']]);
    expect(tree.descents).toEqual([['主', '子'], ['母', '主']]);
    expect(tree.people.flatMap(({ oddities }) => oddities)).toEqual([]);
  });

  it('marks what cannot be, and nothing beside it', () => {
    const head = member('主', '户主', '1960-01-01', '男');
    expect(odd(head, member('子', '之子', '1958-01-01', '男'))).toEqual({ 子: ['比户主年长'] });
    expect(odd(head, member('子', '之子', '1971-12-31', '男'))).toEqual({ 子: ['与户主只差 11 岁'] });
    expect(odd(head, member('子', '之子', '1972-01-01', '男'))).toEqual({});
    expect(odd(head, member('父', '之父', '1961-01-01', '男'))).toEqual({ 父: ['比户主年轻'] });
    expect(odd(head, member('孙', '之孙子', '1980-01-01', '男'))).toEqual({ 孙: ['与户主只差 20 岁'] });
    expect(odd(head, member('女', '之女', '1990-01-01', '男'))).toEqual({ 女: ['关系是“之女”，性别是男'] });
    expect(odd(head, member('妻', '配偶', '1962-01-01', '男'))).toEqual({ 妻: ['与户主性别相同'] });
    expect(odd(head, member('妻', '配偶', '2010-01-01', '女'))).toEqual({ 妻: ['10 岁，是户主的配偶'] });
    expect(odd(head, member('女', '之女', '2021-01-01', '女'))).toEqual({ 女: ['出生日期在将来'] });
    expect(odd(head, member('谁', '', '1990-01-01'))).toEqual({ 谁: ['没有写与户主关系'] });
    expect(odd(head, member('甲', '户主', '1962-01-01', '女'))).toEqual({ family: ['有 2 个“户主”'] });
    // A former head who died is nothing to the new one on any sheet: the change of the head has left it blank.
    expect(odd(head, { ...member('谁', '', '1990-01-01'), values: { ...member('谁', '', '1990-01-01').values, memberState: '死亡' } })).toEqual({});
    expect(odd(member('妻', '配偶', '1962-01-01', '女'), { ...head, values: { ...head.values, memberState: '死亡' } })).toEqual({ family: ['在世的成员里没有户主'] });
  });

  it('holds everybody once, in a place of their own, whoever they are', () => {
    const anybody = fc.record({ relation: fc.constantFrom(...relations.values.map(({ value }) => value), ''), birthDate: fc.constantFrom('', '1950-01-01', '1985-05-05', '2015-12-31'), memberState: fc.constantFrom('正常', '死亡', '') });
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 12 }), (family) => {
        const tree = familyTree(family.map((values, at) => ({ id: `m${at}`, values })), '2020-06-30');
        expect(tree.people.map(({ id }) => id).toSorted()).toEqual(family.map((_, at) => `m${at}`).toSorted());
        expect(new Set(tree.people.map(({ row, column }) => `${row} ${column}`)).size).toBe(family.length);
        for (const { row, column } of tree.people) expect(row < tree.rows && column >= 0 && column <= tree.columns - 1).toBe(true);
      }),
    );
  });
});
