import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../../shared/contract/errors.ts';
import { officeWords, periodWords, stepMarks, stepStateWords, stepWords, type MonthCycle } from '../../../shared/cycle/month.ts';
import type { CoreClient } from '../../core/open-core.ts';
import { required, text, word, WrongUsage, type Answer, type Arguments, type Command, type Session } from '../command.ts';
import { leavingOf, leavingOptions } from '../leaving.ts';
import { writeOut } from '../write-out.ts';
import { readFiles } from './import.ts';

/** Temporary files that Excel and WPS leave beside an open workbook, and what systems hide. */
const notForUs = /^(~\$|\.)/;
const workbooks = /\.(xlsx?|xlsm|et|ods)$/i;

async function monthOf(client: CoreClient, given: Arguments): Promise<MonthCycle> {
  const asked = text(given, 'period');
  if (asked !== undefined && !/^20\d{2}-(0[1-9]|1[0-2])$/.test(asked)) throw new WrongUsage(`--period 应为月份，如 2020-03，给的是 ${asked}`);
  const { today, months } = await client.cycle.year(asked === undefined ? {} : { year: Number(asked.slice(0, 4)) });
  const wanted = asked ?? today.slice(0, 7);
  const found = months.find(({ period }) => period === wanted) ?? (asked === undefined ? months.at(-1) : undefined);
  if (!found) throw new WrongUsage(`没有 ${wanted} 这个月`);
  return found;
}

const officeLines = ({ offices }: MonthCycle): string[] => offices.map(({ office, state, due, daysLate, returns }) => `  ${office}\t${officeWords[state]}${daysLate > 0 ? ` ${daysLate} 天` : ''}\t${due === '' ? '' : `期限 ${due}`}\t${returns.map(({ file, on }) => `${on} ${file}`).join('；')}`);
const tellMonth = (month: MonthCycle): string[] => [
  periodWords(month.period), ...officeLines(month),
  ...month.steps.map(({ step, state, on, by, lacks }) => `${stepMarks[state]} ${stepWords[step]}：${stepStateWords[state]}${on === '' ? '' : `，${on} ${by}`}${lacks.length > 0 ? `，${lacks.join('；')}` : ''}`),
];

async function make({ client, signal }: Session, given: Arguments): Promise<Answer> {
  const out = required(given, 'out');
  const { period } = await monthOf(client, given);
  const { level, reason } = leavingOf(given, 'reduced');
  const offices = text(given, 'office')?.split(/[,，、]/).map((each) => each.trim()).filter((each) => each !== '');
  await mkdir(out, { recursive: true }).catch(() => {
    throw new Refusal('NOT_ALLOWED', '这个文件夹建不了', { where: out, remedy: '请换一个位置' });
  });
  const { files } = await client.cycle.make({ period, due: required(given, 'due'), as: 'files', level, reason, ...(offices === undefined ? {} : { offices }) }, { signal });
  for (const file of files) await writeOut(join(out, file.name), file);
  return { json: { period, files: files.map(({ name, size }) => ({ file: name, bytes: size })) }, lines: [`已做好${periodWords(period)}填报表 ${files.length} 份，在 ${out}`, ...files.map(({ name }) => `  ${name}`)] };
}

async function workbooksIn(folder: string): Promise<string[]> {
  const there = await stat(folder).then((found) => found.isDirectory(), () => false);
  if (!there) throw new Refusal('NOT_FOUND', '找不到这个文件夹', { where: folder, remedy: '请核对路径' });
  const names = (await readdir(folder)).filter((name) => workbooks.test(name) && !notForUs.test(name)).toSorted((a, b) => a.localeCompare(b, 'zh-CN'));
  if (names.length === 0) throw new Refusal('NOTHING_RECOGNISED', '文件夹里没有表', { where: folder, remedy: '请把交回的填报表放在里面' });
  return names.map((name) => join(folder, name));
}

async function merge({ client, signal, tell }: Session, given: Arguments): Promise<Answer> {
  const folder = word(given, 2);
  if (folder === '') throw new WrongUsage('merge 要给放着交回的表的文件夹');
  const { period } = await monthOf(client, given);
  const files = await readFiles(await workbooksIn(folder));
  const looks = await client.cycle.look({ files, period }, { signal });
  for (const { file, told } of looks) for (const each of told) tell(`${file}：${each}`);
  const good = files.filter((_, at) => looks[at]?.ok === true);
  const dry = given.values['dry-run'] === true;
  let writes = null;
  let [batch, counts, toMend]: [number | null, unknown, number] = [null, null, 0];
  if (good.length > 0) {
    const plan = await client.importing.plan({ files: good }, { signal });
    [writes, counts, toMend] = [plan.writes, plan.counts, plan.toMend];
    const mend = text(given, 'mend');
    if (mend !== undefined && toMend > 0) await writeOut(mend, await client.importing.toMend({ batch: plan.batch }, { signal }));
    if (dry) await client.importing.discard({ batch: plan.batch });
    else batch = (await client.importing.commit({ batch: plan.batch, confirmed: given.values['confirm'] === true }, { signal })).batch;
  }
  const month = await monthOf(client, { ...given, values: { ...given.values, period } });
  return {
    json: { period, batch, counts, writes, toMend, files: looks, month },
    lines: [...looks.map(({ file, ok, office, rows }) => (ok ? `${file}：${office}，${rows} 行` : `${file}：没有收`)), dry ? '试合并，登记册没有改动。' : batch === null ? '没有可合并的表。' : `已合并，批次 ${batch}`, ...tellMonth(month)],
    exit: looks.every(({ ok }) => ok) ? 0 : 1,
  };
}

export const collectCommand: Command = {
  name: 'collect',
  usage: 'REGISTER make --out DIR --due 日期 [--period 2020-03] [--office 街道,…] [--level inside|full --reason 用途] | REGISTER merge DIR [--period 2020-03] [--dry-run] [--confirm] [--mend FILE.xlsx] | REGISTER status [--period 2020-03]',
  about: '月度采集：做出各办事处的填报表，合并交回的，看谁没有交',
  options: { out: { type: 'string' }, due: { type: 'string' }, period: { type: 'string' }, office: { type: 'string' }, ...leavingOptions, 'dry-run': { type: 'boolean' }, confirm: { type: 'boolean' }, mend: { type: 'string' } },
  words: [2, 3],
  opens: true,
  async run(session, given) {
    const what = word(given, 1);
    if (what === 'make') return make(session, given);
    if (what === 'merge') return merge(session, given);
    if (what !== 'status') throw new WrongUsage(`collect 后面应为 make、merge 或 status，给的是 ${what}`);
    const month = await monthOf(session.client, given);
    return { json: month, lines: tellMonth(month) };
  },
};
