import { basename } from 'node:path';
import { Refusal } from '../../../shared/contract/errors.ts';
import { type BatchSummary, type CellRemark, type ImportPolicy, importPolicies, type PlanRow, type SheetSummary, type Verdict } from '../../../shared/changes/plan-types.ts';
import { sheetPlace } from '../../../shared/sheets/sheet-place.ts';
import { fileOnDisk } from '../../core/importing/bytes-of.ts';
import type { CoreClient } from '../../core/open-core.ts';
import { text, WrongUsage, yearOf, type Arguments, type Command } from '../command.ts';
import { folderMustBeThere, writeOut } from '../write-out.ts';

/** Files under names that tell them apart. */
export async function readFiles(paths: readonly string[]): Promise<File[]> {
  const names = new Set<string>();
  const files: File[] = [];
  for (const path of paths) {
    const name = names.has(basename(path)) ? path : basename(path);
    try {
      files.push(await fileOnDisk(path, name));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      const what = code === 'ENOENT' ? '找不到这个文件' : code === 'EISDIR' ? '这是文件夹，不是表' : '这个文件读不了';
      throw new Refusal('NOT_FOUND', what, { where: path, remedy: '请核对路径' });
    }
    names.add(name);
  }
  return files;
}

/** Every remark of the plan, page by page, under its file and sheet. */
async function remarksOf(client: CoreClient, batch: number): Promise<Map<string, CellRemark[]>> {
  const found = new Map<string, CellRemark[]>();
  for (let offset = 0; ; ) {
    const page = await client.importing.rows({ batch, verdict: 'remarked', offset, limit: 500 });
    for (const row of page.rows) found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), ...row.remarks]);
    offset += page.rows.length;
    if (page.rows.length === 0 || offset >= page.total) return found;
  }
}

const keyOf = ({ file, sheet }: Pick<PlanRow, 'file' | 'sheet'>): string => `${file}\n${sheet}`;

function sheetJson(file: string, sheet: SheetSummary, remarks: ReadonlyMap<string, readonly CellRemark[]>, batch: number | null) {
  return {
    sheet: sheet.sheet,
    kind: sheet.kind,
    headerRows: sheet.headerRows,
    year: sheet.year,
    department: sheet.department,
    layout: sheet.layout?.name ?? null,
    mapped: sheet.mapped.map(({ column, header, field }) => ({ column, header, field })),
    unmapped: sheet.unmapped.map(({ header }) => header),
    rows: sheet.rows,
    ...sheet.counts,
    outside: sheet.outside,
    absent: sheet.absent,
    refusals: remarks.get(keyOf({ file, sheet: sheet.sheet })) ?? [],
    batch: sheet.kind === null ? null : batch,
    ...(sheet.reason === undefined ? {} : { reason: sheet.reason }),
  };
}

function linesOf(summary: BatchSummary, remarks: ReadonlyMap<string, readonly CellRemark[]>, dry: boolean): string[] {
  const lines: string[] = [];
  for (const { file, sheets } of summary.files) {
    for (const sheet of sheets) {
      if (sheet.kind === null) {
        lines.push(`${sheetPlace(file, sheet.sheet)}：没有导入，${sheet.reason ?? '没有认出表头'}`);
        continue;
      }
      const { counts } = sheet;
      lines.push(`${sheetPlace(file, sheet.sheet)}：${sheet.kindLabel ?? ''} ${sheet.rows} 行，新增 ${counts.new}，有变化 ${counts.changed}，相同 ${counts.same}，冲突 ${counts.conflict}，不收 ${counts.refused}，本次未出现 ${sheet.absent}`);
      if (sheet.hidden) lines.push('  在工作簿里是隐藏的表');
      if (sheet.change) lines.push(`  版式和上次的“${sheet.change.layout.name}”不同`);
      if (sheet.unmapped.length > 0) lines.push(`  照原列名保留 ${sheet.unmapped.length} 列：${sheet.unmapped.map(({ header }) => header).join('、')}`);
      for (const { cell, message, remedy } of (remarks.get(keyOf({ file, sheet: sheet.sheet })) ?? []).slice(0, 20)) lines.push(`  ${cell} ${message}。${remedy}`);
    }
  }
  for (const { label, written, count, nearest } of summary.questions) lines.push(`不认识的写法：${label}“${written}” ${count} 处；相近的有 ${nearest.map(({ value }) => value).join('、')}`);
  if (summary.events > 0) lines.push(`人口变动 ${summary.events} 条：没有说明原因的不办理，请在窗口里办`);
  if (summary.decisions > 0) lines.push(`部门说法不一 ${summary.decisions} 项，已按说了算的部门`);
  lines.push(dry ? '试导入，登记册没有改动。' : summary.state === 'committed' ? `已导入，批次 ${summary.batch}；撤销：undo REGISTER --batch ${summary.batch}` : '没有可导入的内容。');
  return lines;
}

const acceptable = ['new', 'changed', 'conflict'] as const;

function policyOf(given: Arguments): ImportPolicy | undefined {
  const value = text(given, 'policy');
  if (value === undefined) return undefined;
  const found = importPolicies.find((policy) => policy === value);
  if (!found) throw new WrongUsage(`--policy 应为 ${importPolicies.join('、')}，给的是 ${value}`);
  return found;
}

/** The verdicts that are to go in; undefined: as the preview offers it, conflicts staying as they are. */
function acceptedOf(given: Arguments): readonly Verdict[] | undefined {
  const value = text(given, 'accept');
  if (value === undefined) return undefined;
  return value.split(',').map((word) => {
    const found = acceptable.find((verdict) => verdict === word.trim());
    if (!found) throw new WrongUsage(`--accept 应为 ${acceptable.join('、')} 里的几个，用逗号隔开，给的是 ${word}`);
    return found;
  });
}

/** Leaves out the rows of the verdicts that were not named; takes the file's values for conflicts where they were. */
async function chooseAccepted(client: CoreClient, summary: BatchSummary, accepted: readonly Verdict[]): Promise<BatchSummary> {
  let chosen = summary;
  for (const verdict of acceptable) {
    if (verdict !== 'conflict' && accepted.includes(verdict)) continue;
    chosen = await client.importing.choose({ batch: summary.batch, scope: 'verdict', target: verdict, choice: accepted.includes(verdict) ? 'take' : 'skip' });
  }
  return chosen;
}

export const importCommand: Command = {
  name: 'import',
  usage: 'REGISTER FILE… [--dry-run] [--year 年度] [--policy overwrite|fill|replace] [--accept new,changed,conflict] [--layout 版式] [--confirm] [--mend FILE.xlsx]',
  about: '导入一个或几个表；--dry-run 只看不导入；影响不寻常时要加 --confirm；--mend 把没收的行另存成表，改好再导入',
  options: { 'dry-run': { type: 'boolean' }, year: { type: 'string' }, mend: { type: 'string' }, policy: { type: 'string' }, accept: { type: 'string' }, layout: { type: 'string' }, confirm: { type: 'boolean' } },
  words: [2, Number.POSITIVE_INFINITY],
  opens: true,
  async run({ client, signal, tell }, given) {
    const dry = given.values['dry-run'] === true;
    const mend = text(given, 'mend');
    if (mend !== undefined) await folderMustBeThere(mend);
    const files = await readFiles(given.positionals.slice(1));
    const register = await client.registers.current();
    const year = yearOf(given) ?? register?.workingYear;
    const [policy, accepted, layout] = [policyOf(given), acceptedOf(given), text(given, 'layout')];
    const options = { ...(year === undefined ? {} : { year }), ...(policy === undefined ? {} : { policy }), ...(layout === undefined ? {} : { layout }) };
    let summary = await client.importing.plan({ files, ...options }, { signal });
    if (accepted) summary = await chooseAccepted(client, summary, accepted);
    const recognised = summary.files.some(({ sheets }) => sheets.some(({ kind }) => kind !== null));
    const remarks = await remarksOf(client, summary.batch);
    if (mend !== undefined && summary.toMend > 0) {
      await writeOut(mend, await client.importing.toMend({ batch: summary.batch }, { signal }));
      tell(`有 ${summary.toMend} 行要改，已另存：${mend}`);
    }
    if (dry || !recognised) await client.importing.discard({ batch: summary.batch });
    else summary = await client.importing.commit({ batch: summary.batch, confirmed: given.values['confirm'] === true }, { signal });

    const unreadable = summary.files.filter(({ refusal }) => refusal !== undefined);
    for (const { file, refusal } of unreadable) tell(`${file}：${refusal ?? ''}`);
    if (!recognised && unreadable.length < summary.files.length) tell('没有一张表认出了表头：前 30 行里要有户编号、姓名、证件号码这类列名。');
    const batch = summary.state === 'committed' ? summary.batch : null;
    const json = {
      batch,
      toMend: summary.toMend,
      writes: summary.writes,
      policy: summary.policy,
      questions: summary.questions,
      brake: summary.brake.map(({ what }) => what),
      events: summary.events,
      decisions: summary.decisions,
      files: summary.files.map(({ file, refusal, sheets }) => ({
        file,
        ...(refusal === undefined ? {} : { error: refusal }),
        sheets: sheets.map((sheet) => sheetJson(file, sheet, remarks, batch)),
      })),
    };
    return { json, lines: linesOf(summary, remarks, dry), exit: unreadable.length > 0 || !recognised ? 1 : 0 };
  },
};
