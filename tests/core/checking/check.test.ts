import { describe, expect, it } from 'vitest';
import { sampleFiles } from '../../../electron/core/samples/write-samples.ts';
import { csv, importAll, openTestCore } from '../support/core.ts';
import { identity } from '../support/people.ts';

const header = ['乡镇', '行政村', '户编号', '人编号', '姓名', '证件号码', '性别', '出生日期', '与户主关系', '人数'];

describe('checking a register', () => {
  it('finds nothing in an empty one', async () => {
    const { client } = await openTestCore();
    const { findings, rules } = await client.checking.run({});
    expect(findings).toEqual([]);
    expect(rules.find(({ rule }) => rule === 'R036')).toMatchObject({ state: 'noData', lacks: ['ethnicGroup'] });
    expect(rules.find(({ rule }) => rule === 'R113')).toMatchObject({ state: 'otherYears', note: '2022 年起才查' });
  });

  it('finds nothing wrong in the sample, and what the plan asks to look at: the 18 households under 6000 元', async () => {
    const { client } = await openTestCore({ now: () => new Date('2020-06-30T10:00:00') });
    await importAll(client, (await sampleFiles()).map(({ name, bytes }) => new File([Uint8Array.from(bytes)], name)));
    expect((await client.checking.run({ year: 2019 })).counts).toEqual({ R095: 1 });
    const { counts, findings, rules } = await client.checking.run({ year: 2020 });
    expect(findings.filter(({ grade }) => grade === 'E')).toEqual([]);
    expect(counts).toEqual({ R086: 1, R104: 1, 'R112-3': 18, 'R140-5': 4 });
    // What no sheet told is said, and not passed over.
    expect(rules.filter(({ state }) => state === 'noData').map(({ rule }) => rule)).toEqual(expect.arrayContaining(['R078-1', 'R123-1', 'R139-1']));
  });

  it('names rule, household, person and field, in walking order', async () => {
    const { client } = await openTestCore();
    const right = identity('19500203', 1);
    const wrong = right.slice(0, 17) + (right.endsWith('1') ? '2' : '1');
    await importAll(client, [
      csv('人员_2020.csv', [
        header,
        ['高台子街道', '台地村', '99050400009', '9905040000901', '钱试一', wrong, '男', '1950-02-03', '户主', '1'],
        ['牛心台街道', '上牛村', '99050400001', '9905040000101', '赵试一', identity('19600506', 3), '女', '1960-05-07', '户主', '3'],
        ['牛心台街道', '上牛村', '99050400001', '9905040000102', '孙试一', '', '男', '', '之女', '3'],
        ['牛心台街道', '上刘村', '99050400002', '9905040000201', '周试一', '', '男', '', '', '1'],
      ]),
    ]);
    const { findings, counts } = await client.checking.run({ year: 2020 });
    expect(findings.map(({ rule, household, person, field }) => [rule, household, person, field])).toEqual([
      ['R005', '99050400001', '孙试一', 'identityNo'],
      ['R006', '99050400001', '赵试一', 'birthDate'],
      ['R008', '99050400001', '赵试一', 'sex'],
      ['R018', '99050400001', '', 'householdSize'],
      ['R025', '99050400001', '孙试一', 'relation'],
      ['R003', '99050400009', '钱试一', 'identityNo'],
      ['R005', '99050400002', '周试一', 'identityNo'],
      ['R021', '99050400002', '', 'relation'],
      ['R026', '99050400002', '周试一', 'relation'],
      ['R035', '99050400002', '', 'village'],
    ]);
    expect(counts).toEqual({ R003: 1, R005: 2, R006: 1, R008: 1, R018: 1, R021: 1, R025: 1, R026: 1, R035: 1 });
    for (const finding of findings) expect(finding.message).not.toMatch(/\d{15}/);
  });

  it('stops when it is cancelled', async () => {
    const { client } = await openTestCore();
    await importAll(client, [csv('人员_2020.csv', [header, ['牛心台街道', '上牛村', '1', '11', '赵试一', '', '男', '', '户主', '1']])]);
    const stop = new AbortController();
    stop.abort();
    await expect(client.checking.run({}, { signal: stop.signal })).rejects.toThrow(/abort|取消/i);
  });
});
