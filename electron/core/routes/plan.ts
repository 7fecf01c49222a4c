import { Refusal } from '../../../shared/contract/errors.ts';
import type { ParameterRow } from '../../../shared/contract/plan.ts';
import type { Level } from '../../../shared/papers/gate.ts';
import { counted } from '../../../shared/plan/aid/index.ts';
import { clockOf } from '../../../shared/plan/duties/clock.ts';
import { type Parameter, parameterKeys, parameters } from '../../../shared/register/parameters.ts';
import { dayInYear } from '../../../shared/register/age.ts';
import { dutyCalendar } from '../plan/duty-calendar.ts';
import { measurePlan } from '../plan/measure-plan.ts';
import { moneyOf } from '../plan/money-of.ts';
import { markDuty, sayOfDay, sayOfPlan } from '../plan/office-says.ts';
import { planFigures, type OnDay } from '../plan/plan-figures.ts';
import { planOf } from '../plan/plan-of.ts';
import { targetDetail } from '../plan/target-detail.ts';
import { ownDays, specialDays } from '../plan/work-calendar.ts';
import { workOutAid } from '../plan/work-out-aid.ts';
import { letOut, mayLeave } from '../reporting/outgoing.ts';
import { writePlainBook } from '../reporting/plain-book-writer.ts';
import { aidSheets, moneySheets } from '../reporting/plan-sheets.ts';
import { workingYear } from '../registers/open-register.ts';
import { readRecords } from '../tables/facts.ts';
import type { CoreContext, Implementer } from './base.ts';
import { fileOf } from './files.ts';
import { todayOf } from './today.ts';

const done = (_nothing: void): null => null;

export function planRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  const when = ({ year, day }: { readonly year?: number | undefined; readonly day?: string | undefined }): OnDay => {
    const asked = year ?? (day === undefined ? workingYear(desk.register) : Number(day.slice(0, 4)));
    return { year: asked, day: day ?? dayInYear(asked, todayOf(host)) };
  };
  function inside({ level, reason }: { readonly level: Level; readonly reason: string }): 'reduced' | 'full' {
    mayLeave(level, reason);
    if (level === 'public' || level === 'house') throw new Refusal('NOT_ALLOWED', '测算和资金只在机关内部使用，不能公开张贴');
    return level;
  }
  const lines = ({ year, day }: OnDay) => measurePlan(desk.register, { year, days: [day], rows: [], names: 0 }).duties;
  return {
    board: os.plan.board.handler(({ input }) => planFigures(desk.register, when(input), input.names)),
    target: os.plan.target.handler(({ input }) => targetDetail(desk.register, input.row, when(input), input.most)),
    duties: os.plan.duties.handler(({ input }) => {
      const on = when(input);
      return clockOf(lines(on), { ...on, workday: planOf(desk.register, on.year).calendar.isWorkday(on.day) });
    }),
    dutiesOf: os.plan.dutiesOf.handler(({ input }) => lines(when(input)).filter(({ who }) => who === input.who)),
    calendar: os.plan.calendar.handler(({ input }) => {
      const open = lines(when(input)).filter(({ who, state }) => (input.who === undefined || who === input.who) && (state === 'open' || state === 'later'));
      const name = `脱贫攻坚职责${input.who === undefined ? '' : `_${input.who}`}`;
      const stamp = host.now().toISOString().replace(/[-:]|\.\d+/g, '');
      return new File([dutyCalendar(open, { name, stamp })], `${name}.ics`, { type: 'text/calendar' });
    }),
    aid: os.plan.aid.handler(({ input }) => workOutAid(desk.register, input.key, when(input))),
    money: os.plan.money.handler(({ input }) => moneyOf(desk.register, when(input))),
    exportAid: os.plan.exportAid.handler(({ input, signal }) => {
      const level = inside(input);
      return jobs.run(input.job, signal, async (job) => {
        const table = workOutAid(desk.register, input.key, when(input));
        if (table.lines.length === 0) throw new Refusal('NOTHING_TO_PRINT', table.lacks === '' ? `“${table.title}”里一个人也没有` : `还算不了：${table.lacks}`);
        const sheets = aidSheets(desk.register, table, { level, counted: counted.has(input.key) });
        const bytes = await writePlainBook(sheets, job);
        const name = `测算_${table.title}_${table.day}.xlsx`.replaceAll(/[“”"<>|:*?/\\]/g, '');
        letOut({ present: desk.present, host }, {
          what: `测算：${table.title} ${table.day}`, purpose: '导出', level, reason: input.reason, columns: sheets[0]?.head ?? [], rows: table.lines.length,
          households: table.lines.flatMap(({ householdId }) => householdId ?? []), members: table.lines.flatMap(({ memberId }) => memberId ?? []), file: name, bytes,
        });
        return fileOf(bytes, name);
      });
    }),
    exportMoney: os.plan.exportMoney.handler(({ input, signal }) => {
      const level = inside(input);
      const on = when(input);
      return jobs.run(input.job, signal, async (job) => {
        const flow = moneyOf(desk.register, on);
        if (flow.funds.length === 0 && flow.sent === 0 && flow.paid === 0 && flow.postings.length === 0) throw new Refusal('NOTHING_TO_PRINT', '还没有到账、下拨、发放和公示的记录', { remedy: '请先记“资金到账”“资金下拨”“补助发放表”' });
        const sheets = moneySheets(flow, on.day);
        const bytes = await writePlainBook(sheets, job);
        const name = `资金流向_${on.day}.xlsx`;
        letOut({ present: desk.present, host }, { what: `资金流向 ${on.day}`, purpose: '导出', level, reason: input.reason, columns: sheets[0]?.head ?? [], rows: flow.funds.length + flow.postings.length, households: [], members: [], file: name, bytes });
        return fileOf(bytes, name);
      });
    }),
    parameters: os.plan.parameters.handler(({ input }) => {
      const { settings } = planOf(desk.register, when(input).year);
      return parameterKeys.map((key): ParameterRow => {
        const { label, unit, source, steps }: Parameter = parameters[key];
        return {
          key, label, unit, source,
          steps: [...steps.map(([from, value]) => ({ from, value, why: source, own: false })), ...settings.filter(({ of }) => of === key).map(({ from, value, why }) => ({ from, value: Number(value), why, own: true }))].toSorted((a, b) => (a.from < b.from ? -1 : 1)),
        };
      });
    }),
    days: os.plan.days.handler(({ input }) => specialDays(when(input).year, ownDays(readRecords(desk.register, 'calendarDay')))),
    sayDay: os.plan.sayDay.handler(({ input }) => done(sayOfDay(desk.register, input))),
    say: os.plan.say.handler(({ input }) => done(sayOfPlan(desk.register, { ...input, year: when(input).year }))),
    mark: os.plan.mark.handler(({ input }) => done(markDuty(desk.register, input, todayOf(host)))),
  };
}
