import { createHash } from 'node:crypto';
import { isDefinedError, safe } from '@orpc/client';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnseenPicture } from '../../../shared/contract/documents.ts';
import { readZip } from '../support/zip.ts';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { peopleSheet, zhang } from '../support/people.ts';

async function filled() {
  const core = await openTestCore({ now: () => new Date('2020-06-30T10:00:00') });
  await importAll(core.client, [csv('人员2020.csv', peopleSheet)]);
  return core;
}

async function zhangs(client: TestClient) {
  const { rows } = await client.tables.rows({ subject: 'people', year: 2020, search: '张试一', offset: 0, limit: 1 });
  const [row] = rows;
  if (!row) throw new Error('no 张试一');
  return { householdId: row.householdId, memberId: row.id };
}

const jpeg = (...more: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...more]);
const refusal = async (work: Promise<unknown>) => {
  const { error } = await safe(work);
  // The in-process client answers the core's own typed error.
  return isDefinedError(error) ? (error as unknown as { data: { code: string; what: string; where?: string } }).data : error;
};

describe('papers and photos of a household', () => {
  it('come back byte for byte, whatever they hold', async () => {
    const { client } = await filled();
    const { householdId } = await zhangs(client);
    let order = 0;
    await fc.assert(
      // A content that begins as a program's is refused.
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 5000 }).filter(([first]) => first !== 0x4d && first !== 0x7f), async (content) => {
        const title = `材料${++order}`;
        await client.documents.add({ householdId, kind: '其他材料', title, files: [new File([Uint8Array.from(content)], `${title}.dat`)] });
        const { documents } = await client.documents.list({ householdId, year: 2020 });
        const found = documents.find(({ values }) => values['document.title'] === title);
        const back = await client.documents.read({ id: found?.id ?? '' });
        expect(back.name).toBe(`${title}.dat`);
        expect(Buffer.from(await back.arrayBuffer()).equals(Buffer.from(content))).toBe(true);
        expect(found?.values['document.sha']).toBe(createHash('sha256').update(content).digest('hex'));
      }),
      { numRuns: 40 },
    );
  });

  it('say of a picture that no page shows that it is one, by its first bytes', async () => {
    const { client } = await filled();
    const { householdId } = await zhangs(client);
    const head = (text: string, at = 0) => Uint8Array.from([...new Uint8Array(at), ...Buffer.from(text, 'latin1'), ...new Uint8Array(20)]);
    const kinds = [['苹果.jpg', head('ftypheic', 4), true], ['扫描.tif', head('II*\0'), true], ['网上.png', head('WEBP', 8), false], ['相机.jpg', jpeg(), false], ['表.dat', head('abcd'), false]] as const;
    await client.documents.add({ householdId, kind: '其他材料', files: kinds.map(([name, bytes]) => new File([bytes], name)) });
    const { documents } = await client.documents.list({ householdId, year: 2020 });
    for (const [name, , unseen] of kinds) {
      const document = documents.find(({ values }) => values['document.file'] === name);
      expect([name, document && isUnseenPicture(document)]).toEqual([name, unseen]);
    }
  });

  it('keep a content once and tell by how much the register grows', async () => {
    const { client } = await filled();
    const { householdId, memberId } = await zhangs(client);
    const photo = Uint8Array.from([...jpeg(), ...new Uint8Array(200_000).fill(7)]);
    const before = (await client.documents.list({ householdId, year: 2020 })).sizes;
    const first = await client.documents.add({ householdId, kind: '户主照片', files: [new File([photo], '照片.jpg')] });
    expect(first).toMatchObject({ stored: 1, grew: photo.length, sizes: { own: photo.length, contents: photo.length } });
    expect(first.sizes.register - before.register).toBeGreaterThan(photo.length * 0.9);
    const again = await client.documents.add({ householdId, memberId, kind: '身份证', files: [new File([photo], '同一张.jpg')] });
    expect(again).toMatchObject({ grew: 0, sizes: { contents: photo.length } });
    expect((await client.documents.list({ householdId, year: 2020 })).documents).toMatchObject([{ preview: 'image', memberId: null }, { preview: 'image', memberId, values: { 'document.whose': '张试一' } }]);
  });

  it('are one command with one undo, and so is taking one out; the content comes back with it', async () => {
    const { client } = await filled();
    const { householdId } = await zhangs(client);
    const pdf = new TextEncoder().encode('%PDF-1.4 试');
    await client.documents.add({ householdId, kind: '户口簿', title: '全本', files: [new File([pdf], '户口簿.pdf'), new File([jpeg(1)], '第二页.jpg')] });
    const { documents } = await client.documents.list({ householdId, year: 2020 });
    expect(documents).toHaveLength(2);
    const [first] = documents;
    const { label } = await client.tables.removeEntry({ subject: 'ledger:document', id: first?.id ?? '', base: first?.revision ?? 0 });
    expect(label).toContain('户口簿');
    expect((await client.documents.list({ householdId, year: 2020 })).documents).toHaveLength(1);
    await client.tables.undo();
    expect(await (await client.documents.read({ id: first?.id ?? '' })).text()).toBe('%PDF-1.4 试');
    await client.tables.undo();
    expect((await client.documents.list({ householdId, year: 2020 })).documents).toEqual([]);
    await client.tables.redo();
    expect((await client.documents.list({ householdId, year: 2020 })).documents).toHaveLength(2);
    expect((await client.history.commands({ limit: 10 })).rows.map(({ label: told }) => told)).toContain('存入材料：张试一，户口簿 2 份');
  });

  it('refuse what is empty, too large, a program, twice the same, or of nobody here, and store nothing then', async () => {
    const { client } = await filled();
    const { householdId } = await zhangs(client);
    const good = new File([jpeg(2)], '好.jpg');
    const add = (file: File, kind = '户口簿') => refusal(client.documents.add({ householdId, kind, files: [good, file] }));
    expect(await add(new File([], '空.jpg'))).toMatchObject({ code: 'FILE_EMPTY', where: '空.jpg' });
    expect(await add(new File([new Uint8Array(30 * 1024 * 1024 + 1)], '大.tif'))).toMatchObject({ code: 'FILE_TOO_LARGE', what: '这个文件有 30.0 MB，超过了单个文件 30.0 MB 的上限' });
    expect(await add(new File(['MZ程序'], '材料.jpg'))).toMatchObject({ code: 'NOT_ALLOWED', where: '材料.jpg' });
    expect(await add(new File(['@echo'], '双击我.bat'))).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await add(new File([jpeg(2)], '好的副本.jpg'))).toMatchObject({ code: 'VALUE_REFUSED', where: '好的副本.jpg' });
    expect(await add(new File([jpeg(3)], '三.jpg'), '购物小票')).toMatchObject({ code: 'VALUE_REFUSED' });
    expect(await refusal(client.documents.add({ householdId, kind: '户口簿', files: [] }))).toMatchObject({ code: 'VALUE_REFUSED' });
    const { rows } = await client.tables.rows({ subject: 'people', year: 2020, search: '王试三', offset: 0, limit: 1 });
    expect(await refusal(client.documents.add({ householdId, memberId: rows[0]?.id ?? '', kind: '身份证', files: [good] }))).toMatchObject({ code: 'STALE', where: '王试三' });
    expect(await client.documents.list({ householdId, year: 2020 })).toMatchObject({ documents: [], sizes: { contents: 0 } });
  });

  it('may lie in the cabinet alone; what the program writes of a file cannot be typed', async () => {
    const { client } = await filled();
    const { householdId } = await zhangs(client);
    await client.documents.add({ householdId, kind: '扶贫手册', place: '档案柜 3 层', files: [] });
    const { documents, dossier } = await client.documents.list({ householdId, year: 2020 });
    expect(dossier.find(({ key }) => key === 'handbook')).toMatchObject({ state: 'paper' });
    const [paper] = documents;
    expect(await refusal(client.documents.read({ id: paper?.id ?? '' }))).toMatchObject({ code: 'NOT_FOUND' });
    const edited = await client.tables.edit({ subject: 'ledger:document', id: paper?.id ?? '', year: 2020, field: 'document.place', text: '档案柜 4 层', base: paper?.revision ?? 0 });
    expect(edited.row.values['document.place']).toBe('档案柜 4 层');
    expect(await refusal(client.tables.edit({ subject: 'ledger:document', id: paper?.id ?? '', year: 2020, field: 'document.sha', text: 'abc', base: edited.revision }))).toMatchObject({ code: 'VALUE_REFUSED' });
    expect(await refusal(client.tables.addEntry({ subject: 'ledger:document', householdId, values: { 'document.kind': '户口簿', 'document.sha': 'abc' } }))).toMatchObject({ code: 'WRONG_USAGE' });
  });

  it('leave as a folder with the originals, a list of them, and a list of what is missing', async () => {
    const { client } = await filled();
    const { householdId, memberId } = await zhangs(client);
    const photo = jpeg(9, 9, 9);
    await client.documents.add({ householdId, memberId, kind: '身份证', title: '正面/反面', on: '2020-05-01', files: [new File([photo], '..\\IMG.JPG')] });
    await client.documents.add({ householdId, kind: '扶贫手册', place: '=柜', files: [] });
    const folder = await client.documents.folder({ householdId, year: 2020, reason: '迎检' });
    expect(folder.name).toBe('9900000001 张试一 一户一档.zip');
    const members = await readZip(new Uint8Array(await folder.arrayBuffer()));
    expect([...members.keys()]).toEqual(['材料目录.csv', '应有材料核对.csv', '01 身份证 张试一 正面_反面 2020-05-01.JPG'].map((name) => `9900000001 张试一/${name}`));
    expect(members.get('9900000001 张试一/01 身份证 张试一 正面_反面 2020-05-01.JPG')).toEqual(Buffer.from(photo));
    expect(members.get('9900000001 张试一/材料目录.csv')?.toString('utf8')).toContain('"\'=柜"');
    expect(members.get('9900000001 张试一/应有材料核对.csv')?.toString('utf8')).toContain('"身份证","李试二","十六岁以上的成员","缺"');
  });

  it('prove a record: told with it, one file may prove two, and another household’s or a gone record takes none', async () => {
    const { client } = await filled();
    const { householdId, memberId } = await zhangs(client);
    await importAll(client, [csv('走访记录.csv', [['户编号', '户主姓名', '走访时间', '走访人', '走访情况记录', '户主签名'], ['9900000001', '张试一', '2020-03-11', '赵试', '了解生活', '是'], ['9900000001', '张试一', '2020-05-06', '赵试', '送化肥', '是']]), csv('低保名单2020.csv', [['姓名', '证件号码', '低保类别', '保障金额'], ['张试一', zhang, 'A类', '400']])]);
    const { records } = await client.tables.card({ householdId, year: 2020 });
    const [late, early] = records.filter(({ ledger }) => ledger === 'visit');
    const dibao = records.find(({ ledger }) => ledger === 'dibaoList');
    const photo = new File([jpeg(5)], '走访.jpg');
    for (const record of [late, early]) await client.documents.add({ householdId, recordId: record?.id ?? '', kind: '走访记录', files: [photo] });
    await client.documents.add({ householdId, memberId, recordId: dibao?.id ?? '', kind: '低保证', files: [new File([jpeg(6)], '低保证.jpg')] });
    const { documents } = await client.documents.list({ householdId, year: 2020 });
    expect(documents.map(({ values }) => [values['document.of'], values['document.about']])).toEqual([
      [late?.id, '走访记录：走访时间 2020-05-06，走访人 赵试'], [early?.id, '走访记录：走访时间 2020-03-11，走访人 赵试'], [dibao?.id, '低保名单：低保等级 A类，低保金额 400.00'],
    ]);
    // The same file again for the same record.
    expect(await refusal(client.documents.add({ householdId, recordId: late?.id ?? '', kind: '走访记录', files: [photo] }))).toMatchObject({ code: 'VALUE_REFUSED' });
    const { rows } = await client.tables.rows({ subject: 'people', year: 2020, search: '王试三', offset: 0, limit: 1 });
    for (const [home, recordId] of [[rows[0]?.householdId ?? '', late?.id ?? ''], [householdId, 'nothing']] as const) {
      expect(await refusal(client.documents.add({ householdId: home, recordId, kind: '走访记录', files: [new File([jpeg(8)], '另一张.jpg')] }))).toMatchObject({ code: 'STALE', what: '这条记录已经不在这一户' });
    }
    // The record goes, its paper stays in the household's file and still says of what it was.
    await client.tables.removeEntry({ subject: 'ledger:visit', id: early?.id ?? '', base: 1_000_000 });
    expect((await client.documents.list({ householdId, year: 2020 })).documents.map(({ values }) => values['document.about'])).toContain('走访记录：走访时间 2020-03-11，走访人 赵试');
  });
});
