import { undoBatch, undoReport } from '../history/undo-stack.ts';
import { decideEvent, listEvents } from '../importing/apply-events.ts';
import { bytesOf } from '../importing/bytes-of.ts';
import { choose } from '../importing/choices.ts';
import { batchSummary, commitPlan, mustBeBatch, mustBePlanned } from '../importing/commit-plan.ts';
import { compareFiles } from '../importing/compare-files.ts';
import { countAgain } from '../importing/count-writes.ts';
import { exportLayouts, forgetLayout, importLayouts, listLayouts, renameLayout } from '../importing/layout-store.ts';
import { lookAtSheet } from '../importing/look-at-sheet.ts';
import { makePlan } from '../importing/make-plan.ts';
import type { InputFile } from '../importing/open-sheets.ts';
import { forgetAnswer, keepAnswer, listAnswers } from '../importing/match-answers.ts';
import { matchList } from '../importing/match-list.ts';
import { endPlan } from '../importing/end-plan.ts';
import { precedenceOf, setPrecedence } from '../importing/precedence.ts';
import { absentRows, changedFields, listBatches, previewHouseholds, previewRows } from '../importing/preview.ts';
import { listDecisions } from '../importing/source-decisions.ts';
import { workingYear } from '../registers/open-register.ts';
import { writeComparison } from '../reporting/comparison-writer.ts';
import { letOut } from '../reporting/outgoing.ts';
import { rowsToMend } from '../reporting/rows-to-mend.ts';
import { writeMatched } from '../templates/returned/matched-list.ts';
import type { CoreContext, Implementer } from './base.ts';
import { todayOf } from './today.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const inputFile = async (file: File): Promise<InputFile> => ({ name: file.name, bytes: await bytesOf(file) });

export function importRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  return {
    plan: os.importing.plan.handler(async ({ input, signal }) => {
      const { register } = desk;
      const files = await Promise.all(input.files.map(inputFile));
      const { year, policy, sheets, answers, layout, after } = input;
      const request = { files, year, policy, sheets, answers, layout, after, workingYear: workingYear(register), today: todayOf(host), at: host.now().toISOString(), who: host.who };
      return jobs.run(input.job, signal, (job) => makePlan(register, request, job));
    }),
    summary: os.importing.summary.handler(({ input }) => batchSummary(desk.register, input.batch)),
    rows: os.importing.rows.handler(({ input }) => previewRows(desk.register, input)),
    households: os.importing.households.handler(({ input }) => previewHouseholds(desk.register, input)),
    fields: os.importing.fields.handler(({ input }) => changedFields(desk.register, input.batch)),
    look: os.importing.look.handler(({ input }) => lookAtSheet(desk.register, input.batch, input.file, input.sheet)),
    choose: os.importing.choose.handler(({ input }) => {
      mustBePlanned(desk.register, input.batch);
      const { batch, scope, target, choice } = input;
      return countAgain(desk.register, batch, scope, target, () => choose(desk.register, batch, scope, target, choice));
    }),
    events: os.importing.events.handler(({ input }) => listEvents(desk.register, input.batch)),
    decide: os.importing.decide.handler(({ input: { batch, ...decision } }) => {
      mustBePlanned(desk.register, batch);
      return decideEvent(desk.register, batch, decision);
    }),
    absent: os.importing.absent.handler(({ input }) => absentRows(desk.register, input.batch, input.offset, input.limit)),
    toMend: os.importing.toMend.handler(({ input, signal }) =>
      jobs.run(input.job, signal, async (job) => {
        const { name, bytes } = await rowsToMend(desk.register, input.batch, job);
        return new File([Uint8Array.from(bytes)], name, { type: workbookType });
      }),
    ),
    match: os.importing.match.handler(async ({ input, signal }) => {
      const { register } = desk;
      const file = await inputFile(input.file);
      return jobs.run(input.job, signal, async (job) => {
        const matched = await matchList(register, { file, year: input.year ?? workingYear(register), as: input.as }, job);
        if (input.back !== true) return matched.found;
        const name = `${file.name.replace(/\.[^.]*$/, '')}_比对结果.xlsx`;
        const bytes = await writeMatched(matched, file.bytes, host.now(), job);
        const { both, differ, onlyRegister, rows } = matched.found;
        // It goes back to whoever sent the list: what they know, and whom their list misses.
        letOut({ present: desk.present, host }, {
          what: `比对回执 ${file.name}`, purpose: '退回部门', level: 'full', reason: '退回名单的部门核对', columns: ['比对结果', '说明'], rows,
          households: [], members: [...both, ...differ, ...onlyRegister].map(({ memberId }) => memberId), file: name, bytes,
        });
        return { ...matched.found, workbook: new File([Uint8Array.from(bytes)], name, { type: workbookType }) };
      });
    }),
    answerMatch: os.importing.answerMatch.handler(({ input: { list, theirs, memberId } }) => {
      if (memberId === undefined) forgetAnswer(desk.register, list, theirs);
      else keepAnswer(desk.register, { list, theirs, memberId }, host.now().toISOString(), host.who);
      return null;
    }),
    matchAnswers: os.importing.matchAnswers.handler(() => listAnswers(desk.register)),
    compare: os.importing.compare.handler(async ({ input, signal }) => {
      const [before, after] = await Promise.all([inputFile(input.before), inputFile(input.after)]);
      return jobs.run(input.job, signal, async (job) => {
        const found = await compareFiles(before, after, input.key, job);
        return { ...found, workbook: new File([Uint8Array.from(await writeComparison(found, job))], '两表比较.xlsx', { type: workbookType }) };
      });
    }),
    commit: os.importing.commit.handler(({ input, signal }) => jobs.run(input.job, signal, (job) => commitPlan(desk.register, input.batch, job, { confirmed: input.confirmed }))),
    discard: os.importing.discard.handler(({ input }) => {
      mustBeBatch(desk.register, input.batch);
      endPlan.discard(desk.register, input.batch);
      return null;
    }),
    batches: os.importing.batches.handler(() => listBatches(desk.register)),
    undo: os.importing.undo.handler(({ input, signal }) => jobs.run(input.job, signal, (job) => undoBatch(desk.register, input.batch, job))),
    undone: os.importing.undone.handler(({ input }) => undoReport(desk.register, input.batch)),
    layouts: os.importing.layouts.handler(() => listLayouts(desk.register)),
    renameLayout: os.importing.renameLayout.handler(({ input }) => renameLayout(desk.register, input.id, input.name)),
    forgetLayout: os.importing.forgetLayout.handler(({ input }) => {
      forgetLayout(desk.register, input.id);
      return null;
    }),
    exportLayouts: os.importing.exportLayouts.handler(({ input }) => new File([exportLayouts(desk.register, input.ids)], '明册版式.json', { type: 'application/json' })),
    importLayouts: os.importing.importLayouts.handler(async ({ input }) => {
      const { register } = desk;
      return { taken: importLayouts(register, await input.file.text(), input.file.name, host.now().toISOString()) };
    }),
    precedence: os.importing.precedence.handler(() => precedenceOf(desk.register)),
    setPrecedence: os.importing.setPrecedence.handler(({ input }) => setPrecedence(desk.register, input.field, input.departments)),
    decisions: os.importing.decisions.handler(({ input }) => listDecisions(desk.register, input.offset, input.limit)),
  };
}
