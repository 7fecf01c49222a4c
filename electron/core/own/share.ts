import { z } from 'zod';
import { Refusal } from '../../../shared/contract/errors.ts';
import { ownDraft } from '../../../shared/contract/own-columns.ts';
import { readDeclaration, writeDeclaration } from '../../../shared/register/own/declaration.ts';
import { ownField, ownerOfKey, type OwnColumn } from '../../../shared/register/own/own-column.ts';
import { kindOf } from '../../../shared/register/field.ts';
import { findLedger } from '../../../shared/register/ledgers/index.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { checkDraft } from './check-draft.ts';
import { aboutOf, declare } from './columns.ts';

const fileFormat = 'mingce-own-columns-1';
const scalar = z.union([z.string().max(20_000), z.number(), z.null()]);
const fileSchema = z.object({ format: z.literal(fileFormat), columns: z.array(z.object({ key: z.string().max(80), says: z.record(z.string(), scalar) })).max(500) });

/** The declarations for a colleague: no value of any row. */
export function exportOwn(register: RegisterFile, keys: readonly string[] | undefined): string {
  const columns = register.own.filter(({ key }) => keys === undefined || keys.includes(key)).map((column) => ({ key: column.key, says: writeDeclaration(column) }));
  return `${JSON.stringify({ format: fileFormat, columns }, null, 1)}\n`;
}

/** A colleague's declaration is held to the same as one by hand. */
function checked(column: OwnColumn): OwnColumn {
  const kind = kindOf(ownField(column));
  const draft = ownDraft.parse({ ...column, least: kind.edit(column.least), most: kind.edit(column.most) });
  return checkDraft(draft, aboutOf(column.key), column.key);
}

/** Takes a colleague's columns in, one command. One that is here already, with the same key, stays as it is here. */
export function importOwn(register: RegisterFile, text: string, file: string): { readonly added: number; readonly there: number } {
  const notOurs = (): Refusal => new Refusal('FILE_NOT_A_WORKBOOK', '这不是明册导出的自设列文件', { where: file, remedy: '请选择从“设置 → 自设列”里导出的文件' });
  let columns: OwnColumn[];
  try {
    columns = fileSchema.parse(JSON.parse(text)).columns.map(({ key, says }) => {
      const column = readDeclaration(key, says);
      const ledger = ownerOfKey(key)?.ledger ?? null;
      if (column === null || (ledger !== null && !findLedger(ledger))) throw new Error('no declaration');
      return column;
    });
  } catch {
    throw notOurs();
  }
  const here = new Set(register.own.map(({ key }) => key));
  const fresh = columns.filter(({ key }, at) => !here.has(key) && columns.findIndex((other) => other.key === key) === at);
  if (fresh.length === 0) return { added: 0, there: columns.length };
  const seen = new Set<string>();
  const ready = fresh.map((column) => {
    for (const header of [column.label, ...column.also]) {
      const mark = `${aboutOf(column.key)} ${header}`;
      if (seen.has(mark)) throw notOurs();
      seen.add(mark);
    }
    try {
      return checked(column);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw notOurs();
    }
  });
  register.log.run({ kind: 'edit', label: `收下 ${ready.length} 个自设列：${file}` }, (writer) => {
    for (const column of ready) declare(register, writer, column);
  });
  return { added: ready.length, there: columns.length - ready.length };
}
