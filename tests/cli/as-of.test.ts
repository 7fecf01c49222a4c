import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOn } from '../core/past/support.ts';
import { csv, importAll } from '../core/support/core.ts';
import { peopleSheet } from '../core/support/people.ts';
import { runCommand } from './support/run-command.ts';

describe('the command line asked of a past day', () => {
  it('answers as the register was: --as-of on whatever reads, and on nothing that writes', async () => {
    const { client, core, path, folder, turnTo } = await openOn('2020-02-03');
    await importAll(client, [csv('人员2020.csv', peopleSheet)]);
    turnTo('2020-06-30');
    const { rows: [first] } = await client.tables.rows({ subject: 'people', year: 2020, search: '李试二', offset: 0, limit: 1 });
    await client.tables.edit({ subject: 'people', id: first?.id ?? '', year: 2020, field: 'workMonths', text: '11', base: 9 });
    core.close();
    const { json, run } = runCommand(folder);
    const who = ['list', path, 'people', '--where', '姓名=李试二'] as const;
    expect(json(...who)).toMatchObject({ code: 0, json: { rows: [{ workMonths: 11 }] } });
    expect(json(...who, '--as-of', '2020年3月31日')).toMatchObject({ code: 0, err: '以下是 2020年3月31日 的登记册。\n', json: { rows: [{ workMonths: 6 }] } });
    expect(json('ledger', path, '--as-of', '20200101')).toMatchObject({ code: 0 });
    expect(json('export', path, 'people', '--as-of', '2020-03-31', '--out', join(folder, '三月底.xlsx'))).toMatchObject({ code: 0, json: { rows: 3 } });
    const apart = json('changes', path, '--since', '2020年3月31日', '--out', join(folder, '两天之间.xlsx'));
    expect(apart).toMatchObject({ code: 0, json: { changed: 1, cells: 1, households: 1, homes: [{ householdNo: '9900000001', rows: [{ fate: 'changed', cells: [{ field: 'workMonths', old: 6, new: 11 }] }] }], size: expect.any(Number) as number } });
    expect(run('changes', path, '--since', '2020-03-31').out).toContain('  △ 李试二 2020 年 · 务工时间：6 → 11\n1 户有不同：新增 0 条，没有了 0 条，1 条改了 1 格\n');
    expect(json('changes', path, '--since', '2020-02-10', '--as-of', '2020-03-31')).toMatchObject({ code: 0, json: { households: 0 } });
    expect(json('changes', path, '--since', '2020-04-10', '--as-of', '2020-03-31')).toMatchObject({ code: 1 });
    expect(run('changes', path).code).toBe(2);
    expect(run('check', path, '--as-of', '明天')).toMatchObject({ code: 2 });
    expect(run('undo', path, '--batch', '1', '--as-of', '2020-03-31')).toMatchObject({ code: 2 });
  });
});
