import { Refusal } from '../../../shared/contract/errors.ts';
import type { PinnedAnswer } from '../../../shared/contract/pins.ts';
import { layOut } from '../../../shared/papers/lay-out.ts';
import { figureText } from '../../../shared/reports/figure-text.ts';
import { reportOf } from '../../../shared/reports/index.ts';
import { periodOf } from '../../../shared/reports/periods.ts';
import { tableOf } from '../../../shared/sheets/table.ts';
import { asksForFindings, readyMarks } from '../checking/finding-marks.ts';
import { frozenMade } from '../reporting/frozen-reports.ts';
import { letOut } from '../reporting/outgoing.ts';
import { writePages } from '../reporting/paper-writer.ts';
import { pdfOfPages } from '../reporting/pdf-of-pages.ts';
import { pinsPaper } from '../reporting/pins-paper.ts';
import { currentPeriod, reportBeside } from '../reporting/take-report.ts';
import { addPin, pinsOf, removePin, sizeOf, type Pin } from '../views/pins.ts';
import type { CoreContext, Implementer } from './base.ts';
import { fileOf } from './files.ts';
import { todayOf } from './today.ts';

type Figure = Extract<Pin['of'], { kind: 'figure' }>;
type Told = Pick<PinnedAnswer, 'answer' | 'means' | 'source' | 'note' | 'of'>;

export function pinRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  /** A report's number, of the period in which today lies, or of the last one of another year. */
  function ofReport({ report: key, figure }: Figure, year: number, today: string): Told {
    const report = reportOf(key);
    const usual = currentPeriod(report, today);
    const period = usual.startsWith(String(year)) ? usual : periodOf(report.period, `${year}-12-31`);
    const of = { kind: 'figure', report: key, period, figure } as const;
    try {
      const { made, frozen } = reportBeside(desk.register, desk.present, { report: key, period, level: 'reduced', today });
      const source = `${made.title} ${made.periodLabel}`;
      const found = made.figures[figure];
      if (!found) return { answer: '', means: '', source, note: '登记册里没有这个数的数据', of };
      const unit = found.unit === '%' ? '个' : found.unit;
      const said = (value: number): string => `${figureText(value, unit)}${found.unit}`;
      const sent = frozen ? frozenMade(desk.present, frozen.number).figures[figure]?.value : undefined;
      const note = frozen && sent !== undefined && sent !== found.value ? `${frozen.at.slice(0, 10)} 上报定格的是 ${said(sent)}` : '';
      return { answer: said(found.value), means: made.definitions.find(({ column }) => found.label.endsWith(column) || column.endsWith(found.label.split(' ')[0] ?? ''))?.means ?? '', source, note, of };
    } catch (error) {
      // Its identities do not hold: the report cannot be made, and so the number cannot be told.
      if (error instanceof Refusal) return { answer: '', means: '', source: report.title, note: error.message, of };
      throw error;
    }
  }

  async function answers(year: number): Promise<PinnedAnswer[]> {
    const { register } = desk;
    const today = todayOf(host);
    const found: PinnedAnswer[] = [];
    for (const { of, ...pin } of pinsOf(register)) {
      if (of.kind === 'figure') {
        const told = ofReport(of, year, today);
        found.push({ ...pin, day: today, ...told, means: pin.means || told.means });
        continue;
      }
      const question = { ...of.question, year };
      if (asksForFindings({ question }) !== null) await readyMarks(register, { year, today });
      found.push({ ...pin, day: today, answer: sizeOf(register, question), source: `登记册“${tableOf(question.subject).title}”表，${year}年`, note: '', of: { kind: 'rows', question } });
    }
    return found;
  }
  async function ready(year: number) {
    const made = await answers(year);
    if (made.length === 0) throw new Refusal('NOTHING_TO_PRINT', '还没有钉住常问的数', { remedy: '请先在“视图”或报表的数字上钉住' });
    const today = todayOf(host);
    return { made, pages: layOut(pinsPaper(made, year, today)), foot: { office: desk.register.meta('office') ?? '', date: today } };
  }
  const note = (made: readonly PinnedAnswer[], year: number, purpose: '保存常问的数' | '打印常问的数', file: string, bytes: Uint8Array): void =>
    void letOut({ present: desk.present, host }, { what: `常问的数 ${year}年`, purpose, level: 'reduced', reason: '', columns: made.map(({ name }) => name), rows: made.length, households: [], members: [], file, bytes });

  return {
    list: os.pins.list.handler(({ input }) => answers(input.year)),
    pin: os.pins.pin.handler(({ input }) => {
      if (input.of.kind === 'figure') reportOf(input.of.report);
      return { id: addPin(desk.register, input) };
    }),
    unpin: os.pins.unpin.handler(({ input }) => {
      removePin(desk.register, input.id, input.base);
      return null;
    }),
    page: os.pins.page.handler(({ input, signal }) =>
      jobs.run(undefined, signal, async (job) => {
        const { pages, foot } = await ready(input.year);
        return fileOf(await pdfOfPages(host, pages, foot, job), '常问的数.pdf');
      }),
    ),
    paper: os.pins.paper.handler(({ input, signal }) =>
      jobs.run(input.job, signal, async (job) => {
        const { made, pages, foot } = await ready(input.year);
        const bytes = input.as === 'xlsx' ? await writePages(pages, foot, job) : await pdfOfPages(host, pages, foot, job);
        const name = `常问的数_${todayOf(host)}.${input.as}`;
        note(made, input.year, '保存常问的数', name, bytes);
        return fileOf(bytes, name);
      }),
    ),
    notePaper: os.pins.notePaper.handler(({ input, signal }) =>
      jobs.run(undefined, signal, async (job) => {
        const { made, pages, foot } = await ready(input.year);
        const bytes = await pdfOfPages(host, pages, foot, job);
        note(made, input.year, '打印常问的数', '', bytes);
        return fileOf(bytes, '常问的数.pdf');
      }),
    ),
  };
}
