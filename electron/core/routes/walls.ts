import { notePrinting, wallBudget, wallFile, wallHtml, type Registers } from '../reporting/walls/wall-file.ts';
import { wallsToRevisit } from '../reporting/walls/revisit.ts';
import { wallSheets } from '../reporting/walls/wall-sheets.ts';
import type { CoreContext, Implementer } from './base.ts';
import { todayOf } from './today.ts';

const types = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', pdf: 'application/pdf' } as const;

export function wallRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  const registers = (): Registers => ({ register: desk.register, present: desk.present });
  const asked = <T>(input: T): T & { today: string } => ({ ...input, today: todayOf(host) });
  return {
    kinds: os.walls.kinds.handler(() => wallSheets.map(({ key, title, set, about, usual }) => ({ key, title, set, about, usual }))),
    budget: os.walls.budget.handler(({ input, signal }) => jobs.run(undefined, signal, (job) => wallBudget(registers(), asked(input), job))),
    file: os.walls.file.handler(({ input, signal }) =>
      jobs.run(input.job, signal, async (job) => {
        const { name, bytes } = await wallFile(registers(), host, asked(input), input.as, job);
        return new File([Uint8Array.from(bytes)], name, { type: types[input.as] });
      }),
    ),
    page: os.walls.page.handler(({ input, signal }) =>
      jobs.run(input.job, signal, async (job) => new File([await wallHtml(registers(), asked(input), input.fontsUrl, job)], '上墙表.html', { type: 'text/html' })),
    ),
    printing: os.walls.printing.handler(async ({ input, signal }) => {
      await jobs.run(undefined, signal, (job) => notePrinting(registers(), host, asked(input), job));
      return null;
    }),
    revisit: os.walls.revisit.handler(({ input, signal }) => jobs.run(undefined, signal, (job) => wallsToRevisit(registers(), input.year, todayOf(host), job))),
  };
}
