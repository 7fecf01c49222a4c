import { isDefinedError, safe } from '@orpc/client';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayDifference } from '../../../shared/changes/day-difference.ts';
import { labelOf, shown } from '../../../shared/register/show-value.ts';
import { storedFields } from '../../../shared/register/vocabulary.ts';
import { readTexts } from '../../workbooks/read-all.ts';
import { csv, importAll, type TestClient } from '../support/core.ts';
import { identity, li, peopleSheet, zhang } from '../support/people.ts';
import { openOn } from './support.ts';

const person = async (client: TestClient, name: string) => (await client.tables.rows({ subject: 'people', year: 2020, search: name, offset: 0, limit: 1 })).rows[0];
const edit = async (client: TestClient, name: string, field: string, text: string) => client.tables.edit({ subject: 'people', id: (await person(client, name))?.id ?? '', year: 2020, field, text, base: 1_000_000 });
const lines = ({ homes }: DayDifference): string[] => homes.flatMap(({ householdNo, rows }) => rows.flatMap(({ what, fate, cells }) => (fate === 'changed' ? cells.map(({ field, old, new: value }) => `${householdNo} ${what} ${labelOf(field)} ${shown(field, old)}→${shown(field, value)}`) : [`${householdNo} ${fate} ${what}`])));

const texts = async (file: File): Promise<string> => (await readTexts(new Uint8Array(await file.arrayBuffer()), file.name)).flat().join('\n');

async function months() {
  const opened = await openOn('2020-02-03');
  const { client, turnTo } = opened;
  await importAll(client, [csv('人员2020.csv', peopleSheet)]);
  turnTo('2020-04-10');
  await edit(client, '李试二', 'workMonths', '8');
  await edit(client, '张试一', 'workPlace', '本溪市');
  turnTo('2020-05-10');
  await edit(client, '李试二', 'workMonths', '11');
  await edit(client, '张试一', 'workPlace', '');
  const home = (await person(client, '张试一'))?.householdId ?? '';
  await client.inserting.write({ subject: 'people', year: 2020, fields: ['name', 'relation', 'identityNo'], rows: [['张试五', '之孙子', identity('20200503', 31)]], into: home, reason: '出生', on: '2020-05-03' });
  await client.trash.remove({ entity: 'household', id: (await person(client, '王试三'))?.householdId ?? '', reason: '录入错误', base: 1_000_000 });
  return opened;
}

describe('what differs between two days', () => {
  it('between a past day and now, by household: what came, went, changed; what was taken back in between is not told', async () => {
    const { client } = await months();
    const told = await client.history.compareDays({ since: '2020-03-31' });
    expect(lines(told).toSorted()).toEqual([
      '9900000001 came 人口变动 · 张试五', '9900000001 came 张试五', '9900000001 李试二 2020 年 务工时间 6→11',
      '9900000002 went 户 9900000002', '9900000002 went 王试三', '9900000002 went 王试三 2020 年',
    ].toSorted());
    expect(told).toMatchObject({ came: 2, went: 3, changed: 1, cells: 1, households: 2, total: 2 });
    expect(told.homes.map(({ householdNo, head, here }) => [householdNo, head, here]).toSorted((a, b) => String(a[0]).localeCompare(String(b[0])))).toEqual([['9900000001', '张试一', true], ['9900000002', '王试三', false]]);
    expect(lines(await client.history.compareDays({ since: '2020-03-31', asOf: '2020-04-30' })).toSorted()).toEqual(['9900000001 张试一 2020 年 务工所在地 空→本溪市', '9900000001 李试二 2020 年 务工时间 6→8'].toSorted());
    expect(await client.history.compareDays({ since: '2020-05-10' })).toMatchObject({ total: 0, homes: [] });
    // From before everything: all of it came.
    expect(await client.history.compareDays({ since: '2020-01-01', asOf: '2020-03-31' })).toMatchObject({ went: 0, changed: 0, households: 2 });
    expect((await client.history.compareDays({ since: '2020-03-31', offset: 1, limit: 1 })).homes).toHaveLength(1);
    const { error } = await safe(client.history.compareDays({ since: '2020-04-30', asOf: '2020-03-31' }));
    expect(isDefinedError(error) && error.data).toMatchObject({ code: 'WRONG_USAGE', what: '2020年4月30日在2020年3月31日之后' });
  });

  it('tells of somebody who moved from which household to which', async () => {
    const { client, turnTo } = await months();
    turnTo('2020-06-10');
    const who = await person(client, '李试二');
    await client.cards.event({ kind: 'split', householdId: who?.householdId ?? '', memberIds: [who?.id ?? ''], to: { householdNo: '9900000009' }, relations: { [who?.id ?? '']: '户主' }, reason: '分户', on: '2020-06-01', year: 2020, base: 1_000_000 });
    expect(lines(await client.history.compareDays({ since: '2020-05-31' }))).toEqual(expect.arrayContaining(['9900000009 李试二 户编号 9900000001→9900000009', '9900000009 李试二 与户主关系 配偶→户主', '9900000009 came 户 9900000009']));
  });

  it('leaves as a workbook through the gate: numbers masked, or whole with a reason, and noted', async () => {
    const { client } = await months();
    const reduced = await texts(await client.history.exportDays({ since: '2020-03-31', level: 'reduced' }));
    expect(reduced).toContain('务工时间');
    expect(reduced).not.toContain(identity('20200503', 31));
    const refused = await safe(client.history.exportDays({ since: '2020-03-31', level: 'full' }));
    expect(isDefinedError(refused.error) && refused.error.data.code).toBe('NOT_ALLOWED');
    const whole = await texts(await client.history.exportDays({ since: '2020-03-31', level: 'full', reason: '核对' }));
    expect(whole).toContain(identity('20200503', 31));
    expect((await client.outgoing.list({})).rows).toMatchObject([{ what: '2020年3月31日到今天之间的不同', level: 'full', households: 2 }, { level: 'reduced' }]);
    expect([zhang, li].some((number) => reduced.includes(number))).toBe(false);
  });

  it('is what the tables of both days differ in, whatever happened in between', async () => {
    const step = fc.record({ name: fc.constantFrom('张试一', '李试二', '王试三'), field: fc.constantFrom('name', 'memberPhone', 'relation', 'workMonths', 'undo', 'redo'), text: fc.constantFrom('', '3', '19900000005', '李试二', '户主', '配偶') });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), fc.nat(7), async (steps, cut) => {
        const { client, turnTo } = await openOn('2020-02-03');
        await importAll(client, [csv('人员2020.csv', peopleSheet)]);
        for (const [at, { name, field, text }] of steps.entries()) {
          turnTo(at < cut ? '2020-03-01' : '2020-04-01');
          const done: Promise<unknown> = field === 'undo' ? client.tables.undo() : field === 'redo' ? client.tables.redo() : edit(client, name, field, text);
          await safe(done);
        }
        turnTo('2020-05-01');
        const of = async (asOf?: string) => new Map((await client.tables.rows({ subject: 'people', year: 2020, offset: 0, limit: 50, ...(asOf === undefined ? {} : { asOf }) })).rows.map(({ id, values }) => [id, values]));
        const [then, now] = [await of('2020-03-31'), await of()];
        const differ = [...now].flatMap(([id, values]) => storedFields('member').flatMap(({ key }) => ((then.get(id)?.[key] ?? null) === (values[key] ?? null) || !then.has(id) ? [] : [`${id} ${key}`])));
        const told = await client.history.compareDays({ since: '2020-03-31' });
        const cells = told.homes.flatMap(({ rows }) => rows.flatMap(({ entity, id, fate, cells: own }) => (entity === 'member' && fate === 'changed' ? own.map(({ field }) => `${id} ${field}`) : [])));
        expect(cells.toSorted()).toEqual(differ.toSorted());
      }),
      { numRuns: 12 },
    );
  });
});

describe('a row gets back what it held at the end of a day', () => {
  const rowOf = ({ homes }: DayDifference, what: string) => homes.flatMap(({ rows }) => rows).find((row) => row.what === what && row.fate === 'changed');

  it('all its cells as one command, by the rules by which cells are written; an undo takes it back', async () => {
    const { client, turnTo } = await months();
    turnTo('2020-06-10');
    await edit(client, '李试二', 'workMonths', '3');
    await edit(client, '李试二', 'workPlace', '沈阳市');
    const since = '2020-04-30';
    const before = await client.history.compareDays({ since });
    const row = rowOf(before, '李试二 2020 年');
    const revision = (await client.registers.state())?.revision ?? 0;
    const done = await client.history.putBack({ since, entity: row?.entity ?? '', id: row?.id ?? '', revision });
    expect(done).toMatchObject({ written: 2, refused: [], left: [], label: '李试二 2020 年改回2020年4月30日的内容，改 2 格' });
    expect((await person(client, '李试二'))?.values).toMatchObject({ workMonths: 8, workPlace: null });
    expect(rowOf(await client.history.compareDays({ since }), '李试二 2020 年')).toBeUndefined();
    await client.history.undo({ command: done.revision });
    expect(lines(await client.history.compareDays({ since }))).toEqual(lines(before));
  });

  it('what another wrote meanwhile stays and is told; what is the same or was taken out is refused with what to do', async () => {
    const { client } = await months();
    const since = '2020-03-31';
    const told = await client.history.compareDays({ since });
    const row = rowOf(told, '李试二 2020 年');
    const revision = (await client.registers.state())?.revision ?? 0;
    await edit(client, '李试二', 'workMonths', '5');
    const late = await client.history.putBack({ since, entity: row?.entity ?? '', id: row?.id ?? '', revision });
    expect(late).toMatchObject({ written: 0, refused: [{ field: 'workMonths', text: '6' }] });
    expect((await person(client, '李试二'))?.values['workMonths']).toBe(5);
    const gone = told.homes.flatMap(({ rows }) => rows).find(({ fate }) => fate === 'went');
    for (const [entity, id, remedy] of [[gone?.entity ?? '', gone?.id ?? '', '它已不在登记册里，请先到“回收站”恢复'], ['member', 'nobody', '请刷新后再看']] as const) {
      const { error } = await safe(client.history.putBack({ since, entity, id, revision }));
      expect(isDefinedError(error) && error.data).toMatchObject({ code: 'NOT_FOUND', remedy });
    }
  });

  it('a row of any kind: everything that changed in a month comes back row by row', async () => {
    const { client, turnTo } = await openOn('2020-02-03');
    await importAll(client, [csv('人员2020.csv', peopleSheet), csv('低保名单2020.csv', [['姓名', '证件号码', '低保类别', '保障金额'], ['张试一', zhang, 'A类', '400']])]);
    turnTo('2020-03-10');
    const put = async (subject: 'people' | 'households' | 'ledger:dibaoList', field: string, text: string): Promise<void> => {
      const { rows: [row] } = await client.tables.rows({ subject, year: 2020, offset: 0, limit: 1 });
      await client.tables.edit({ subject, id: row?.id ?? '', year: 2020, field, text, base: 1_000_000 });
    };
    await put('people', 'ethnicGroup', '满族');
    await put('households', 'mainCause', '因病');
    await put('households', 'householdPhone', '19900000077');
    await put('ledger:dibaoList', 'dibaoList.amount', '450');
    const since = '2020-02-28';
    for (const { entity, id, fate } of (await client.history.compareDays({ since })).homes.flatMap(({ rows }) => rows)) {
      if (fate === 'changed') await client.history.putBack({ since, entity, id, revision: (await client.registers.state())?.revision ?? 0 });
    }
    expect((await client.history.compareDays({ since })).homes.flatMap(({ rows }) => rows.filter(({ fate }) => fate === 'changed'))).toEqual([]);
  });
});
