import type { DutyLine } from '../../../shared/plan/duties/judge.ts';
import { onOf, text, yearOf, type Command } from '../command.ts';
import { folderMustBeThere, writeOut } from '../write-out.ts';

const line = ({ remind, due, who, title, label, done, least, row }: DutyLine): string => `  ${remind === due ? due : `${remind}（最迟 ${due}）`}\t${who}\t${title}（${label}）\t${done} / ${least}\t${row}`;

export const dutiesCommand: Command = {
  name: 'duties',
  usage: 'REGISTER [--on 日期] [--year 年度] [--ics FILE.ics] [--who 单位或人]',
  about: '职责到期表：今天要办的、两周内的、逾期的，按单位和人合计；--ics 存成日历',
  options: { on: { type: 'string' }, year: { type: 'string' }, ics: { type: 'string' }, who: { type: 'string' } },
  words: [1, 1],
  opens: true,
  reads: true,
  async run({ client }, given) {
    const [day, year, out, who] = [onOf(given), yearOf(given), text(given, 'ics'), text(given, 'who')];
    const when = { ...(day === undefined ? {} : { day }), ...(year === undefined ? {} : { year }) };
    if (out !== undefined) await folderMustBeThere(out);
    const clock = await client.plan.duties(when);
    if (out !== undefined) await writeOut(out, await client.plan.calendar({ ...when, ...(who === undefined ? {} : { who }) }));
    const of = (lines: readonly DutyLine[]): readonly DutyLine[] => (who === undefined ? lines : lines.filter((each) => each.who === who));
    const json = { ...clock, overdue: of(clock.overdue), today: of(clock.today), fortnight: of(clock.fortnight), people: clock.people.filter((each) => who === undefined || each.who === who) };
    return {
      json,
      lines: [
        `${clock.day}${clock.workday ? '' : '（休息日）'}：今天 ${json.today.length}，两周内 ${json.fortnight.length}，逾期 ${json.overdue.length}`,
        '今天：', ...json.today.map(line),
        '两周内：', ...json.fortnight.map(line),
        '逾期：', ...json.overdue.map(line),
        '按单位和人：', ...json.people.map((each) => `  ${each.who}\t已办 ${each.done}，逾期 ${each.missed}，免办 ${each.excused}，待办 ${each.open}，未到 ${each.later}`),
        ...(out === undefined ? [] : [`日历已存：${out}`]),
      ],
    };
  },
};
