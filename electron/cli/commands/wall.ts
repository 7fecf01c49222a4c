import type { Scope, WallInput } from '../../../shared/contract/walls.ts';
import { wallSets, wallSetWords } from '../../../shared/papers/wall-sets.ts';
import { required, text, WrongUsage, yearOf, type Arguments, type Command } from '../command.ts';
import { buildFonts } from '../fonts.ts';
import { scopeOf, scopeOptions } from '../household-scope.ts';
import { folderMustBeThere, writeOut } from '../write-out.ts';

function inputOf(given: Arguments, year: number, of: Scope): WallInput {
  const wanted = text(given, 'set') ?? 'house';
  const set = wallSets.find((each) => each === wanted);
  if (!set) throw new WrongUsage(`--set 应为 ${wallSets.join('、')}，给的是 ${wanted}`);
  const paper = text(given, 'paper') ?? 'a4';
  if (paper !== 'a4' && paper !== 'a3') throw new WrongUsage(`--paper 应为 a4 或 a3，给的是 ${paper}`);
  const sheets = text(given, 'sheets')?.split(/[,，]/).map((key) => key.trim()).filter((key) => key !== '');
  const since = text(given, 'changed-since')?.toUpperCase();
  if (since !== undefined && since !== 'PRINTED' && !/^[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(since)) throw new WrongUsage(`--changed-since 应为纸上的版次，如 K7QF-2M8D，或 printed，给的是 ${since}`);
  return { year, of, set, paper, lists: given.values['no-lists'] !== true, ...(sheets && sheets.length > 0 ? { sheets } : {}), ...(since === undefined ? {} : { changedSince: since === 'PRINTED' ? 'printed' : since }) };
}

export const wallCommand: Command = {
  name: 'wall',
  usage: 'REGISTER --household 户编号 | --village 村名 | --all --out FILE.pdf|.xlsx [--set house|village|board] [--sheets 种类,…] [--paper a4|a3] [--changed-since 版次|printed] [--no-lists] [--year 年度]',
  about: '上墙表：户内三张起、村里公示、作战图，一个 PDF（或 Excel）；--changed-since 只出变了的',
  options: { ...scopeOptions, out: { type: 'string' }, year: { type: 'string' }, set: { type: 'string' }, sheets: { type: 'string' }, paper: { type: 'string' }, 'changed-since': { type: 'string' }, 'no-lists': { type: 'boolean' } },
  words: [1, 1],
  opens: true,
  reads: true,
  async run({ client, signal }, given) {
    const out = required(given, 'out');
    await folderMustBeThere(out);
    const year = yearOf(given) ?? (await client.registers.current())?.workingYear ?? 2020;
    const input = inputOf(given, year, await scopeOf(client, given, year));
    const budget = await client.walls.budget(input);
    const as = out.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'pdf';
    if (as === 'pdf') buildFonts();
    const bytes = await writeOut(out, await client.walls.file({ ...input, as }, { signal }));
    return { json: { out, bytes, ...budget }, lines: [`已做成${wallSetWords[budget.set]} ${budget.places} 处 ${budget.pages} 页：${out}`] };
  },
};

export const wallsCommand: Command = {
  name: 'walls',
  usage: 'REGISTER [--year 年度]',
  about: '墙上贴的和登记册不一样的：哪些户、哪些村要补打',
  options: { year: { type: 'string' } },
  words: [1, 1],
  opens: true,
  reads: true,
  async run({ client }, given) {
    const year = yearOf(given) ?? (await client.registers.current())?.workingYear ?? 2020;
    const found = await client.walls.revisit({ year });
    return { json: found, lines: found.flatMap(({ where, called, state, sheets }) => [`${where} ${called}${state === 'gone' ? '：已不在册，请撤下' : ''}`, ...sheets.map(({ title, edition, since, changes }) => `  ${title}（版次 ${edition}，${since}）${changes.slice(0, 5).map(({ what, was, now }) => ` ${what}：${was || '空'}→${now || '空'}`).join('；')}`)]) };
  },
};
