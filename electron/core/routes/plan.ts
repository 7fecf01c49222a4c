import type { ParameterRow } from '../../../shared/contract/plan.ts';
import { clockOf } from '../../../shared/plan/duties/clock.ts';
import { type Parameter, parameterKeys, parameters } from '../../../shared/register/parameters.ts';
import { dayInYear } from '../../../shared/register/age.ts';
import { dutyCalendar } from '../plan/duty-calendar.ts';
import { measurePlan } from '../plan/measure-plan.ts';
import { moneyOf } from '../plan/money-of.ts';
import { markDuty, sayOfPlan } from '../plan/office-says.ts';
import { planFigures, type OnDay } from '../plan/plan-figures.ts';
import { planOf } from '../plan/plan-of.ts';
import { targetDetail } from '../plan/target-detail.ts';
import { isWorkday } from '../plan/windows.ts';
import { workOutAid } from '../plan/work-out-aid.ts';
import { workingYear } from '../registers/open-register.ts';
import type { CoreContext, Implementer } from './base.ts';
import { todayOf } from './today.ts';

const done = (_nothing: void): null => null;

export function planRoutes(os: Implementer, { host, desk }: CoreContext) {
  const when = ({ year, day }: { readonly year?: number | undefined; readonly day?: string | undefined }): OnDay => {
    const asked = year ?? (day === undefined ? workingYear(desk.register) : Number(day.slice(0, 4)));
    return { year: asked, day: day ?? dayInYear(asked, todayOf(host)) };
  };
  const lines = ({ year, day }: OnDay) => measurePlan(desk.register, { year, days: [day], rows: [], names: 0 }).duties;
  return {
    board: os.plan.board.handler(({ input }) => planFigures(desk.register, when(input), input.names)),
    target: os.plan.target.handler(({ input }) => targetDetail(desk.register, input.row, when(input), input.most)),
    duties: os.plan.duties.handler(({ input }) => {
      const on = when(input);
      return clockOf(lines(on), { ...on, workday: isWorkday(on.day) });
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
    say: os.plan.say.handler(({ input }) => done(sayOfPlan(desk.register, { ...input, year: when(input).year }))),
    mark: os.plan.mark.handler(({ input }) => done(markDuty(desk.register, input, todayOf(host)))),
  };
}
