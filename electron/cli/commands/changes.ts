import { fateSigns, type DayDifference, type DifferentHome, type DifferentRow } from '../../../shared/changes/day-difference.ts';
import { plainKinds } from '../../../shared/fields/kinds.ts';
import { labelOf, shown } from '../../../shared/register/show-value.ts';
import { required, text, WrongUsage, type Arguments, type Command } from '../command.ts';
import { leavingOf, leavingOptions } from '../leaving.ts';
import { folderMustBeThere, writeOut } from '../write-out.ts';

const page = 500;

/** The earlier day, in any writing that a sheet may have. */
function sinceOf(given: Arguments): string {
  const written = required(given, 'since');
  const reading = plainKinds.date.read(written, { today: '9999-12-31' });
  if (!reading.ok || typeof reading.value !== 'string') throw new WrongUsage(`--since 应为日期，如 2020-03-31，给的是 ${written}`);
  return reading.value;
}

function rowLines({ what, fate, cells }: DifferentRow): string[] {
  if (fate === 'changed') return cells.map(({ field, old, new: value }) => `  ${fateSigns[fate]} ${what} · ${labelOf(field)}：${shown(field, old)} → ${shown(field, value)}`);
  return [`  ${fateSigns[fate]} ${what}${cells.length === 0 ? '' : `：${cells.map(({ field, old, new: value }) => `${labelOf(field)} ${shown(field, fate === 'came' ? value : old)}`).join('，')}`}`];
}

const homeLines = ({ householdNo, head, village, rows }: DifferentHome): string[] => [[village, head, householdNo === '' ? '' : `户 ${householdNo}`].filter((part) => part !== '').join(' ') || '不属于哪一户', ...rows.flatMap(rowLines)];

export const changesCommand: Command = {
  name: 'changes',
  usage: 'REGISTER --since 日期 [--out FILE.xlsx]',
  about: '从那一天到今天（或 --as-of 的那天）登记册有什么不同：逐户列出新增、没有了、改了的',
  options: { since: { type: 'string' }, out: { type: 'string' }, ...leavingOptions },
  words: [1, 1],
  opens: true,
  reads: true,
  async run({ client, signal }, given) {
    const since = sinceOf(given);
    const out = text(given, 'out');
    if (out !== undefined) await folderMustBeThere(out);
    const homes: DifferentHome[] = [];
    let told: DayDifference;
    do {
      told = await client.history.compareDays({ since, offset: homes.length, limit: page });
      homes.push(...told.homes);
    } while (homes.length < told.total && told.homes.length > 0);
    const size = out === undefined ? 0 : await writeOut(out, await client.history.exportDays({ since, ...leavingOf(given, 'reduced') }, { signal }));
    const { came, went, changed, cells, households } = told;
    return {
      json: { since, came, went, changed, cells, households, homes, ...(out === undefined ? {} : { out, size }) },
      lines: [...homes.flatMap(homeLines), `${households} 户有不同：新增 ${came} 条，没有了 ${went} 条，${changed} 条改了 ${cells} 格`, ...(out === undefined ? [] : [`已写入 ${out}`])],
    };
  },
};
