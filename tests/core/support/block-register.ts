import type { Area, BlockChange } from '../../../shared/contract/blocks.ts';
import type { RowsQuery } from '../../../shared/contract/tables.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { sourceOf } from '../../../electron/core/tables/sources.ts';
import { csv, importAll, openTestCore, type TestClient } from './core.ts';
import { peopleSheet } from './people.ts';

export const people: RowsQuery = { subject: 'people', year: 2020, sorts: [{ field: 'memberNo', descending: false }] };
export const households: RowsQuery = { subject: 'households', year: 2020, sorts: [{ field: 'householdNo', descending: false }] };

/** The register of two households and three people; in `people` they are 张试一, 李试二 (of one household), 王试三. */
export async function blockRegister() {
  const core = await openTestCore();
  await importAll(core.client, [csv('人员2020.csv', peopleSheet)]);
  return core;
}

export const area = (from: number, to: number, ...fields: string[]): Area => ({ from, to, fields });

export const revisionOf = async (client: TestClient): Promise<number> => (await client.registers.current())?.revision ?? 0;

export const write = async (client: TestClient, change: BlockChange, goodOnly = false, question: RowsQuery = people) =>
  client.blocks.write({ question, revision: await revisionOf(client), change, goodOnly });

export const check = async (client: TestClient, change: BlockChange, question: RowsQuery = people) => client.blocks.check({ question, revision: await revisionOf(client), change });

export const column = async (client: TestClient, field: string, question: RowsQuery = people): Promise<Stored[]> =>
  (await client.tables.rows({ ...question, offset: 0, limit: 500 })).rows.map(({ values }) => values[field] ?? null);

const every: readonly RowsQuery[] = [households, people, { ...households, year: 2019 }, { ...people, year: 2019 }, { subject: 'ledger:dibaoList', year: 2020 }];

/** Every cell of the register itself, each once: `row|column|year` and what it holds. */
export async function cellsOf(client: TestClient): Promise<Map<string, Stored>> {
  const cells = new Map<string, Stored>();
  for (const question of every) {
    const { rows } = await client.tables.rows({ ...question, offset: 0, limit: 500 });
    for (const { id, householdId, memberId, values } of rows) {
      for (const { field } of sourceOf(question.subject).columns) {
        if (field.derived) continue;
        const owner = field.entity === 'entry' ? id : field.entity.startsWith('household') ? householdId : (memberId ?? '');
        const value = values[field.key] ?? null;
        const year = field.entity.endsWith('Year') ? question.year : '';
        if (value !== null) cells.set(`${owner}|${field.key}|${year}`, value);
      }
    }
  }
  return cells;
}

export function differing(before: ReadonlyMap<string, Stored>, after: ReadonlyMap<string, Stored>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => (before.get(key) ?? null) !== (after.get(key) ?? null));
}
