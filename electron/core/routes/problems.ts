import { Refusal } from '../../../shared/contract/errors.ts';
import type { ProblemRow } from '../../../shared/contract/problems.ts';
import { layOut } from '../../../shared/papers/lay-out.ts';
import { dataThere } from '../checking/data-there.ts';
import { lookAt } from '../checking/findings-of.ts';
import { ruleBookOf } from '../checking/rule-book.ts';
import { checkRegister } from '../checking/run-checks.ts';
import { closeProblem, followRun, reopenProblem, reportDone } from '../problems/close-problems.ts';
import { addProblem, changeProblem, ofFinding, openProblems, type By } from '../problems/open-problems.ts';
import { problemList, problemRows, saidOf } from '../problems/problem-rows.ts';
import { letOut, mayLeave } from '../reporting/outgoing.ts';
import { writePages } from '../reporting/paper-writer.ts';
import { pdfOfPages } from '../reporting/pdf-of-pages.ts';
import { writePlainBook } from '../reporting/plain-book-writer.ts';
import { problemPoster } from '../reporting/problem-poster.ts';
import { problemSheets } from '../reporting/problem-sheets.ts';
import { workingYear } from '../registers/open-register.ts';
import type { CoreContext, Implementer } from './base.ts';
import { fileOf, filesOf } from './files.ts';
import { todayOf } from './today.ts';

interface Which {
  readonly of: 'unclosed' | 'all' | 'overdue' | 'onTheSpot' | 'handedDown';
  readonly town?: string | undefined;
}

const wanted: Readonly<Record<Which['of'], { readonly called: string; readonly test: (row: ProblemRow) => boolean }>> = {
  unclosed: { called: '未销号的问题', test: ({ state }) => state !== 'closed' },
  all: { called: '全部问题', test: () => true },
  overdue: { called: '逾期未改的问题', test: ({ overdue }) => overdue },
  onTheSpot: { called: '现场整改的问题', test: ({ values }) => values['problem.mode'] === '现场整改' },
  handedDown: { called: '交办整改的问题', test: ({ values }) => values['problem.mode'] === '交办整改' },
};

export function problemRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  const by = (): By => ({ today: todayOf(host), who: host.who });
  const when = (year: number | undefined) => ({ year: year ?? workingYear(desk.register), today: todayOf(host) });
  const foot = () => ({ office: desk.register.meta('office') ?? '', date: todayOf(host) });

  function poster({ of, town }: Which) {
    const { called, test } = wanted[of];
    const rows = problemRows(desk.register, todayOf(host)).filter((row) => test(row) && (town === undefined || row.town === town));
    if (rows.length === 0) throw new Refusal('NOTHING_TO_PRINT', `没有${called}`, { remedy: '请换一种范围' });
    const title = [town ?? desk.register.meta('office') ?? '', called].filter((part) => part !== '').join('　');
    return { title, rows, paper: problemPoster(rows, { title, today: todayOf(host) }) };
  }
  function note({ title, rows }: ReturnType<typeof poster>, purpose: '保存问题清单' | '打印问题清单', file: string, bytes: Uint8Array): void {
    letOut({ present: desk.present, host }, {
      what: `问题清单上墙 ${title}`, purpose, level: 'public', reason: '', columns: ['问题', '来源', '责任单位', '责任人', '整改措施', '时限', '销号'], rows: rows.length,
      households: rows.flatMap(({ householdId }) => householdId ?? []), members: [], file, bytes,
    });
  }

  return {
    list: os.problems.list.handler(() => problemList(desk.register, todayOf(host))),
    open: os.problems.open.handler(({ input, signal }) => {
      const { register } = desk;
      const asked = new Set(input.findings);
      return jobs.run(input.job, signal, async (job) => {
        const { findings } = await checkRegister(register, when(input.year), job);
        const titles = new Map(ruleBookOf(register).rules.map(({ id, title }) => [id, title]));
        return openProblems(register, findings.filter(({ id }) => asked.has(id)).map((finding) => ofFinding(finding, titles.get(finding.rule) ?? '')), input.values, by());
      });
    }),
    add: os.problems.add.handler(({ input }) => addProblem(desk.register, input.householdId ?? null, input.values, by())),
    change: os.problems.change.handler(({ input }) => changeProblem(desk.register, input, by())),
    done: os.problems.done.handler(async ({ input }) => reportDone(desk.register, { ...input, files: await filesOf(input.files) }, by())),
    close: os.problems.close.handler(({ input }) => {
      const { register } = desk;
      const options = when(input.year);
      const stillFound = ({ householdId, values }: ProblemRow): boolean =>
        householdId !== null && lookAt(register, [householdId], options, dataThere(register, options.year)).some(({ finding, excused }) => !excused && finding.id === saidOf(values, 'finding'));
      return closeProblem(register, input, stillFound, by());
    }),
    reopen: os.problems.reopen.handler(({ input }) => reopenProblem(desk.register, input, by())),
    follow: os.problems.follow.handler(({ input, signal }) => {
      const { register } = desk;
      return jobs.run(input.job, signal, async (job) => {
        const { findings, exempted, rules } = await checkRegister(register, when(input.year), job);
        const ids = (of: readonly { readonly id: string }[]): Set<string> => new Set(of.map(({ id }) => id));
        return followRun(register, { found: ids(findings), exempted: ids(exempted), asked: new Set(rules.filter(({ state }) => state === 'asked').map(({ rule }) => rule)) }, by());
      });
    }),
    export: os.problems.export.handler(({ input, signal }) => {
      const { level, reason } = input;
      mayLeave(level, reason);
      if (level === 'public' || level === 'house') throw new Refusal('NOT_ALLOWED', '整改台账只在机关内部使用，不能公开张贴', { remedy: '要张贴的，请用“问题清单上墙”' });
      const list = problemList(desk.register, todayOf(host));
      if (list.rows.length === 0) throw new Refusal('NOTHING_TO_PRINT', '整改台账里还没有问题', { remedy: '请先从疑点、排查或手工列入' });
      return jobs.run(input.job, signal, async (job) => {
        const sheets = problemSheets(list, level);
        const bytes = await writePlainBook(sheets, job);
        const name = `整改台账_${list.today}_${list.rows.length}条.xlsx`;
        letOut({ present: desk.present, host }, { what: '整改台账', purpose: '导出', level, reason, columns: sheets[2]?.head ?? [], rows: list.rows.length, households: list.rows.flatMap(({ householdId }) => householdId ?? []), members: [], file: name, bytes });
        return fileOf(bytes, name);
      });
    }),
    posterPage: os.problems.posterPage.handler(({ input, signal }) => jobs.run(undefined, signal, async (job) => fileOf(await pdfOfPages(host, layOut(poster(input).paper), foot(), job), '问题清单上墙.pdf'))),
    poster: os.problems.poster.handler(({ input, signal }) =>
      jobs.run(input.job, signal, async (job) => {
        const made = poster(input);
        const bytes = input.as === 'xlsx' ? await writePages(layOut(made.paper), foot(), job) : await pdfOfPages(host, layOut(made.paper), foot(), job);
        const name = `问题清单上墙_${todayOf(host)}.${input.as}`;
        note(made, '保存问题清单', name, bytes);
        return fileOf(bytes, name);
      }),
    ),
    notePoster: os.problems.notePoster.handler(({ input, signal }) =>
      jobs.run(undefined, signal, async (job) => {
        const made = poster(input);
        const bytes = await pdfOfPages(host, layOut(made.paper), foot(), job);
        note(made, '打印问题清单', '', bytes);
        return fileOf(bytes, '问题清单上墙.pdf');
      }),
    ),
  };
}
