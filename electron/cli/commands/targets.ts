import { stateMarks, stateWords } from '../../../shared/plan/targets/state.ts';
import { onOf, yearOf, type Command } from '../command.ts';

const shown = (value: number | null): string => (value === null ? '—' : String(Math.round(value * 100) / 100));

export const targetsCommand: Command = {
  name: 'targets',
  usage: 'REGISTER [--on 日期] [--year 年度]',
  about: '方案的每一条（S01–S75）做到哪里：目标、实际、缺谁、状态；--on 用现在的登记册看那一天，--as-of 用那一天的登记册',
  options: { on: { type: 'string' }, year: { type: 'string' } },
  words: [1, 1],
  opens: true,
  reads: true,
  async run({ client }, given) {
    const [day, year] = [onOf(given), yearOf(given)];
    const board = await client.plan.board({ ...(day === undefined ? {} : { day }), ...(year === undefined ? {} : { year }), names: 200_000 });
    const json = Object.fromEntries(
      board.rows.map(({ row, title, section, units, quota, until, means, unit, target, actual, plan, households, people, forecast, state, readings, asOf, names }) => [
        row,
        { title, section, units, quota, until, means, unit, target, actual, plan, households, people, missing: names.map(({ who, village, why, householdId, memberId, record }) => ({ who, village, why, householdId, memberId, record })), forecast, state, readings, asOf },
      ]),
    );
    return {
      json,
      lines: [
        `${board.title}（${board.document}），${board.day}`,
        ...board.rows.map(({ row, title, unit, target, actual, plan, missing, state, until }) =>
          `${row} ${stateMarks[state]} ${stateWords[state]}\t${title}\t${actual === null ? '没有数据' : `${shown(actual)}${target === null ? '' : ` / ${shown(target)}`} ${unit}`}${plan === null || plan === target ? '' : `（方案 ${shown(plan)}）`}${missing > 0 ? `，缺 ${missing}` : ''}\t${until}`),
      ],
    };
  },
};
