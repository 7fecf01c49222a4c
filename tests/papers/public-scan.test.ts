import { expect, test } from 'vitest';
import { openSampleCore } from './support/print-core.ts';

/** What must be on nothing that hangs in public: runs of eleven digits or more, illnesses, kinds of disability. */
const numbers = /\d(?:[\s-]?\d){10,}/;
const health = /慢性病|大病|残疾(?!人联合会)|肢体|听力|视力|智力|精神|因病/;
const textOf = (html: string): string => html.slice(html.indexOf('<body>')).replaceAll(/<[^>]+>/g, '\n').replaceAll(/\d{4}-\d{2}-\d{2}/g, '');

test('nothing that hangs in villages tells a number, an illness or a disability, even where a hand has typed one; the scanner bites where something is', async () => {
  const { client } = await openSampleCore();
  const { rows } = await client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 1 });
  const village = String(rows[0]?.values['village']);
  const values = { 'project.name': '电站 19900001234', 'project.place': village, 'project.content': '证号 990504195001010011', 'project.unit': '卡 9999 9900 0000 0000 001', 'project.phone': '19900001234' };
  await client.tables.addEntry({ subject: 'ledger:project', year: 2020, values });
  const page = async (set: 'house' | 'village' | 'board'): Promise<string> => textOf(await (await client.walls.page({ year: 2020, of: { scope: 'all' }, set, fontsUrl: 'http://127.0.0.1/fonts/' })).text());
  const open = await page('village');
  expect(open).toContain('电站');
  expect([numbers.exec(open)?.[0], health.exec(open)?.[0]]).toEqual([undefined, undefined]);
  expect(numbers.exec(await page('board'))).toBeNull();
  const house = await page('house');
  expect(numbers.exec(house)).toBeNull();
  // The family's own sheet may tell its health: the same scanner finds it there, and finds a number where one is.
  expect(health.test(house)).toBe(true);
  expect(numbers.test(Object.values(values).join('\n'))).toBe(true);
});
