import { monthOf, monthsOf, savedPaper } from '../cycle/month-of.ts';
import { makeCollection } from '../cycle/collection.ts';
import { stepDone } from '../cycle/done.ts';
import { lookAtReturns } from '../cycle/look-at-returns.ts';
import { bulletinPaper, checkPaper, minutesPaper, missingPaper, type PaperGround } from '../cycle/papers.ts';
import { standingsOf } from '../cycle/standings.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { cyclePaperWords, lastDayOf, periodWords, type CyclePaper } from '../../../shared/cycle/month.ts';
import { layOut } from '../../../shared/papers/lay-out.ts';
import type { Paper } from '../../../shared/papers/paper.ts';
import { checkRegister } from '../checking/run-checks.ts';
import type { Job } from '../jobs.ts';
import { planFigures } from '../plan/plan-figures.ts';
import { planOf } from '../plan/plan-of.ts';
import { problemRows } from '../problems/problem-rows.ts';
import { letOut } from '../reporting/outgoing.ts';
import { writePages } from '../reporting/paper-writer.ts';
import { pdfOfPages } from '../reporting/pdf-of-pages.ts';
import { zipOf } from '../reporting/zip-writer.ts';
import { workingYear } from '../registers/open-register.ts';
import type { CoreContext, Implementer } from './base.ts';
import { fileOf, filesOf } from './files.ts';
import { todayOf } from './today.ts';

interface Wanted {
  readonly period: string;
  readonly paper: CyclePaper;
}

export function cycleRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  const today = (): string => todayOf(host);
  const month = (period: string) => monthOf(desk.register, desk.present, period, today());

  async function paperOf({ period, paper }: Wanted, job: Job): Promise<Paper> {
    const { register } = desk;
    const ground: PaperGround = { month: month(period), office: register.meta('office') ?? '', today: today() };
    const year = Number(period.slice(0, 4));
    const end = lastDayOf(period);
    const day = today() < end ? today() : end;
    if (paper === 'missing') return missingPaper(ground);
    if (paper === 'bulletin') return bulletinPaper(ground, standingsOf(register, ground.month, today()));
    const problems = problemRows(register, day);
    if (paper === 'check') return checkPaper(ground, await checkRegister(register, { year, today: today() }, job), problems);
    return minutesPaper(ground, planFigures(register, { year, day }).rows, problems);
  }
  const foot = () => ({ office: desk.register.meta('office') ?? '', date: today() });

  /** What leaves names offices and counts alone. The last file that was saved is the paper of its step. */
  function note({ period, paper }: Wanted, { rows, purpose, file, bytes }: { readonly rows: number; readonly purpose: string; readonly file: string; readonly bytes: Uint8Array }): void {
    letOut({ present: desk.present, host }, { what: `${periodWords(period)}${cyclePaperWords[paper]}`, purpose, level: 'reduced', reason: '', columns: ['单位', '件数'], rows, households: [], members: [], file, bytes });
  }
  const rowsIn = ({ blocks }: Paper): number => blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0);

  return {
    year: os.cycle.year.handler(({ input }) => {
      const year = input.year ?? workingYear(desk.register);
      return { year, today: today(), months: monthsOf(desk.register, desk.present, { year, day: today() }), groups: planOf(desk.register, year).plan.sixGroups };
    }),
    make: os.cycle.make.handler(({ input, signal }) => {
      const { level } = input;
      if (level === 'public' || level === 'house') throw new Refusal('NOT_ALLOWED', '填报表只发给办事处，不能公开张贴');
      return jobs.run(input.job, signal, async (job) => {
        const made = await makeCollection(desk.register, { present: desk.present, host }, { ...input, level, today: today() }, job);
        if (input.as === 'files') return { files: made.map(({ bytes, name }) => fileOf(bytes, name)) };
        return { files: [fileOf(zipOf(made, host.now()), `${periodWords(input.period)}月度填报表_${made.length}份.zip`)] };
      });
    }),
    look: os.cycle.look.handler(async ({ input, signal }) => {
      const files = await filesOf(input.files);
      return jobs.run(input.job, signal, (job) => lookAtReturns(desk.register, { files, period: input.period, month, today: today() }, job));
    }),
    done: os.cycle.done.handler(({ input }) => stepDone(desk.register, input, today())),
    standings: os.cycle.standings.handler(({ input }) => standingsOf(desk.register, month(input.period), today())),
    paperPage: os.cycle.paperPage.handler(({ input, signal }) =>
      jobs.run(undefined, signal, async (job) => fileOf(await pdfOfPages(host, layOut(await paperOf(input, job)), foot(), job), `${cyclePaperWords[input.paper]}.pdf`)),
    ),
    paper: os.cycle.paper.handler(({ input, signal }) =>
      jobs.run(input.job, signal, async (job) => {
        const paper = await paperOf(input, job);
        const pages = layOut(paper);
        const bytes = input.as === 'xlsx' ? await writePages(pages, foot(), job) : await pdfOfPages(host, pages, foot(), job);
        const name = `${paper.title}.${input.as}`;
        note(input, { rows: rowsIn(paper), purpose: savedPaper, file: name, bytes });
        return fileOf(bytes, name);
      }),
    ),
    notePaper: os.cycle.notePaper.handler(({ input, signal }) =>
      jobs.run(undefined, signal, async (job) => {
        const paper = await paperOf(input, job);
        const bytes = await pdfOfPages(host, layOut(paper), foot(), job);
        note(input, { rows: rowsIn(paper), purpose: '打印月度材料', file: '', bytes });
        return fileOf(bytes, `${paper.title}.pdf`);
      }),
    ),
  };
}
