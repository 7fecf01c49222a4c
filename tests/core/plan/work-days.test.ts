import { expect, test } from 'vitest';
import { officeCalendar, specialDays } from '../../../electron/core/plan/work-calendar.ts';
import { holidaysOf, windowsOf } from '../../../electron/core/plan/windows.ts';
import { shippedPlans } from '../../../electron/core/plan/plan-of.ts';
import { openTestCore } from '../support/core.ts';

const off = (day: string, holiday = '') => ({ day, off: true, holiday, why: '通知' });
const work = (day: string) => ({ day, off: false, holiday: '', why: '通知' });

test('the office overrides the country: a day off more, a day worked within a holiday, a year that nobody published', () => {
  const calendar = officeCalendar([off('2020-05-29'), work('2020-10-03'), off('2020-10-09', '国庆节')]);
  expect(['2020-05-28', '2020-05-29', '2020-10-03', '2020-10-09'].map(calendar.isWorkday)).toEqual([true, false, true, false]);
  // A working day in the middle does not make two holidays of one; a day that is added belongs to it.
  expect(holidaysOf({ year: 2020, holidays: ['国庆节'] }, calendar)).toEqual([{ label: '国庆节', first: '2020-10-01', last: '2020-10-09' }]);
  const [plan] = shippedPlans;
  const duty = { key: 'm', row: 'S57', title: '月', who: ['区'], rule: 'FREQ=MONTHLY;BYMONTHDAY=-1' };
  const remind = (own = calendar): string | undefined => (plan ? windowsOf(duty, plan, own).find(({ label }) => label === '5月')?.remind : undefined);
  expect([remind(), remind(officeCalendar([]))]).toEqual(['2020-05-28', '2020-05-29']);
  expect(specialDays(2031, [])).toEqual([]);
  expect(specialDays(2031, [off('2031-10-01', '国庆节')])).toEqual([{ day: '2031-10-01', off: true, holiday: '国庆节', own: true, why: '通知', usual: '上班' }]);
});

test('a day is changed with what says so, moves the clock of duties, stands in the log, and goes back', async () => {
  const { client } = await openTestCore({ now: () => new Date('2020-05-28T12:00:00') });
  const remind = async () => (await client.plan.dutiesOf({ year: 2020, who: '区扶贫办' })).find(({ duty, label }) => duty === 'month-dispatch' && label === '5月')?.remind;
  expect(await remind()).toBe('2020-05-29');
  await expect(client.plan.sayDay({ day: '2020-05-29', kind: '放假' })).rejects.toMatchObject({ data: { what: '改日历要写明依据' } });
  await client.plan.sayDay({ day: '2020-05-29', kind: '放假', why: '区政府通知' });
  expect(await remind()).toBe('2020-05-28');
  expect((await client.plan.duties({ year: 2020, day: '2020-05-29' })).workday).toBe(false);
  expect((await client.plan.days({ year: 2020 })).find(({ own }) => own)).toEqual({ day: '2020-05-29', off: true, holiday: '', own: true, why: '区政府通知', usual: '上班' });
  expect((await client.history.commands({ limit: 1 })).rows).toMatchObject([{ label: '改日历：2020-05-29 放假', kind: 'settings' }]);
  // Said again, it is the same day.
  await client.plan.sayDay({ day: '2020-05-29', kind: '上班', why: '改了' });
  expect(await remind()).toBe('2020-05-29');
  await client.plan.sayDay({ day: '2020-05-29', kind: null });
  expect((await client.plan.days({ year: 2020 })).some(({ own }) => own)).toBe(false);
  await expect(client.plan.sayDay({ day: '2020-05-29', kind: null })).rejects.toMatchObject({ data: { what: '这一天没有改过' } });
});
