import { expect, test } from 'vitest';
import { benefitsAt } from '../../../shared/plan/benefits.ts';
import { rateOn } from '../../../shared/register/parameters.ts';
import { around, household } from '../checks/support.ts';

const able = { labour: '普通劳动力' };
const whoTrains = (...members: Parameters<typeof household>[1][]): string | undefined =>
  benefitsAt(rateOn(around.day)).find(({ key }) => key === 'training')?.claims(household({}, ...members))[0]?.who;

test('a family that is meant whole is told as one; who left it is not asked for; some of it and one alone by their names', () => {
  expect(whoTrains(able, able, able, able, able, able)).toBe('全家');
  expect(whoTrains(able, able, { memberState: '死亡' })).toBe('全家');
  expect(whoTrains(able, able, { labour: '无劳动力' })).toBe('试0、试1');
  expect(whoTrains(able)).toBe('试0');
});
