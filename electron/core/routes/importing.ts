import { undoBatch } from '../history/undo-stack.ts';
import { batchSummary, commitPlan, mustBeBatch } from '../importing/commit-plan.ts';
import { compareFiles } from '../importing/compare-files.ts';
import { makePlan } from '../importing/make-plan.ts';
import type { InputFile } from '../importing/open-sheets.ts';
import { matchList } from '../importing/match-list.ts';
import { planStore } from '../importing/plan-store.ts';
import { absentRows, listBatches, previewRows } from '../importing/preview.ts';
import { workingYear } from '../registers/open-register.ts';
import { writeComparison } from '../reporting/comparison-writer.ts';
import { writeMatched } from '../reporting/matched-list.ts';
import { rowsToMend } from '../reporting/rows-to-mend.ts';
import type { CoreContext, Implementer } from './base.ts';
import { todayOf } from './today.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const inputFile = async (file: File): Promise<InputFile> => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });

export function importRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  return {
    plan: os.importing.plan.handler(async ({ input, signal }) => {
      const { register } = desk;
      const files = await Promise.all(input.files.map(inputFile));
      const request = { files, year: input.year, workingYear: workingYear(register), today: todayOf(host), at: host.now().toISOString(), who: host.who };
      return jobs.run(input.job, signal, (job) => makePlan(register, request, job));
    }),
    summary: os.importing.summary.handler(({ input }) => batchSummary(desk.register, input.batch)),
    rows: os.importing.rows.handler(({ input }) => previewRows(desk.register, input)),
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
        const { found, table } = await matchList(register, file, input.year ?? workingYear(register), job);
        const name = `${file.name.replace(/\.[^.]*$/, '')}_比对结果.xlsx`;
        return { ...found, workbook: new File([Uint8Array.from(await writeMatched(found, table, job))], name, { type: workbookType }) };
      });
    }),
    compare: os.importing.compare.handler(async ({ input, signal }) => {
      const [before, after] = await Promise.all([inputFile(input.before), inputFile(input.after)]);
      return jobs.run(input.job, signal, async (job) => {
        const found = await compareFiles(before, after, input.key, job);
        return { ...found, workbook: new File([Uint8Array.from(await writeComparison(found, job))], '两表比较.xlsx', { type: workbookType }) };
      });
    }),
    commit: os.importing.commit.handler(({ input, signal }) => jobs.run(input.job, signal, (job) => commitPlan(desk.register, input.batch, job))),
    discard: os.importing.discard.handler(({ input }) => {
      mustBeBatch(desk.register, input.batch);
      planStore.discard(desk.register, input.batch);
      return null;
    }),
    batches: os.importing.batches.handler(() => listBatches(desk.register)),
    undo: os.importing.undo.handler(({ input, signal }) => jobs.run(input.job, signal, (job) => undoBatch(desk.register, input.batch, job))),
  };
}
