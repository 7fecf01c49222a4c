import { Refusal } from '../../../shared/contract/errors.ts';
import type { Scope } from '../../../shared/contract/walls.ts';
import { layOut } from '../../../shared/papers/lay-out.ts';
import { textOf } from '../../../shared/register/facts.ts';
import { ruleBookOf } from '../checking/rule-book.ts';
import { openProblems, type Proposal } from '../problems/open-problems.ts';
import { letOut, mayLeave } from '../reporting/outgoing.ts';
import { writePages } from '../reporting/paper-writer.ts';
import { pdfOfPages } from '../reporting/pdf-of-pages.ts';
import { writePlainBook } from '../reporting/plain-book-writer.ts';
import { surveyPaper } from '../reporting/survey-paper.ts';
import { surveySheets } from '../reporting/survey-sheets.ts';
import { readFacts } from '../tables/facts.ts';
import { enterSheet, settleSheet } from '../sweeps/enter.ts';
import { formList, formOf, removeForm, roundOf, takeForm } from '../sweeps/forms.ts';
import { askedHouseholds, lookAtAll, sheetsOfHousehold, surveySheet, sweepProgress, sweepResults, type Asked } from '../sweeps/progress.ts';
import { isWrong, itemsFor, knownBeside } from '../sweeps/sheets.ts';
import type { CoreContext, Implementer } from './base.ts';
import { fileOf } from './files.ts';
import { todayOf } from './today.ts';

interface Wanted {
  readonly form: string;
  readonly round?: string | undefined;
}

export function sweepRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  const today = (): string => todayOf(host);
  const by = () => ({ today: today(), who: host.who });
  function asked({ form: key, round }: Wanted): Asked {
    const form = formOf(desk.register, key);
    return { form, round: roundOf(form, round, today()), today: today(), limits: ruleBookOf(desk.register).limits };
  }
  function ground(wanted: Wanted, householdId: string, base: number) {
    const of = asked(wanted);
    const [household] = readFacts(desk.register, { year: Number(of.round.slice(0, 4)), ids: [householdId] });
    if (!household) throw new Refusal('NOT_FOUND', '这一户已不在登记册里', { remedy: '请重新选一户' });
    const { n } = desk.register.sql("SELECT count(*) AS n FROM entry WHERE ledger IN ('surveySheet', 'surveyAnswer') AND householdId = ? AND revision > ?").get(householdId, base) as { n: number };
    if (n > 0) throw new Refusal('STALE', '这一户的表刚被别人录过，没有写', { where: textOf(household.values, 'headName'), remedy: '请看过现在的内容再录' });
    return { ...of, household };
  }

  function papers(wanted: Wanted, of: Scope) {
    const { form, round } = asked(wanted);
    const all = askedHouseholds(desk.register, asked(wanted));
    const households = all.filter(({ id, values }) => (of.scope === 'household' ? id === of.householdId : of.scope === 'all' || textOf(values, 'village') === of.village));
    if (households.length === 0) throw new Refusal('NOTHING_TO_PRINT', form.of === 'observed' && all.length === 0 ? '还没有定点观测户' : '这个范围里没有要填表的户', { remedy: form.of === 'observed' ? '请先在台账“定点观测户”里定下观测户' : '请换一个范围' });
    const made = households.flatMap((household) => layOut(surveyPaper(form, round, household, itemsFor(form, household, today()).map((item) => ({ item, known: item.same === undefined ? knownBeside(item, household, 'house', today()) : '' })))));
    return { form, round, households, made, foot: { office: desk.register.meta('office') ?? '', date: today() } };
  }
  function note({ form, round, households }: ReturnType<typeof papers>, purpose: '保存调查表' | '打印调查表', file: string, bytes: Uint8Array): void {
    letOut({ present: desk.present, host }, {
      what: `${form.title}表 ${round}`, purpose, level: 'house', reason: '', columns: form.items.map(({ label }) => label), rows: households.length,
      households: households.map(({ id }) => id), members: households.flatMap(({ members }) => members.map(({ id }) => id)), file, bytes,
    });
  }

  return {
    forms: os.sweeps.forms.handler(() => formList(desk.register, today())),
    progress: os.sweeps.progress.handler(({ input }) => sweepProgress(desk.register, asked(input))),
    sheet: os.sweeps.sheet.handler(({ input }) => surveySheet(desk.register, asked(input), input.householdId, input.hide)),
    ofHousehold: os.sweeps.ofHousehold.handler(({ input }) => sheetsOfHousehold(desk.register, input, { today: today(), limits: ruleBookOf(desk.register).limits })),
    enter: os.sweeps.enter.handler(({ input }) => enterSheet(desk.register, ground(input, input.householdId, input.base), input)),
    settle: os.sweeps.settle.handler(({ input }) => settleSheet(desk.register, ground(input, input.householdId, input.base), input.choices)),
    results: os.sweeps.results.handler(({ input }) => sweepResults(desk.register, asked(input))),
    open: os.sweeps.open.handler(({ input }) => {
      const of = asked(input);
      const source = of.form.sort === '普查' ? '大普查' : of.form.sort === '排查' ? '大排查' : '自查';
      const proposals = lookAtAll(desk.register, of).flatMap(({ household, items }) => items.filter(isWrong).map(({ item, answer, against }): Proposal => ({
        finding: `${of.form.key}/${of.round}/${item.key}/${household.id}`, rule: '', householdId: household.id, town: textOf(household.values, 'town'), village: textOf(household.values, 'village'),
        person: '', whom: textOf(household.values, 'headName'), text: [item.label, answer.answer, answer.reason || against.join('；')].filter((part) => part !== '').join('：'), posted: item.label, class: item.class, source,
      })));
      return openProblems(desk.register, proposals, input.values, by());
    }),
    export: os.sweeps.export.handler(({ input, signal }) => {
      const { level, reason } = input;
      mayLeave(level, reason);
      if (level === 'public' || level === 'house') throw new Refusal('NOT_ALLOWED', '排查普查的结果只在机关内部使用，不能公开张贴');
      const of = asked(input);
      return jobs.run(input.job, signal, async (job) => {
        const progress = sweepProgress(desk.register, of);
        const { results, wrong } = sweepResults(desk.register, of);
        const bytes = await writePlainBook(surveySheets(progress, results, wrong), job);
        const name = `${of.form.title}_${of.round}.xlsx`;
        letOut({ present: desk.present, host }, { what: `${of.form.title} ${of.round}`, purpose: '导出', level, reason, columns: of.form.items.map(({ label }) => label), rows: progress.lines.length, households: progress.lines.map(({ householdId }) => householdId), members: [], file: name, bytes });
        return fileOf(bytes, name);
      });
    }),
    paperPage: os.sweeps.paperPage.handler(({ input, signal }) =>
      jobs.run(undefined, signal, async (job) => {
        const { made, foot, form } = papers(input, input.of);
        return fileOf(await pdfOfPages(host, made, foot, job), `${form.title}表.pdf`);
      }),
    ),
    paper: os.sweeps.paper.handler(({ input, signal }) =>
      jobs.run(input.job, signal, async (job) => {
        const ready = papers(input, input.of);
        const bytes = input.as === 'xlsx' ? await writePages(ready.made, ready.foot, job) : await pdfOfPages(host, ready.made, ready.foot, job);
        const name = `${ready.form.title}表_${ready.round}_${ready.households.length}户.${input.as}`;
        note(ready, '保存调查表', name, bytes);
        return fileOf(bytes, name);
      }),
    ),
    notePaper: os.sweeps.notePaper.handler(({ input, signal }) =>
      jobs.run(undefined, signal, async (job) => {
        const ready = papers(input, input.of);
        const bytes = await pdfOfPages(host, ready.made, ready.foot, job);
        note(ready, '打印调查表', '', bytes);
        return fileOf(bytes, `${ready.form.title}表.pdf`);
      }),
    ),
    exportForm: os.sweeps.exportForm.handler(({ input }) => {
      const form = formOf(desk.register, input.form);
      return new File([`${JSON.stringify(form, null, 2)}\n`], `调查表_${form.title}_${form.version}.json`, { type: 'application/json' });
    }),
    importForm: os.sweeps.importForm.handler(async ({ input }) => takeForm(desk.register, await input.file.text(), input.file.name)),
    removeForm: os.sweeps.removeForm.handler(({ input }) => removeForm(desk.register, input.form)),
  };
}
