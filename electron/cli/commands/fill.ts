import { levelWords } from '../../../shared/papers/gate.ts';
import type { FormWho } from '../../../shared/contract/templates.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { eaches, isForms, targetsOf, type Each } from '../../../shared/templates/form.ts';
import { opensTarget, targetLabel } from '../../../shared/templates/form-words.ts';
import { builtInViews } from '../../../shared/views/built-in.ts';
import type { CoreClient } from '../../core/open-core.ts';
import { required, text, word, WrongUsage, yearOf, type Arguments, type Command } from '../command.ts';
import { leavingOf, leavingOptions } from '../leaving.ts';
import { folderMustBeThere, writeOut } from '../write-out.ts';
import { readFiles } from './import.ts';

async function whoOf(client: CoreClient, given: Arguments, year: number): Promise<FormWho> {
  const [village, household, view] = [text(given, 'village'), text(given, 'household'), text(given, 'view')];
  if ([village, household, view].filter((each) => each !== undefined).length > 1) throw new WrongUsage('--village、--household、--view 只能给一个');
  if (village !== undefined) return { by: 'village', village };
  if (household !== undefined) {
    const { rows } = await client.tables.rows({ subject: 'households', year, offset: 0, limit: 1, filters: [{ field: 'householdNo', test: 'in', values: [household] }] });
    if (!rows[0]) throw new Refusal('NOT_FOUND', `登记册里没有户编号 ${household}`, { remedy: '请核对户编号' });
    return { by: 'household', householdId: rows[0].id };
  }
  if (view === undefined) return { by: 'all' };
  for (const subject of ['households', 'people'] as const) {
    const found = (await client.views.list({ subject })).views.find(({ name }) => name === view);
    if (found) return { by: 'view', subject, search: found.body.search, filters: found.body.filters, sorts: found.body.sorts };
  }
  const builtIn = builtInViews.find(({ label, key }) => label === view || key === view);
  if (builtIn) return { by: 'view', subject: builtIn.subject, filters: [...builtIn.filters], sorts: [...(builtIn.sorts ?? [])] };
  throw new Refusal('NOT_FOUND', `没有叫“${view}”的视图`, { remedy: '请先在“户”或“人”里存下这个视图' });
}

function eachOf(given: Arguments): Each | undefined {
  const wanted = text(given, 'each');
  const each = eaches.find((one) => one === wanted);
  if (wanted !== undefined && !each) throw new WrongUsage(`--each 应为 once、household 或 person，给的是 ${wanted}`);
  return each;
}

export const fillCommand: Command = {
  name: 'fill',
  usage: 'REGISTER TEMPLATE.xlsx|.docx --out FILE [--village 村名 | --household 户编号 | --view 视图] [--each once|household|person] [--sheets] [--year 年度] [--level public|inside|full --reason 用途]',
  about: '把上级的空表填好：表头、标记照导入时那样认，没填的地方一个字节不动；多户的一户一个文件（.zip），--sheets 一户一张工作表',
  options: { out: { type: 'string' }, year: { type: 'string' }, village: { type: 'string' }, household: { type: 'string' }, view: { type: 'string' }, each: { type: 'string' }, sheets: { type: 'boolean' }, ...leavingOptions },
  words: [2, 2],
  opens: true,
  reads: true,
  async run({ client, signal, tell }, given) {
    const out = required(given, 'out');
    await folderMustBeThere(out);
    const [blank] = await readFiles([word(given, 1)]);
    if (!blank) throw new WrongUsage('缺少空表');
    const year = yearOf(given) ?? (await client.registers.current())?.workingYear ?? 2020;
    const each = eachOf(given);
    const asked = { blank, ...(each ? { word: { each } } : {}) };
    const leaving = leavingOf(given, 'reduced');
    const { form } = await client.templates.look(asked);
    const who = await whoOf(client, given, year);
    const count = await client.templates.count({ ...asked, who, year });
    const bytes = await writeOut(out, await client.templates.fillIn({ ...asked, who, year, ...leaving, bundle: given.values['sheets'] === true ? 'sheets' : 'files' }, { signal }));
    const targets = targetsOf(form);
    const leftOut = targets.filter((target) => !opensTarget(target, leaving.level)).map(targetLabel);
    const blankColumns = form.sheets.filter(({ skip }) => !skip).flatMap(({ list }) => (list?.columns ?? []).filter((column) => column.target === null && !isForms(column)).map(({ letters, header }) => `${letters} ${header}`));
    if (leftOut.length > 0) tell(`按“${levelWords[leaving.level]}”没有填：${leftOut.join('、')}。`);
    if (blankColumns.length > 0) tell(`没有认出、空着的列：${blankColumns.join('、')}。`);
    return { json: { out, bytes, each: form.each, ...count, level: leaving.level, filled: targets.filter((target) => !leftOut.includes(targetLabel(target))), leftOut, blank: blankColumns }, lines: [`已填 ${form.each === 'once' ? `${count.rows} 行` : `${count.fillings} 份`}：${out}`] };
  },
};
