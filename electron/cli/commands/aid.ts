import { calculators, counted } from '../../../shared/plan/aid/index.ts';
import { onOf, word, WrongUsage, yearOf, type Command } from '../command.ts';

export const aidCommand: Command = {
  name: 'aid',
  usage: `REGISTER ${calculators.map(({ key }) => key).join('|')} [--on 日期] [--year 年度]`,
  about: `逐人逐户测算：${calculators.map(({ title }) => title).join('、')}`,
  options: { on: { type: 'string' }, year: { type: 'string' } },
  words: [2, 2],
  opens: true,
  reads: true,
  async run({ client }, given) {
    const key = word(given, 1);
    if (!calculators.some((each) => each.key === key)) throw new WrongUsage(`没有“${key}”这种测算`);
    const [day, year] = [onOf(given), yearOf(given)];
    const table = await client.plan.aid({ key, ...(day === undefined ? {} : { day }), ...(year === undefined ? {} : { year }) });
    const shown = (value: number | null): string => (value === null ? '—' : counted.has(key) ? String(value) : (value / 100).toFixed(2));
    return {
      json: table,
      lines: [
        `${table.title}，${table.day}`, table.means, ...(table.lacks === '' ? [] : [`算不了：${table.lacks}`]),
        ['姓名', '村', '依据', ...table.heads, '说明'].join('\t'),
        ...table.lines.map(({ who, village, by, due, paid, owed, note }) => [who, village, by, shown(due), shown(paid), shown(owed), note].join('\t')),
        ...(counted.has(key) ? [] : [`合计 ${table.lines.length} 行：${table.heads[0]} ${shown(table.sums.due)}，${table.heads[1]} ${shown(table.sums.paid)}，${table.heads[2]} ${shown(table.sums.owed)}`]),
      ],
    };
  },
};
