import { describe, expect, test } from 'vitest';
import type { Around } from '../../../shared/checks/rule.ts';
import { rules } from '../../../shared/checks/rules.ts';
import { checkCharacter } from '../../../shared/fields/identity-number.ts';
import type { HouseholdFacts, Values } from '../../../shared/register/facts.ts';

const born = '19500203';
const identity = (order: string, birth = born): string => {
  const first17 = `990504${birth}${order}`;
  return first17 + checkCharacter(first17);
};
/** 17th digit odd: a man. */
const his = identity('001');
const hers = identity('002');

const around: Around = {
  year: 2020,
  today: '2020-06-30',
  sharingIdentity: new Map(),
  sharingMemberNo: new Map(),
  villages: new Set(['试验街道 大峪村', ' 大峪村']),
};

function household(values: Values, ...members: Values[]): HouseholdFacts {
  return { id: 'h', year: 2020, values, lastYear: {}, helpers: [], records: {}, members: members.map((each, at) => ({ id: `m${at}`, householdId: 'h', values: { name: `试${at}`, ...each } })) };
}

const head: Values = { relation: '户主', sex: '男', identityNo: his, birthDate: '1950-02-03' };
const spouse: Values = { relation: '配偶', sex: '女', identityNo: hers, birthDate: '1950-02-03' };
const sound = household({ householdSize: 2, town: '试验街道', village: '大峪村' }, head, spouse);
const money = { wageIncome: 100_00, businessIncome: 50_00, propertyIncome: 30_00, transferIncome: 20_00, totalIncome: 200_00, businessCost: 40_00, netIncome: 160_00, perCapitaIncome: 80_00, householdSize: 2 };

const bearer = (memberId: string, householdId: string, name = '试0') => ({ memberId, householdId, name, householdNo: '9' });

/** For each rule a household that breaks it, and the nearest one that does not. */
const cases: readonly (readonly [rule: string, wrong: HouseholdFacts, right: HouseholdFacts, around?: Around])[] = [
  ['R001', household({}, { ...head, identityNo: his.slice(0, 17) }), sound],
  ['R001', household({}, { ...head, identityNo: `${his}123` }), household({}, { ...head, identityNo: `${his}4212` })],
  ['R002', household({}, { ...head, identityNo: '990504500203001' }), sound],
  ['R003', household({}, { ...head, identityNo: his.slice(0, 17) + (his.endsWith('1') ? '2' : '1') }), sound],
  ['R006', household({}, { ...head, birthDate: '1950-02-04' }), household({}, { ...head, birthDate: null })],
  ['R007', household({}, { ...head, identityNo: identity('001', '19501303') }), sound],
  ['R007', household({}, { ...head, identityNo: null, birthDate: '2021-01-01' }), household({}, { ...head, identityNo: null, birthDate: '2020-12-31' })],
  ['R008', household({}, { ...head, identityNo: hers }), household({}, { ...head, sex: '未说明', identityNo: hers })],
  ['R009', sound, sound, { ...around, sharingIdentity: new Map([[his, [bearer('m0', 'h'), bearer('x', 'h', '另一人')]]]) }],
  ['R010', household({}, { ...head, memberNo: '7' }), sound, { ...around, sharingMemberNo: new Map([['7', [bearer('m0', 'h'), bearer('x', 'h')]]]) }],
  ['R011', household({}, { ...head, identityNo: `${his}81` }), household({}, { ...head, identityNo: `${his}41` })],
  ['R011', household({}, { ...head, identityNo: `${his}45` }), household({}, { ...head, identityNo: `${his}4112` })],
  ['R016', household({ bankCard: '6.2E+18' }, head), household({ bankCard: '6200000000000000000' }, head)],
  ['R016', household({}, { ...head, identityNo: '990504195002030000.0' }), sound],
  ['R017', household({}), sound],
  ['R018', household({ householdSize: 3 }, head, spouse), sound],
  ['R019', sound, sound, { ...around, sharingIdentity: new Map([[his, [bearer('m0', 'h'), bearer('x', 'other', '试0')]]]) }],
  ['R020', household({ householdSize: 2 }, head, { ...spouse, memberState: '死亡' }), household({ householdSize: 1 }, head, { ...spouse, memberState: '死亡' })],
  ['R021', household({}, spouse), sound],
  ['R022', household({}, head, { ...spouse, relation: '户主' }), sound],
  ['R023', household({}, head, spouse, spouse), household({}, head, spouse, { ...spouse, memberState: '转出' })],
  ['R024', household({}, head, { relation: '配偶', sex: '男' }), sound],
  ['R024', household({}, head, { relation: '配偶', identityNo: his }), household({}, head, { relation: '配偶', identityNo: hers })],
  ['R025', household({}, head, { relation: '之子', sex: '女' }), household({}, head, { relation: '之女', sex: '女' })],
  ['R025', household({}, head, { relation: '之儿媳', sex: '男' }), household({}, head, { relation: '之儿媳', sex: '女' })],
  ['R026', household({}, head, { relation: null }), sound],
  ['R035', household({ town: '试验街道', village: '大裕村' }, head), household({ village: '大峪村' }, head)],
  ['R035', household({ town: '别的街道', village: '大峪村' }, head), sound],
  ['R106', household({ ...money, totalIncome: 200_02 }), household({ ...money, totalIncome: 200_01 })],
  ['R107', household({ ...money, netIncome: 161_00, perCapitaIncome: 80_50 }), household(money)],
  ['R107', household({ ...money, perCapitaIncome: 81_01 }), household({ ...money, perCapitaIncome: 81_00 })],
  ['R108', household({ transferIncome: 20_00, dibaoMoney: 10_00 }), household({ transferIncome: 20_00, dibaoMoney: 10_00, otherTransfer: 10_00 })],
  ['R108', household({ propertyIncome: 20_00, assetDividend: 10_00, otherProperty: 5_00 }), household({ propertyIncome: 20_00 })],
];

const found = (number: string, of: HouseholdFacts, within: Around): number => [...(rules.find((rule) => rule.number === number)?.problems(of, within) ?? [])].length;

describe('each rule finds what breaks it and lets the nearest right case pass', () => {
  test.each(cases.map((each, at) => [each[0], at] as const))('%s (case %i)', (_number, at) => {
    const [number, wrong, right, within] = cases[at] ?? ['', sound, sound];
    expect(found(number, wrong, within ?? around)).toBeGreaterThan(0);
    expect(found(number, right, around)).toBe(0);
  });

  test('every rule has a case here', () => {
    expect([...new Set(cases.map(([number]) => number))].toSorted((a, b) => a.localeCompare(b))).toEqual(rules.map(({ number }) => number));
  });
});

test('a sound household breaks none, and no message gives a whole number away', () => {
  for (const rule of rules) expect([rule.number, [...rule.problems(sound, around)]]).toEqual([rule.number, []]);
  for (const [, wrong, , within] of cases) {
    for (const rule of rules) for (const { message } of rule.problems(wrong, within ?? around)) expect(message).not.toMatch(/\d{15}/);
  }
});
