import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collectItems, type FoundThere } from '../../../shared/checks/collect.ts';
import type { HouseholdFacts } from '../../../shared/register/facts.ts';

const household: HouseholdFacts = {
  id: 'h', year: 2020, lastYear: {}, helpers: [], records: {},
  values: { householdNo: '1', headName: '张试一', houseArea: 80, bankName: '试银行' },
  members: [
    { id: 'a', householdId: 'h', values: { name: '张试一', relation: '户主', health: '健康' } },
    { id: 'b', householdId: 'h', values: { name: '李试二', relation: '配偶' } },
  ],
};
const found = (field: string, memberId: string | null, message: string, recordId: string | null = null): FoundThere => ({ field, memberId, message, recordId, person: memberId === 'b' ? '李试二' : '', remedy: '请核实' });

test('each cell once, the household before its people, empty told apart from doubtful; what stands in no cell apart', () => {
  const { items, others } = collectItems(
    household,
    [found('health', 'b', '没有填写健康状况'), found('health', 'a', '和残疾证不符'), found('houseArea', null, '太大'), found('houseArea', null, '和去年差得多'), found('relation', null, '没有写'), found('', null, '人数不符'), found('health', 'a', '名单里', 'r1'), found('headName', null, '没有户主')],
    (field) => field === 'bankCard' || field === 'bankName',
  );
  expect(items.map(({ key, why, says, whose }) => [key, why, says, whose])).toEqual([
    ['households/h/bankCard', 'missing', '', ''],
    ['households/h/houseArea', 'doubtful', '太大；和去年差得多', ''],
    ['people/a/relation', 'doubtful', '没有写', '张试一'],
    ['people/a/health', 'doubtful', '和残疾证不符', '张试一'],
    ['people/b/health', 'missing', '没有填写健康状况', '李试二'],
  ]);
  expect(others.map(({ message }) => message)).toEqual(['人数不符', '名单里', '没有户主']);
});

test('an account is asked for only where the register has one of anybody', () => {
  expect(collectItems(household, [], () => false).items).toEqual([]);
});

test('nothing that is found is lost, whatever it names', () => {
  const finding = fc.record({ field: fc.constantFrom('health', 'houseArea', 'relation', '', 'headName', 'dibaoList.grade'), memberId: fc.constantFrom('a', 'b', null), message: fc.constantFrom('甲', '乙', '丙'), recordId: fc.constantFrom(null, null, 'r') });
  fc.assert(fc.property(fc.array(finding, { maxLength: 12 }), (list) => {
    const { items, others } = collectItems(household, list.map((each) => ({ ...each, person: '', remedy: '' })), () => false);
    const told = new Set([...items.flatMap(({ says }) => says.split('；')), ...others.map(({ message }) => message)]);
    expect([...told].toSorted()).toEqual([...new Set(list.map(({ message }) => message))].toSorted());
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
  }));
});
