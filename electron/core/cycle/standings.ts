import { lastDayOf, ranked, type MonthCycle, type Standing } from '../../../shared/cycle/month.ts';
import { measurePlan } from '../plan/measure-plan.ts';
import { problemRows, saidOf } from '../problems/problem-rows.ts';
import type { RegisterFile } from '../storage/register-file.ts';

/** What every street owed in a month and did of it: its workbook in time, its own duties that closed, its problems that fell due. */
export function standingsOf(register: RegisterFile, { period, offices }: MonthCycle, today: string): Standing[] {
  const end = lastDayOf(period);
  const day = today < end ? today : end;
  const duties = measurePlan(register, { year: Number(period.slice(0, 4)), days: [day], rows: [], names: 0 }).duties.filter(({ due }) => due.startsWith(period));
  const problems = problemRows(register, day).filter(({ values }) => saidOf(values, 'due') !== '' && saidOf(values, 'due') <= end && (saidOf(values, 'closedOn') === '' || saidOf(values, 'closedOn') >= `${period}-01`));
  return ranked(
    offices.map(({ office, state, daysLate }) => {
      const own = duties.filter((line) => line.who === office && line.state !== 'excused');
      const theirs = problems.filter(({ town }) => town === office);
      return {
        office, state, daysLate,
        duties: { owed: own.length, done: own.filter((line) => line.state === 'done').length },
        problems: { owed: theirs.length, done: theirs.filter((row) => row.state === 'closed').length },
      };
    }),
  );
}
