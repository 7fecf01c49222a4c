import { levelWords } from '../../../shared/papers/gate.ts';
import type { DossierScope } from '../../../shared/contract/dossiers.ts';
import { required, WrongUsage, yearOf, type Command } from '../command.ts';
import { buildFonts } from '../fonts.ts';
import { scopeOf, scopeOptions } from '../household-scope.ts';
import { leavingOf, leavingOptions } from '../leaving.ts';
import { folderMustBeThere, writeOut } from '../write-out.ts';

export const dossierCommand: Command = {
  name: 'dossier',
  usage: 'REGISTER --household 户编号 | --village 村名 | --all --out FILE.pdf|.zip [--level inside|full --reason 用途] [--no-photos] [--year 年度]',
  about: '一户一档：一个 PDF，或者 zip 里每户一个 PDF；号码遮住，要完整号码须写用途',
  options: { ...scopeOptions, ...leavingOptions, out: { type: 'string' }, 'no-photos': { type: 'boolean' }, year: { type: 'string' } },
  words: [1, 1],
  opens: true,
  reads: true,
  async run({ client, signal }, given) {
    const out = required(given, 'out');
    await folderMustBeThere(out);
    const as = out.toLowerCase().split('.').at(-1);
    if (as !== 'pdf' && as !== 'zip') throw new WrongUsage('--out 应以 .pdf 或 .zip 结尾');
    const { level, reason } = leavingOf(given, 'reduced');
    if (level !== 'reduced' && level !== 'full') throw new WrongUsage('一户一档只在机关内部用，--level 应为 inside 或 full');
    const year = yearOf(given) ?? (await client.registers.current())?.workingYear ?? 2020;
    const scope = await scopeOf(client, given, year);
    const of: DossierScope = scope.scope === 'household' ? { households: [scope.householdId] } : { question: { subject: 'households', year, ...(scope.scope === 'village' ? { filters: [{ field: 'village', test: 'equals', value: scope.village }] } : {}) } };
    buildFonts();
    const file = await client.dossiers.file({ year, of, level, reason, pictures: given.values['no-photos'] !== true, as }, { signal });
    const bytes = await writeOut(out, file);
    return { json: { out, bytes, name: file.name, level }, lines: [`已出 ${file.name}（${levelWords[level]}）：${out}`] };
  },
};
