import { beforeAll, expect, test } from 'vitest';
import type { CoreClient } from '../../electron/core/open-core.ts';
import { labelOf } from '../../shared/register/show-value.ts';
import { saved, tightPagesOf } from './support/pdf-pages.ts';
import { buildFonts, openSampleCore } from './support/print-core.ts';

beforeAll(buildFonts);

const revisionOf = async (client: CoreClient): Promise<number> => (await client.registers.state())?.revision ?? -1;

/** The sample with holes: a village in which two households lack something. */
async function withHoles() {
  const { client } = await openSampleCore();
  const edit = async (subject: 'households' | 'people', id: string, field: string, text: string): Promise<void> => {
    await client.tables.edit({ subject, id, year: 2020, field, text, base: await revisionOf(client) });
  };
  const { rows } = await client.tables.rows({ subject: 'households', year: 2020, offset: 0, limit: 500 });
  const village = [...Map.groupBy(rows, ({ values }) => String(values['village']))].find(([, of]) => of.length >= 3)?.[0] ?? '';
  const [one, two] = rows.filter(({ values }) => values['village'] === village);
  if (!one || !two) throw new Error('too few households');
  for (const { id } of [one, two]) {
    await edit('households', id, 'householdPhone', '');
    await edit('households', id, 'mainCause', '');
  }
  const { rows: people } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 500 });
  const person = people.find(({ householdId }) => householdId === one.id);
  if (!person) throw new Error('nobody');
  await edit('people', person.id, 'health', '');
  return { client, village, one, two, person };
}

test('a page holds exactly what is open of its household, in walking order, with room to write and to sign', async () => {
  const { client, village, one, two, person } = await withHoles();
  const of = { scope: 'village', village } as const;
  const { sheets } = await client.collecting.list({ year: 2020, of });
  const mine = sheets.find(({ householdId }) => householdId === one.id);
  expect(mine?.items.map(({ subject, id, field, why }) => [subject, id, field, why])).toEqual(expect.arrayContaining([['households', one.id, 'householdPhone', 'missing'], ['households', one.id, 'mainCause', 'missing'], ['people', person.id, 'health', 'missing']]));
  const pages = tightPagesOf(await saved(await client.collecting.paper({ year: 2020, of }), 'collect.pdf'));
  expect(pages[0]).toContain('补采单目录');
  let at = 1;
  for (const { head, items, others } of sheets) {
    const own = [pages[at++] ?? ''];
    while (pages[at]?.includes('（续）')) own.push(pages[at++] ?? '');
    const text = own.join('\n').replaceAll('\n', '');
    expect(text).toContain(head);
    expect(text).toContain('受访人签字');
    for (const { field } of items) expect(text).toContain(labelOf(field));
    // The lines are numbered through: one number more would be an item more.
    expect(own.join('\n')).toMatch(items.length === 0 ? /还要问清的/ : new RegExp(`^${items.length}(?=\\D)`, 'm'));
    expect(own.join('\n')).not.toMatch(new RegExp(`^${items.length + 1}(本户|${items.at(-1)?.whose ?? ''}.)`, 'm'));
    if (others.length === 0) expect(text).not.toContain('还要问清的');
  }
  expect(at).toBe(pages.length);
  expect(pages.join('')).not.toMatch(/\d{17}[\dXx]|1990000\d{4}/);
  expect(sheets.map(({ householdId }) => householdId).filter((id) => id === one.id || id === two.id)).toEqual([one.id, two.id]);
  expect((await client.outgoing.list({})).rows[0]).toMatchObject({ purpose: '保存补采单', level: 'reduced', households: sheets.length });
});

test('typed back: household and people in one command, which one undo takes back; a wrong value writes nothing; what others wrote since is not written over', async () => {
  const { client, one, person } = await withHoles();
  const asked = { year: 2020, householdId: one.id, by: '赵试', on: '20200410' };
  const base = await revisionOf(client);
  const texts = { [`households/${one.id}/householdPhone`]: '19900008888', [`people/${person.id}/health`]: '长期慢性病', [`households/${one.id}/mainCause`]: '' };
  await expect(client.collecting.enter({ ...asked, base, texts: { ...texts, [`households/${one.id}/mainCause`]: '不知道' } })).rejects.toMatchObject({ data: { code: 'VALUE_REFUSED' } });
  await expect(client.collecting.enter({ ...asked, base, on: '三月', texts })).rejects.toMatchObject({ data: { code: 'VALUE_REFUSED', where: expect.stringContaining('采集日期') as string } });
  expect(await revisionOf(client)).toBe(base);
  const done = await client.collecting.enter({ ...asked, base, texts });
  expect(done).toMatchObject({ written: 2, revision: base + 1, label: expect.stringMatching(/^补采 .+：改 2 格，采集人 赵试 2020-04-10$/) as string });
  const left = (await client.collecting.list({ year: 2020, of: { scope: 'household', householdId: one.id } })).sheets[0]?.items.map(({ field }) => field);
  expect(left).toContain('mainCause');
  expect(left).not.toContain('householdPhone');
  await expect(client.collecting.enter({ ...asked, base, texts: { [`people/${person.id}/health`]: '健康' } })).rejects.toMatchObject({ data: { code: 'STALE' } });
  await client.tables.undo();
  const back = (await client.collecting.list({ year: 2020, of: { scope: 'household', householdId: one.id } })).sheets[0]?.items.map(({ field }) => field);
  expect(back).toEqual(expect.arrayContaining(['householdPhone', 'mainCause', 'health']));
});
