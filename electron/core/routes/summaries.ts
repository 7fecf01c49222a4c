import type { AskedSummary } from '../../../shared/contract/summaries.ts';
import { layOut } from '../../../shared/papers/lay-out.ts';
import { tableOf } from '../../../shared/sheets/table.ts';
import { letOut } from '../reporting/outgoing.ts';
import { pdfOfPages } from '../reporting/pdf-of-pages.ts';
import { writePlainBook } from '../reporting/plain-book-writer.ts';
import { summaryPaper, summarySheets, summaryTitle, type LeavingSummary } from '../reporting/summary-paper.ts';
import type { Job } from '../jobs.ts';
import { sumUp } from '../tables/sum-up.ts';
import type { CoreContext, Implementer } from './base.ts';
import { fileOf } from './files.ts';
import { todayOf } from './today.ts';

export function summaryRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  const leaving = (asked: AskedSummary & { readonly conditions: string }): LeavingSummary => ({ table: tableOf(asked.subject), asked, summary: sumUp(desk.register, asked, asked), year: asked.year, today: todayOf(host), conditions: asked.conditions });
  const drawn = (of: LeavingSummary, job: Job): Promise<Uint8Array> => pdfOfPages(host, layOut(summaryPaper(of)), { office: desk.register.meta('office') ?? '', date: of.today }, job);
  const note = (of: LeavingSummary, purpose: '保存分类汇总' | '打印分类汇总', file: string, bytes: Uint8Array): void =>
    void letOut({ present: desk.present, host }, { what: `${summaryTitle(of.table)} ${of.year}年`, purpose, level: 'reduced', reason: '', columns: [...of.asked.down, ...(of.asked.across ? [of.asked.across] : [])].map(({ field }) => of.table.fields.find(({ key }) => key === field)?.label ?? field), rows: of.summary.rows.length, households: [], members: [], file, bytes });
  return {
    make: os.summaries.make.handler(({ input }) => sumUp(desk.register, input, input)),
    page: os.summaries.page.handler(({ input, signal }) => jobs.run(undefined, signal, async (job) => fileOf(await drawn(leaving(input), job), '分类汇总.pdf'))),
    paper: os.summaries.paper.handler(({ input, signal }) =>
      jobs.run(input.job, signal, async (job) => {
        const of = leaving(input);
        const bytes = input.as === 'xlsx' ? await writePlainBook(summarySheets(of), job) : await drawn(of, job);
        const name = `${summaryTitle(of.table)}_${of.today}.${input.as}`;
        note(of, '保存分类汇总', name, bytes);
        return fileOf(bytes, name);
      }),
    ),
    notePaper: os.summaries.notePaper.handler(({ input, signal }) =>
      jobs.run(undefined, signal, async (job) => {
        const of = leaving(input);
        const bytes = await drawn(of, job);
        note(of, '打印分类汇总', '', bytes);
        return fileOf(bytes, '分类汇总.pdf');
      }),
    ),
  };
}
