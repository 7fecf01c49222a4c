import type { Scope } from '../../../shared/contract/papers.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { CoreClient } from '../../core/open-core.ts';
import { required, text, WrongUsage, yearOf, type Arguments, type Command } from '../command.ts';
import { buildFonts } from '../fonts.ts';
import { folderMustBeThere, writeOut } from '../write-out.ts';

async function scopeOf(client: CoreClient, given: Arguments, year: number): Promise<Scope> {
  const household = text(given, 'household');
  const village = text(given, 'village');
  const all = given.values['all'] === true;
  if ([household !== undefined, village !== undefined, all].filter(Boolean).length !== 1) throw new WrongUsage('要给 --household、--village、--all 中的一个');
  if (village !== undefined) return { scope: 'village', village };
  if (household === undefined) return { scope: 'all' };
  const { rows } = await client.tables.rows({ subject: 'households', year, filters: [{ field: 'householdNo', test: 'equals', value: household.trim() }], offset: 0, limit: 2 });
  const [row] = rows;
  if (!row) throw new Refusal('NOT_FOUND', '登记册里没有这一户', { where: `户编号 ${household}`, remedy: '请核对户编号' });
  if (rows.length > 1) throw new Refusal('NOT_ALLOWED', '有几户用同一个户编号', { where: `户编号 ${household}`, remedy: '请先改正户编号，再打印' });
  return { scope: 'household', householdId: row.householdId };
}

export const wallCommand: Command = {
  name: 'wall',
  usage: 'REGISTER --household 户编号 | --village 村名 | --all --out FILE.pdf|.xlsx [--year 年度]',
  about: '三上墙：每户三张 A4，一个 PDF（或 Excel）',
  options: { household: { type: 'string' }, village: { type: 'string' }, all: { type: 'boolean' }, out: { type: 'string' }, year: { type: 'string' } },
  words: [1, 1],
  opens: true,
  reads: true,
  async run({ client, signal }, given) {
    const out = required(given, 'out');
    await folderMustBeThere(out);
    const year = yearOf(given) ?? (await client.registers.current())?.workingYear ?? 2020;
    const of = await scopeOf(client, given, year);
    const budget = await client.papers.wallBudget({ year, of });
    const as = out.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'pdf';
    if (as === 'pdf') buildFonts();
    const bytes = await writeOut(out, await client.papers.walls({ year, of, as }, { signal }));
    return { json: { out, bytes, ...budget }, lines: [`已做成 ${budget.households} 户 ${budget.pages} 页：${out}`] };
  },
};
