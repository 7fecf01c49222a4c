import type { Host } from './host.ts';
import { commitPlan } from './importing/commit-plan.ts';
import { makePlan } from './importing/make-plan.ts';
import type { Job } from './jobs.ts';
import { workingYear } from './registers/open-register.ts';
import { todayOf } from './routes/today.ts';
import { inventRegister } from './samples/invent-register.ts';
import { sampleLedgers } from './samples/sample-ledgers.ts';
import { sampleFiles } from './samples/write-samples.ts';
import type { RegisterFile } from './storage/register-file.ts';
import { textSheet } from '../../shared/sheets/sheet-place.ts';

export const sampleName = '示例登记册';

/** Fills a new register with the invented people, by importing the invented workbooks like any others; `withYear`: with what a year leaves in the ledgers, which moves no figure of households and people. */
export async function fillWithSample(register: RegisterFile, host: Host, job: Job, withYear = false): Promise<void> {
  job.tell('正在编造示例', 0, 0);
  const files = await sampleFiles();
  const request = { files, year: undefined, workingYear: workingYear(register), today: todayOf(host), at: host.now().toISOString(), who: host.who };
  const plan = await makePlan(register, request, job);
  if (plan.counts.refused + plan.counts.conflict > 0) throw new Error('The sample does not import cleanly');
  await commitPlan(register, plan.batch, job);
  if (!withYear) return;
  const ledgers = sampleLedgers(inventRegister());
  const year = await makePlan(register, { ...request, files: ledgers, sheets: ledgers.map(({ name, kind }) => ({ file: name, sheet: textSheet, kind, headerRows: [1] })) }, job);
  if (year.counts.refused + year.counts.conflict + year.counts.changed > 0) throw new Error('The sample of a year does not import cleanly');
  await commitPlan(register, year.batch, job, { confirmed: true });
}
