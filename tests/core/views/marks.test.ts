import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { identity, peopleSheet } from '../support/people.ts';

const year = 2020;
const rowsOf = async (client: TestClient, subject: 'people' | 'households') => (await client.tables.rows({ subject, year, offset: 0, limit: 100 })).rows;

/** The marks of everybody, as text. */
async function marks(client: TestClient): Promise<string[]> {
  const ids = (await rowsOf(client, 'households')).map(({ id }) => id);
  const found = await client.views.marks({ subject: 'households', year, ids });
  return Object.entries(found).flatMap(([id, each]) => each.map(({ rule, field, person, message }) => [id, rule, field, person, message].join(' '))).toSorted();
}

/** What a whole check finds, in the same form. */
async function checked(client: TestClient): Promise<string[]> {
  const { findings } = await client.checking.run({ year });
  return findings.map(({ householdId, rule, field, person, message }) => [householdId, rule, field, person, message].join(' ')).toSorted();
}

const numbers = [identity('19580312', 1), identity('19610725', 2), identity('19491001', 13), identity('19800505', 21)];
const step = fc.oneof(
  fc.record({ kind: fc.constant('edit' as const), who: fc.nat(3), field: fc.constant('identityNo'), text: fc.constantFrom(...numbers) }),
  fc.record({ kind: fc.constant('edit' as const), who: fc.nat(3), field: fc.constant('householdPhone'), text: fc.constantFrom('19900000001', '19900000002', '') }),
  fc.record({ kind: fc.constant('edit' as const), who: fc.nat(3), field: fc.constant('sex'), text: fc.constantFrom('男', '女', '') }),
  fc.record({ kind: fc.constant('edit' as const), who: fc.nat(3), field: fc.constant('relation'), text: fc.constantFrom('户主', '配偶', '之子') }),
  fc.record({ kind: fc.constant('edit' as const), who: fc.nat(3), field: fc.constant('totalIncome'), text: fc.constantFrom('100', '20000') }),
  // What was asked for before must not tell: of one household alone, or of everybody.
  fc.record({ kind: fc.constantFrom('some' as const, 'all' as const), who: fc.nat(3), field: fc.constant(''), text: fc.constant('') }),
  fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const), who: fc.constant(0), field: fc.constant(''), text: fc.constant('') }),
);

it('marks that follow edit by edit are those of a whole check', async () => {
  const { client } = await openTestCore();
  await importAll(client, [csv('人员2020.csv', [...peopleSheet, ['9900000002', '990000000202', '卧龙街道', '金坑村', '王试四', identity('19800505', 21), '之子', '初中', '健康', '', '19900000002']])]);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const { kind, who, field, text } of steps) {
        const { [who]: row } = await rowsOf(client, 'people');
        if (kind === 'some') {
          await (row && client.views.marks({ subject: 'people', year, ids: [row.id] }));
          continue;
        }
        if (kind === 'all') {
          await client.views.counts({ questions: [{ key: 'marked', question: { subject: 'people', year, filters: [{ field: '', test: 'group', group: 'findings' }] } }] });
          continue;
        }
        // A number that somebody else bears is refused, and there may be nothing to take back: then nothing has changed.
        // The import may have been taken back: then there is nobody to edit.
        if (kind === 'edit') await (row && client.tables.edit({ subject: 'people', id: row.id, year, field, text, base: row.revision }).catch(() => undefined));
        else await client.tables[kind]().catch(() => undefined);
        // Now and then several steps are made up for at once.
        if (text !== '男') expect(await marks(client)).toEqual(await checked(client));
      }
      expect(await marks(client)).toEqual(await checked(client));
    }),
    { numRuns: 40 },
  );
});
