import { expect, test } from 'vitest';
import { csv, importAll, openTestCore } from '../support/core.ts';
import { peopleSheet } from '../support/people.ts';
import { pdfSays } from '../support/pdf-text.ts';

async function filled() {
  const { client } = await openTestCore({ now: () => new Date('2020-04-15T02:00:00Z') });
  await importAll(client, [csv('人员2020.csv', peopleSheet)]);
  const { rows } = await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 50 });
  const edit = async (field: string, text: string): Promise<void> => {
    await client.tables.edit({ subject: 'people', id: rows[0]?.id ?? '', year: 2020, field, text, base: (await client.registers.state())?.revision ?? 0 });
  };
  return { client, edit };
}

test('a pinned question is answered as the table answers it, now and after every change; year after year', async () => {
  const { client, edit } = await filled();
  const question = { subject: 'people', year: 2020, filters: [{ field: 'seriousIllness', test: 'in', values: ['是'] }] } satisfies Parameters<typeof client.views.counts>[0]['questions'][number]['question'];
  await edit('seriousIllness', '是');
  await client.pins.pin({ name: '几人参加大病保险', means: '参加大病保险的人', of: { kind: 'rows', question } });
  const count = async (): Promise<number> => (await client.views.counts({ questions: [{ key: 'x', question }] }))['x'] ?? -1;
  const [before] = await client.pins.list({ year: 2020 });
  expect(before).toMatchObject({ name: '几人参加大病保险', means: '参加大病保险的人', day: '2020-04-15', answer: `1户${await count()}人`, source: '登记册“人”表，2020年' });
  await edit('seriousIllness', '否');
  const [after] = await client.pins.list({ year: 2020 });
  expect(after?.answer).toBe(`0户${await count()}人`);
  expect((await client.pins.list({ year: 2021 }))[0]?.answer).toBe('0户0人');
});

test('a pinned number of a report is the report’s cell, with its definition; what was reported otherwise is told beside it', async () => {
  const { client, edit } = await filled();
  await client.pins.pin({ name: '大病保险人数', of: { kind: 'figure', report: 'five-groups', figure: 'items/serious/total' } });
  await edit('seriousIllness', '否');
  await client.reports.take({ report: 'five-groups', period: '2020-04', level: 'full', reason: '上报', as: 'xlsx', freeze: true });
  await edit('seriousIllness', '是');
  const { made } = await client.reports.make({ report: 'five-groups', period: '2020-04' });
  const value = made.figures['items/serious/total']?.value ?? -1;
  expect((await client.pins.list({ year: 2020 }))[0]).toMatchObject({ answer: `${value}人`, means: '参加大病保险的人', source: expect.stringContaining('2020年4月') as string, note: `2020-04-15 上报定格的是 ${value - 1}人`, of: { kind: 'figure', period: '2020-04' } });
});

test('a name is pinned once; a pin can be taken out and comes back by undo; the paper names nobody', async () => {
  const { client } = await filled();
  await expect(client.pins.paper({ year: 2020 })).rejects.toMatchObject({ data: { code: 'NOTHING_TO_PRINT' } });
  const of = { kind: 'rows', question: { subject: 'households', year: 2020 } } as const;
  await client.pins.pin({ name: '多少户', of });
  await expect(client.pins.pin({ name: '多少户', of })).rejects.toMatchObject({ data: { code: 'VALUE_REFUSED' } });
  await expect(client.pins.pin({ name: '别的', of: { kind: 'figure', report: 'nothing', figure: 'x' } })).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
  const [pin] = await client.pins.list({ year: 2020 });
  const page = await client.pins.page({ year: 2020 });
  const html = await pdfSays(page);
  expect(html).toContain(pin?.answer);
  expect(html).not.toContain('张试一');
  expect((await client.pins.paper({ year: 2020, as: 'xlsx' })).name).toBe('常问的数_2020-04-15.xlsx');
  // What goes to the printer is what was looked at.
  expect(await (await client.pins.notePaper({ year: 2020 })).bytes()).toEqual(await page.bytes());
  expect(await client.pins.unpin({ id: pin?.id ?? '', base: pin?.revision ?? 0 })).toBeNull();
  expect(await client.pins.list({ year: 2020 })).toEqual([]);
  await client.tables.undo();
  expect((await client.pins.list({ year: 2020 })).map(({ name }) => name)).toEqual(['多少户']);
});
