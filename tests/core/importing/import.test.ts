import { describe, expect, it } from 'vitest';
import { csv, importAll, openTestCore } from '../support/core.ts';
import { peopleSheet } from '../support/people.ts';

describe('a people sheet', () => {
  it('makes its people and, with them, their households', async () => {
    const { client } = await openTestCore();
    const done = await importAll(client, [csv('人员2020.csv', peopleSheet)]);
    console.log(JSON.stringify(done, null, 1));
    const people = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 10 });
    console.log(JSON.stringify(people, null, 0));
    const households = await client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 10 });
    console.log(JSON.stringify(households, null, 0));
    expect(people.total).toBe(3);
  });
});
