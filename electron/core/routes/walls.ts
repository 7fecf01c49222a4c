import { sayNotPrinted } from '../reporting/walls/hanging.ts';
import { printedWalls, wallBudget, wallFile, wallPage, type Registers } from '../reporting/walls/wall-file.ts';
import { wallsToRevisit } from '../reporting/walls/revisit.ts';
import { wallSheets } from '../reporting/walls/wall-sheets.ts';
import type { CoreContext, Implementer } from './base.ts';
import { fileOf } from './files.ts';
import { todayOf } from './today.ts';

export function wallRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  const registers = (): Registers => ({ register: desk.register, present: desk.present });
  const asked = <T>(input: T): T & { today: string } => ({ ...input, today: todayOf(host) });
  return {
    kinds: os.walls.kinds.handler(() => wallSheets.map(({ key, title, set, about, usual }) => ({ key, title, set, about, usual }))),
    budget: os.walls.budget.handler(({ input, signal }) => jobs.run(undefined, signal, (job) => wallBudget(registers(), asked(input), job))),
    file: os.walls.file.handler(({ input, signal }) =>
      jobs.run(input.job, signal, async (job) => {
        const { name, bytes } = await wallFile(registers(), host, asked(input), input.as, job);
        return fileOf(bytes, name);
      }),
    ),
    page: os.walls.page.handler(({ input, signal }) =>
      jobs.run(input.job, signal, async (job) => fileOf(await wallPage(registers(), host, asked(input), job), '上墙表.pdf')),
    ),
    printing: os.walls.printing.handler(({ input, signal }) => jobs.run(input.job, signal, async (job) => {
      const { bytes, printing } = await printedWalls(registers(), host, asked(input), job);
      return { pdf: fileOf(bytes, '上墙表.pdf'), printing };
    })),
    notPrinted: os.walls.notPrinted.handler(({ input: { printing } }) => {
      sayNotPrinted(desk.present, printing, host.now().toISOString());
      return { printing };
    }),
    revisit: os.walls.revisit.handler(({ input, signal }) => jobs.run(undefined, signal, (job) => wallsToRevisit(registers(), input.year, todayOf(host), job))),
  };
}
