import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeRecords } from '../core/plan/plan-register.ts';
import { openTestCore } from '../core/support/core.ts';
import { runCommand } from './support/run-command.ts';

/** The sample with a year's records, closed, for processes of their own. */
async function sampleOnDisk() {
  const { client, core, folder } = await openTestCore({ now: () => new Date('2020-12-31T12:00:00') });
  const { file } = (await client.registers.openSample()) as { file: string };
  await writeRecords(client);
  core.close();
  return { path: file, folder };
}

test('targets, duties and aid answer for a day, as lines and as one document', async () => {
  const { path, folder } = await sampleOnDisk();
  const { run, json } = runCommand(folder);
  const targets = json('targets', path, '--on', '2020-03-31', '--year', '2020').json as Record<string, { title: string; state: string; target: number; actual: number; missing: readonly unknown[] }>;
  expect(Object.keys(targets)).toHaveLength(75);
  expect(targets['S41']).toMatchObject({ target: 111, actual: 111, state: 'met' });
  expect(targets['S09']?.missing).toHaveLength(38);
  expect(run('targets', path, '--on', '2020-03-31').out).toMatch(/^S41 ✓ 已完成\t.*111 \/ 111 户/m);
  expect(run('targets', path, '--on', '三月').code).toBe(2);
  expect(run('targets', path, '--year', '2031')).toMatchObject({ code: 1, err: expect.stringContaining('还没有 2031 年的方案') as string });

  const ics = join(folder, '职责.ics');
  const duties = json('duties', path, '--on', '2020-04-20', '--who', '区扶贫办', '--ics', ics).json as { day: string; today: { title: string }[]; people: { who: string }[] };
  expect(duties).toMatchObject({ day: '2020-04-20', people: [{ who: '区扶贫办' }] });
  expect(duties.today.map(({ title }) => title)).toContain('问题整改完成');
  expect(readFileSync(ics, 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(run('duties', path, '--on', '2020-04-20').out).toMatch(/^2020-04-20：今天 \d+，两周内 \d+，逾期 \d+$/m);
  expect(run('duties', path, '--ics', join(folder, '没有的文件夹', 'x.ics')).code).toBe(1);

  expect(json('aid', path, 'taper', '--on', '2020-06-15').json).toMatchObject({ key: 'taper', day: '2020-06-15', lines: expect.arrayContaining([expect.objectContaining({ owed: expect.any(Number) as number })]) as unknown });
  const lacks = run('aid', path, 'dibao', '--on', '2020-06-15');
  expect([lacks.code, lacks.out]).toEqual([0, expect.stringContaining('算不了：')]);
  expect(run('aid', path, 'nothing').code).toBe(2);
});
