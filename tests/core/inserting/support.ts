import { isDefinedError, safe } from '@orpc/client';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { peopleSheet } from '../support/people.ts';

export const day = '2020-06-30';

/** A register of two households and three people on a known day. */
export async function filled() {
  const core = await openTestCore({ now: () => new Date(2020, 5, 30, 9) });
  await importAll(core.client, [csv('人员2020.csv', peopleSheet)]);
  const { client } = core;
  const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 100 });
  const home = (no: string): string => rows.find(({ values }) => values['householdNo'] === no)?.householdId ?? '';
  const id = (name: string): string => rows.find(({ values }) => values['name'] === name)?.id ?? '';
  return { ...core, home, id };
}

export const everybody = async (client: TestClient, year = 2020) =>
  (await client.tables.rows({ subject: 'people', year, offset: 0, limit: 500 })).rows.map(({ values }) => [values['householdNo'], values['name'], values['relation']].map((value) => value ?? '').join(' '));

export const refusal = async (work: Promise<unknown>) => {
  const { error } = await safe(work);
  return isDefinedError(error) ? (error as unknown as { data: { code: string; what: string; where?: string; remedy?: string } }).data : error;
};
