import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { BatchSummary, CellRemark, PlanRow, SheetSummary } from '../../../shared/changes/plan-types.ts';
import { text, yearOf, type Command, type CoreClient } from '../command.ts';
import { folderMustBeThere, writeOut } from '../write-out.ts';

/** Files under names that tell them apart. */
export async function readFiles(paths: readonly string[]): Promise<File[]> {
  const names = new Set<string>();
  const files: File[] = [];
  for (const path of paths) {
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = new Uint8Array(await readFile(path));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      const what = code === 'ENOENT' ? '找不到这个文件' : code === 'EISDIR' ? '这是文件夹，不是表' : '这个文件读不了';
      throw new Refusal('NOT_FOUND', what, { where: path, remedy: '请核对路径' });
    }
    const name = names.has(basename(path)) ? path : basename(path);
    names.add(name);
    files.push(new File([bytes], name));
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
    mapped: sheet.mapped.map(({ column, header, field }) => ({ column, header, field })),
    unmapped: sheet.unmapped.map(({ header }) => header),
    rows: sheet.rows,
    ...sheet.counts,
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
        lines.push(`${file} › ${sheet.sheet}：没有导入，${sheet.reason ?? '没有认出表头'}`);
        continue;
      }
      const { counts } = sheet;
      lines.push(`${file} › ${sheet.sheet}：${sheet.kindLabel ?? ''} ${sheet.rows} 行，新增 ${counts.new}，有变化 ${counts.changed}，相同 ${counts.same}，冲突 ${counts.conflict}，不收 ${counts.refused}，本次未出现 ${sheet.absent}`);
      for (const { cell, message, remedy } of (remarks.get(keyOf({ file, sheet: sheet.sheet })) ?? []).slice(0, 20)) lines.push(`  ${cell} ${message}。${remedy}`);
    }
  }
  lines.push(dry ? '试导入，登记册没有改动。' : summary.state === 'committed' ? `已导入，批次 ${summary.batch}；撤回：undo REGISTER --batch ${summary.batch}` : '没有可导入的内容。');
  return lines;
}

export const importCommand: Command = {
  name: 'import',
  usage: 'REGISTER FILE… [--dry-run] [--year 年度] [--mend FILE.xlsx]',
  about: '导入一个或几个表；--dry-run 只看不导入；--mend 把没收的行另存成表，改好再导入',
  options: { 'dry-run': { type: 'boolean' }, year: { type: 'string' }, mend: { type: 'string' } },
  words: [2, Number.POSITIVE_INFINITY],
  opens: true,
  async run({ client, signal, tell }, given) {
    const dry = given.values['dry-run'] === true;
    const mend = text(given, 'mend');
    if (mend !== undefined) await folderMustBeThere(mend);
    const files = await readFiles(given.positionals.slice(1));
    const register = await client.registers.current();
    const year = yearOf(given) ?? register?.workingYear;
    let summary = await client.importing.plan({ files, ...(year === undefined ? {} : { year }) }, { signal });
    const recognised = summary.files.some(({ sheets }) => sheets.some(({ kind }) => kind !== null));
    const remarks = await remarksOf(client, summary.batch);
    if (mend !== undefined && summary.toMend > 0) {
      await writeOut(mend, await client.importing.toMend({ batch: summary.batch }, { signal }));
      tell(`有 ${summary.toMend} 行要改，已另存：${mend}`);
    }
    if (dry || !recognised) await client.importing.discard({ batch: summary.batch });
    else summary = await client.importing.commit({ batch: summary.batch }, { signal });

    const unreadable = summary.files.filter(({ refusal }) => refusal !== undefined);
    for (const { file, refusal } of unreadable) tell(`${file}：${refusal ?? ''}`);
    if (!recognised && unreadable.length < summary.files.length) tell('没有一张表认出了表头：前 30 行里要有户编号、姓名、证件号码这类列名。');
    const batch = summary.state === 'committed' ? summary.batch : null;
    const json = {
      batch,
      toMend: summary.toMend,
      files: summary.files.map(({ file, refusal, sheets }) => ({
        file,
        ...(refusal === undefined ? {} : { error: refusal }),
        sheets: sheets.map((sheet) => sheetJson(file, sheet, remarks, batch)),
      })),
    };
    return { json, lines: linesOf(summary, remarks, dry), exit: unreadable.length > 0 || !recognised ? 1 : 0 };
  },
};
