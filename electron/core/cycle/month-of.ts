import { calendarDayOf } from '../../../shared/register/calendar-day.ts';
import { monthlyForm } from '../../../shared/cycle/monthly-form.ts';
import { cyclePaperWords, judgeMonth, periodWords, type CyclePaper, type MonthCycle, type Return, type Sending, stepWords } from '../../../shared/cycle/month.ts';
import { numberOf, textOf, type RecordFacts } from '../../../shared/register/facts.ts';
import { takenIn } from '../importing/returned-books.ts';
import { planOf } from '../plan/plan-of.ts';
import { lastFrozen } from '../reporting/frozen-reports.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readRecords } from '../tables/facts.ts';
import { officesOf } from './collection.ts';

/** Where the program's own report of the six groups is kept as it was sent. */
const groupsReport = 'five-groups';
/** The meeting that is the month's dispatch. */
export const dispatchKind = '五个一批月调度';

/** What is noted of a paper of the month that was saved. */
export const savedPaper = '保存月度材料';

/** The last file that was saved of a paper, as it is noted among what left. */
const fileOf = (register: RegisterFile, period: string, paper: CyclePaper): string =>
  (register.sql('SELECT file FROM outgoing WHERE what = ? AND purpose = ? ORDER BY number DESC LIMIT 1').get(`${periodWords(period)}${cyclePaperWords[paper]}`, savedPaper) as { file: string } | undefined)?.file ?? '';

/** The months of a year as they stand on a day, worked out from what was sent, taken in, written down and frozen. */
export function monthsOf(register: RegisterFile, present: RegisterFile, { year, day }: { readonly year: number; readonly day: string }, periods?: readonly string[]): MonthCycle[] {
  const { plan } = planOf(register, year);
  const offices = officesOf(register);
  const of = (ledger: string): RecordFacts[] => readRecords(register, ledger).filter((record) => record.year === year);
  const [sent, marks, papers, meetings] = [of('collection'), of('cycleStep'), of('monthlyPaper'), of('meeting')];
  const returned = takenIn(register).filter(({ form }) => form === monthlyForm.key);
  const months = periods ?? Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
  return months.map((period) => {
    const said = (record: RecordFacts | undefined, ledger: string) => (name: string): string => (record ? textOf(record.values, `${ledger}.${name}`) : '');
    const checked = marks.find(({ values }) => textOf(values, 'cycleStep.period') === period && textOf(values, 'cycleStep.step') === stepWords.check);
    const check = said(checked, 'cycleStep');
    const paper = (kind: string): RecordFacts[] => papers.filter(({ values }) => textOf(values, 'monthlyPaper.month') === period && textOf(values, 'monthlyPaper.kind') === kind);
    const reports = paper('月报告').toSorted((a, b) => (textOf(a.values, 'monthlyPaper.on') < textOf(b.values, 'monthlyPaper.on') ? -1 : 1));
    const [bulletin] = paper('月通报');
    const meeting = meetings.find(({ values }) => textOf(values, 'meeting.kind') === dispatchKind && textOf(values, 'meeting.on').startsWith(period));
    const last = said(reports.at(-1), 'monthlyPaper');
    const held = said(meeting, 'meeting');
    const told = said(bulletin, 'monthlyPaper');
    return judgeMonth({
      period, day, offices, issuedOn: plan.issuedOn, groups: plan.sixGroups, reported: reports.map(({ values }) => textOf(values, 'monthlyPaper.group')),
      sendings: sent.filter(({ values }) => textOf(values, 'collection.period') === period).map(({ values }): Sending => ({ office: textOf(values, 'collection.office'), sentOn: textOf(values, 'collection.sentOn'), due: textOf(values, 'collection.due'), revision: numberOf(values, 'collection.revision') ?? 0, rows: numberOf(values, 'collection.rows') ?? 0 })),
      returns: returned.filter((each) => each.period === period).map(({ office, sentOn, revision, changed, file, at, who, batch, rows, refused }): Return => ({ office, sentOn, revision, changed, file, on: calendarDayOf(new Date(at)), by: who, batch, rows, refused })),
      proofs: {
        check: checked ? { on: check('on'), by: check('by'), paper: fileOf(present, period, 'check'), note: check('note') } : null,
        report: reports.length > 0 ? { on: last('on'), by: last('by'), paper: lastFrozen(present, groupsReport, period)?.file ?? '', note: last('remark') } : null,
        dispatch: meeting ? { on: held('on'), by: held('leader'), paper: held('paper') || fileOf(present, period, 'minutes'), note: held('decided') } : null,
        bulletin: bulletin ? { on: told('on'), by: told('by'), paper: fileOf(present, period, 'bulletin'), note: told('remark') } : null,
      },
    });
  });
}

export function monthOf(register: RegisterFile, present: RegisterFile, period: string, day: string): MonthCycle {
  const [found] = monthsOf(register, present, { year: Number(period.slice(0, 4)), day }, [period]);
  if (!found) throw new Error('A month has its cycle');
  return found;
}
