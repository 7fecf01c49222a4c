import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dutyCalendar } from '../../../electron/core/plan/duty-calendar.ts';
import { shippedPlans } from '../../../electron/core/plan/plan-of.ts';
import { windowsOf } from '../../../electron/core/plan/windows.ts';
import { judge, type Deed, type DutyLine } from '../../../shared/plan/duties/judge.ts';
import type { Duty } from '../../../shared/plan/year-plan.ts';

const [plan] = shippedPlans;
if (!plan) throw new Error('No plan ships');
const days = Array.from({ length: 366 }, (_, at) => new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10));
const study: Duty = { key: 'study', row: 'S59', title: '专题研究', who: ['试街道'], rule: 'FREQ=MONTHLY;BYMONTHDAY=-1', least: 2, evidence: { ledger: 'meeting', on: 'on', by: 'unit' } };
const windows = windowsOf(study, plan);
const on = (day: string, deeds: readonly Deed[]): DutyLine[] => judge(study, { windows, who: ['试街道'], deeds, marks: [], day });
const deed = (day: string, at: number): Deed => ({ by: '试街道党工委', on: day, amount: 1, ledger: 'meeting', record: String(at) });
const missed = (lines: readonly DutyLine[]): string[] => lines.filter(({ state }) => state === 'missed').map(({ label }) => label);

test('a year day by day: two meetings a month, none in May, one in August, and two in November held in the last two days', () => {
  const held = ['2020-03-20', '2020-03-27', '2020-04-01', '2020-04-30', '2020-06-01', '2020-06-02', '2020-07-10', '2020-07-20', '2020-08-05', '2020-09-01', '2020-09-30', '2020-10-09', '2020-10-10', '2020-11-29', '2020-11-30', '2020-12-01', '2020-12-31'].map(deed);
  const byDay = new Map(days.map((day) => [day, missed(on(day, held))]));
  expect(byDay.get('2020-05-31')).toEqual([]);
  expect(byDay.get('2020-06-01')).toEqual(['5月']);
  expect(byDay.get('2020-08-31')).toEqual(['5月']);
  expect(byDay.get('2020-09-01')).toEqual(['5月', '8月']);
  expect(byDay.get('2020-11-30')).toEqual(['5月', '8月']);
  expect(byDay.get('2020-12-31')).toEqual(['5月', '8月']);
});

test('on every day what is missed is what closed without enough, what was missed stays missed, and every window is told once', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...days), { maxLength: 40 }), (held) => {
      const deeds = held.map(deed);
      let before: string[] = [];
      for (const day of days) {
        const lines = on(day, deeds);
        expect(lines).toHaveLength(10);
        const now = missed(lines);
        expect(before.every((label) => now.includes(label))).toBe(true);
        const closed = Array.from({ length: 10 }, (_, at) => at + 3).filter((month) => `2020-${String(month).padStart(2, '0')}-31` < day && new Date(Date.UTC(2020, month, 1)).toISOString().slice(0, 10) <= day);
        expect(now).toEqual(closed.filter((month) => held.filter((each) => Number(each.slice(5, 7)) === month).length < 2).map((month) => `${month}月`));
        before = now;
      }
    }),
    { numRuns: 12 },
  );
});

test('the calendar holds each occurrence once, in lines of at most 75 octets that are whole when unfolded', () => {
  const lines = on('2020-03-16', []);
  const text = dutyCalendar(lines, { name: '职责', stamp: '20200316T000000Z' });
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(10);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const unfolded = text.replaceAll('\r\n ', '');
  expect(unfolded).toContain('SUMMARY:试街道：专题研究（3月）');
  expect(new Set(unfolded.match(/^UID:.*$/gm)).size).toBe(10);
  // May ends on a Sunday: it is reminded of on the Friday before.
  expect(unfolded).toContain('DTSTART;VALUE=DATE:20200529');
});
