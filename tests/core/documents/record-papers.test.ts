import { isDefinedError, safe } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { readZip } from '../support/zip.ts';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { peopleSheet } from '../support/people.ts';

const jpeg = (...more: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...more]);
const refusal = async (work: Promise<unknown>) => {
  const { error } = await safe(work);
  return isDefinedError(error) ? (error as unknown as { data: { code: string; what: string; where?: string } }).data : error;
};
const projectSheet = [
  ['项目名称', '项目类型', '实施地点', '建设内容', '是否立项', '是否验收'],
  ['香菇大棚', '产业', '甲峪村', '建大棚十栋', '是', '是'],
  ['村路硬化', '基础设施', '乙沟村', '硬化两公里', '否', '否'],
];

async function filled(now = () => new Date('2020-06-30T10:00:00')) {
  const core = await openTestCore({ now });
  const batch = await importAll(core.client, [csv('项目库2020.csv', projectSheet)]);
  return { ...core, batch };
}

async function projects(client: TestClient) {
  const { rows } = await client.tables.rows({ subject: 'ledger:project', year: 2020, sorts: [{ field: 'project.name', descending: true }], offset: 0, limit: 9 });
  const [shed, road] = rows;
  if (!shed || !road) throw new Error('no projects');
  return { shed, road };
}
const papersOf = async (client: TestClient, recordId: string) => (await client.documents.ofRecord({ recordId })).documents;
const revision = async (client: TestClient) => (await client.registers.state())?.revision ?? 0;

describe('papers of a record that is about nobody', () => {
  it('lie with it: told, counted, read back, asked for by what it says, and found by their name', async () => {
    const { client } = await filled();
    const { shed, road } = await projects(client);
    const before = await client.documents.ofRecord({ recordId: shed.id });
    expect(before.dossier.map(({ label, state }) => `${label} ${state}`)).toEqual(['立项批复 missing', '项目公示 missing', '验收单 missing']);
    expect((await client.documents.ofRecord({ recordId: road.id })).dossier).toEqual([]);
    const done = await client.documents.add({ recordId: shed.id, kind: '项目验收', title: '大棚竣工', on: '2020-06-01', files: [new File([jpeg(1)], '验收.jpg'), new File([jpeg(2)], '现场.jpg')] });
    expect(done).toMatchObject({ label: '存入材料：项目库：项目名称 香菇大棚，项目类型 产业，项目验收 2 份', stored: 2, grew: 10, sizes: { own: 10 } });
    await client.documents.add({ recordId: shed.id, kind: '立项批复', place: '档案柜 2 层', files: [] });
    const { documents, dossier } = await client.documents.ofRecord({ recordId: shed.id });
    expect(documents.map(({ values }) => [values['document.kind'], values['document.file'] ?? null, values['document.of']])).toEqual([['项目验收', '验收.jpg', shed.id], ['项目验收', '现场.jpg', shed.id], ['项目批复', null, shed.id]]);
    expect(dossier.map(({ label, state }) => `${label} ${state}`)).toEqual(['立项批复 paper', '项目公示 missing', '验收单 stored']);
    expect(Buffer.from(await (await client.documents.read({ id: documents[1]?.id ?? '' })).arrayBuffer())).toEqual(Buffer.from(jpeg(2)));
    expect(await client.documents.counts({ ids: [shed.id, road.id] })).toEqual({ [shed.id]: 3 });
    // In the ledger of all papers, too, with what they belong to.
    const { rows } = await client.tables.rows({ subject: 'ledger:document', year: 2020, offset: 0, limit: 9 });
    expect(rows.map(({ householdId, values }) => [householdId, values['document.about']])).toEqual(Array.from({ length: 3 }, () => ['', '项目库：项目名称 香菇大棚，项目类型 产业']));
    expect(await client.tables.find({ text: '大棚竣工', limit: 6, records: true })).toEqual([{ subject: 'ledger:project', id: shed.id, householdId: '', title: '大棚竣工', detail: '材料 · 项目库：项目名称 香菇大棚，项目类型 产业' }]);
    // One line for a record that is found by its own name and by its paper's.
    await client.documents.add({ recordId: shed.id, kind: '其他材料', title: '香菇大棚说明', place: '档案柜 2 层', files: [] });
    expect((await client.tables.find({ text: '香菇大棚', limit: 6, records: true })).map(({ title }) => title)).toEqual(['香菇大棚']);
  });

  it('narrow the table to records with papers, or without', async () => {
    const { client } = await filled();
    const { shed } = await projects(client);
    await client.documents.add({ recordId: shed.id, kind: '项目照片', files: [new File([jpeg(1)], '现场.jpg')] });
    const names = async (not: boolean) => (await client.tables.rows({ subject: 'ledger:project', year: 2020, filters: [{ field: '', test: 'group', group: 'papers', not }], offset: 0, limit: 9 })).rows.map(({ values }) => values['project.name']);
    expect(await names(false)).toEqual(['香菇大棚']);
    expect(await names(true)).toEqual(['村路硬化']);
    expect(await refusal(client.tables.rows({ subject: 'people', year: 2020, filters: [{ field: '', test: 'group', group: 'papers' }], offset: 0, limit: 9 }))).toMatchObject({ code: 'WRONG_USAGE' });
  });

  it('go and come back with it: by undo, out of the trash, and a paper alone not before its record', async () => {
    const { client } = await filled();
    const { shed } = await projects(client);
    await client.documents.add({ recordId: shed.id, kind: '项目照片', files: [new File([jpeg(1)], '一.jpg'), new File([jpeg(2)], '二.jpg')] });
    const remove = async () => client.tables.removeEntry({ subject: 'ledger:project', id: shed.id, base: await revision(client) });
    expect((await remove()).label).toMatch(/^删除项目库：.*香菇大棚.*，连同 2 份材料$/);
    expect(await refusal(client.documents.ofRecord({ recordId: shed.id }))).toMatchObject({ code: 'NOT_FOUND' });
    expect((await client.tables.rows({ subject: 'ledger:document', year: 2020, offset: 0, limit: 9 })).total).toBe(0);
    await client.tables.undo();
    expect(await papersOf(client, shed.id)).toHaveLength(2);
    await remove();
    const { rows } = await client.trash.list({});
    expect(rows).toMatchObject([{ what: '项目库 · 香菇大棚', along: 2, obstacle: null }]);
    await client.trash.restore({ command: rows[0]?.command ?? 0, id: shed.id });
    const [first] = await papersOf(client, shed.id);
    expect(await (await client.documents.read({ id: first?.id ?? '' })).arrayBuffer()).toHaveProperty('byteLength', 5);
    // A paper that was taken out by itself waits for its record.
    await client.tables.removeEntry({ subject: 'ledger:document', id: first?.id ?? '', base: await revision(client) });
    await remove();
    const thrown = (await client.trash.list({})).rows;
    const alone = thrown.find(({ id }) => id === first?.id);
    expect(alone?.obstacle).toMatchObject({ what: '所属的那条记录已不在登记册里' });
    const record = thrown.find(({ id }) => id === shed.id);
    await client.trash.restore({ command: record?.command ?? 0, id: shed.id });
    await client.trash.restore({ command: alone?.command ?? 0, id: first?.id ?? '' });
    expect(await papersOf(client, shed.id)).toHaveLength(2);
  });

  it('keep their record when its import is taken back, and what was taken out alone is not brought back to nothing', async () => {
    const { client, batch } = await filled();
    const { shed } = await projects(client);
    await client.documents.add({ recordId: shed.id, kind: '项目照片', files: [new File([jpeg(1)], '一.jpg')] });
    const [paper] = await papersOf(client, shed.id);
    const { kept } = await client.importing.undo({ batch: batch.batch });
    expect(kept).toEqual([{ what: '项目库 · 香菇大棚 · 新增的记录留着', why: '名下还有之后登记的内容' }]);
    expect(await papersOf(client, shed.id)).toHaveLength(1);
    const taken = await client.tables.removeEntry({ subject: 'ledger:document', id: paper?.id ?? '', base: await revision(client) });
    await client.tables.removeEntry({ subject: 'ledger:project', id: shed.id, base: await revision(client) });
    expect(await client.history.undo({ command: taken.revision })).toMatchObject({ failed: [{ why: '所属的那条记录已不在登记册里' }] });
  });

  it('are there on the day on which they were, and leave as a folder that is noted', async () => {
    let now = new Date('2020-06-29T10:00:00');
    const { client } = await filled(() => now);
    const { shed } = await projects(client);
    now = new Date('2020-06-30T10:00:00');
    await client.documents.add({ recordId: shed.id, kind: '项目验收', title: '大棚/竣工', files: [new File([jpeg(7)], 'IMG.JPG')] });
    const asOf = '2020-06-29';
    expect((await client.documents.ofRecord({ recordId: shed.id, asOf })).documents).toEqual([]);
    expect(await client.documents.counts({ ids: [shed.id], asOf })).toEqual({});
    const folder = await client.documents.recordFolder({ recordId: shed.id, reason: '审计' });
    expect(folder.name).toBe('项目库 香菇大棚 材料.zip');
    const members = await readZip(new Uint8Array(await folder.arrayBuffer()));
    expect([...members.keys()]).toEqual(['材料目录.csv', '应有材料核对.csv', '01 项目验收 大棚_竣工.JPG'].map((name) => `项目库 香菇大棚/${name}`));
    expect(members.get('项目库 香菇大棚/应有材料核对.csv')?.toString('utf8')).toContain('"立项批复","","已立项，项目名称照批复写","缺"');
    expect((await client.outgoing.list({ limit: 5 })).rows).toMatchObject([{ purpose: '存出记录的材料', reason: '审计', level: 'full' }]);
    expect(await refusal(client.documents.recordFolder({ recordId: shed.id, reason: '' }))).toMatchObject({ code: expect.any(String) as string });
  });

  it('are refused to a record that is gone, to a paper, and where nobody says whose they are', async () => {
    const { client } = await filled();
    const { shed } = await projects(client);
    const add = (asked: { recordId?: string }) => refusal(client.documents.add({ ...asked, kind: '项目照片', files: [new File([jpeg(1)], '一.jpg')] }));
    expect(await add({})).toMatchObject({ code: 'WRONG_USAGE' });
    expect(await add({ recordId: 'gone' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await add({ recordId: shed.id })).toBeNull();
    const [paper] = await papersOf(client, shed.id);
    expect(await add({ recordId: paper?.id ?? '' })).toMatchObject({ code: 'WRONG_USAGE' });
  });

  it('of a record about somebody stand in the household’s file, told by the record alone', async () => {
    const { client } = await openTestCore({ now: () => new Date('2020-06-30T10:00:00') });
    await importAll(client, [csv('人员2020.csv', peopleSheet)]);
    const { rows } = await client.tables.rows({ subject: 'people', year: 2020, search: '李试二', offset: 0, limit: 1 });
    const [person] = rows;
    const { row } = await client.tables.addEntry({ subject: 'ledger:dibaoList', memberId: person?.id ?? '', year: 2020, values: { 'dibaoList.amount': '300' } });
    await client.documents.add({ recordId: row.id, kind: '低保证', files: [new File([jpeg(1)], '证.jpg')] });
    expect((await client.documents.list({ householdId: person?.householdId ?? '', year: 2020 })).documents).toMatchObject([{ memberId: person?.id, values: { 'document.whose': '李试二', 'document.of': row.id } }]);
    // What leaves says whose it is.
    expect((await client.documents.recordFolder({ recordId: row.id, reason: '迎检' })).name).toBe('低保名单 李试二 材料.zip');
    expect((await client.outgoing.list({ limit: 1 })).rows).toMatchObject([{ households: 1, people: 1 }]);
    // The record goes, the paper stays with the person.
    await client.tables.removeEntry({ subject: 'ledger:dibaoList', id: row.id, base: await revision(client) });
    expect((await client.documents.list({ householdId: person?.householdId ?? '', year: 2020 })).documents).toHaveLength(1);
  });
});
