import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Filter } from '../../../shared/contract/tables.ts';
import { meets } from '../../../shared/views/meets.ts';
import { csv, importAll, openTestCore } from '../support/core.ts';
import { peopleSheet } from '../support/people.ts';

const texts = fc.oneof(fc.constantFrom('', 'a', 'A', 'Ab', '%', '_', '\\', '本溪', '本溪市', '𬱖', '䶮', '张', '1', '10', '9', 'ü', 'Ü'), fc.string({ maxLength: 3 }));
const place: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ field: fc.constant('workPlace'), test: fc.constantFrom('in' as const, 'notIn' as const), values: fc.array(fc.option(texts), { maxLength: 3 }) }),
  fc.record({ field: fc.constant('workPlace'), test: fc.constantFrom('contains' as const, 'notContains' as const, 'startsWith' as const, 'endsWith' as const), text: texts }),
  fc.record({ field: fc.constant('workPlace'), test: fc.constantFrom('equals' as const, 'notEquals' as const, 'less' as const, 'lessOrEqual' as const, 'greater' as const, 'greaterOrEqual' as const), value: fc.option(texts) }),
  fc.record({ field: fc.constant('workPlace'), test: fc.constant('between' as const), from: fc.option(texts), to: fc.option(texts) }),
  fc.record({ field: fc.constant('workPlace'), test: fc.constantFrom('blank' as const, 'notBlank' as const) }),
);
const months: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ field: fc.constant('workMonths'), test: fc.constantFrom('equals' as const, 'notEquals' as const, 'less' as const, 'lessOrEqual' as const, 'greater' as const, 'greaterOrEqual' as const), value: fc.option(fc.integer({ min: 0, max: 12 })) }),
  fc.record({ field: fc.constant('workMonths'), test: fc.constant('between' as const), from: fc.option(fc.integer({ min: 0, max: 12 })), to: fc.option(fc.integer({ min: 0, max: 12 })) }),
);
const periods = fc.array(fc.constantFrom(null, '1958', '1960', '1958-03', '1960-02', '1958-03-12', '1960-02-29'), { maxLength: 4 });
const days: fc.Arbitrary<Filter> = fc.record({ field: fc.constantFrom('birthDate', 'workPlace', 'workMonths'), test: fc.constantFrom('inPeriods' as const, 'notInPeriods' as const), periods });

it('the page marks by a condition exactly what the core would find by it', async () => {
  const { client } = await openTestCore();
  const places = ['Ab市', 'aB', '本溪市', '50%', 'a_b', '𬱖屯', '䶮村', '10', '9', 'Ü', '', '1958-03之后'];
  await importAll(client, [csv('人员2020.csv', [[...(peopleSheet[0] ?? []), '务工所在地'], ...places.map((text, at) => ['9900000001', `9900000001${String(at).padStart(2, '0')}`, '', '', `张试${at}`, '', at === 0 ? '户主' : '其他', ['', '1958-03-12', '1958-12-01', '1960-02-29', '1961-01-01'][at % 5] ?? '', '', at % 3 === 0 ? '' : String(at), '', text])])]);
  const question = { subject: 'people' as const, year: 2020, offset: 0, limit: 100 };
  const { rows } = await client.tables.rows(question);
  expect(rows).toHaveLength(places.length);
  await fc.assert(
    fc.asyncProperty(fc.oneof(place, months, days), async (filter) => {
      const found = (await client.tables.rows({ ...question, filters: [filter] })).rows.map(({ id }) => id);
      expect(rows.filter(({ values }) => meets(filter, values[filter.field] ?? null)).map(({ id }) => id)).toEqual(found);
    }),
    { numRuns: 300 },
  );
});
