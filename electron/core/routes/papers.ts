import { exportSheet } from '../reporting/export-sheet.ts';
import { notePrinting, wallBudget, wallFile, wallHtml } from '../reporting/walls.ts';
import type { CoreContext, Implementer } from './base.ts';
import { todayOf } from './today.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const file = (bytes: Uint8Array, name: string, type: string): File => new File([Uint8Array.from(bytes)], name, { type });

export function paperRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  return {
    exportSheet: os.papers.exportSheet.handler(async ({ input, signal }) => {
      const { name, bytes } = await jobs.run(input.job, signal, (job) => exportSheet(desk.register, { present: desk.present, host }, input, input, job));
      return file(bytes, name, workbookType);
    }),
    wallBudget: os.papers.wallBudget.handler(({ input }) => wallBudget(desk.register, { ...input, today: todayOf(host) })),
    walls: os.papers.walls.handler(({ input, signal }) =>
      jobs.run(input.job, signal, async (job) => {
        const { name, bytes } = await wallFile(desk.register, host, desk.present, { year: input.year, of: input.of, today: todayOf(host) }, input.as, job);
        return file(bytes, name, input.as === 'xlsx' ? workbookType : 'application/pdf');
      }),
    ),
    notePrinting: os.papers.notePrinting.handler(({ input }) => {
      notePrinting(desk.register, { present: desk.present, host }, { ...input, today: todayOf(host) });
      return null;
    }),
    wallPage: os.papers.wallPage.handler(({ input, signal }) =>
      jobs.run(input.job, signal, async (job) => {
        const html = await wallHtml(desk.register, { year: input.year, of: input.of, today: todayOf(host) }, input.fontsUrl, job);
        return new File([html], '三上墙.html', { type: 'text/html' });
      }),
    ),
  };
}
