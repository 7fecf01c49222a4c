import { Refusal } from '../../../shared/contract/errors.ts';
import type { Scope } from '../../../shared/contract/walls.ts';
import { collectSheets } from '../checking/collect-sheets.ts';
import { enterCollected } from '../checking/enter-collected.ts';
import { undoState } from '../history/undo-stack.ts';
import { collectPages } from '../reporting/collect-paper.ts';
import { letOut } from '../reporting/outgoing.ts';
import { writePages } from '../reporting/paper-writer.ts';
import { pdfOfPages } from '../reporting/pdf-of-pages.ts';
import type { CoreContext, Implementer } from './base.ts';
import { fileOf } from './files.ts';
import { todayOf } from './today.ts';

interface Asked {
  readonly year: number;
  readonly of: Scope;
}

export function collectRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  function ready(asked: Asked) {
    const { sheets } = collectSheets(desk.register, asked, todayOf(host));
    if (sheets.length === 0) throw new Refusal('NOTHING_TO_PRINT', '没有要补采的：这个范围里没有空着或有疑问的', { remedy: '请换一个范围' });
    return { sheets, pages: collectPages(sheets, asked.year), foot: { office: desk.register.meta('office') ?? '', date: todayOf(host) } };
  }
  function note({ sheets }: ReturnType<typeof ready>, { year }: Asked, purpose: '保存补采单' | '打印补采单', file: string, bytes: Uint8Array): void {
    letOut({ present: desk.present, host }, {
      what: `补采单 ${year}年 ${sheets.length}户`, purpose, level: 'reduced', reason: '', columns: ['空着的项目', '有疑问的项目'], rows: sheets.length,
      households: sheets.map(({ facts }) => facts.id), members: sheets.flatMap(({ facts }) => facts.members.map(({ id }) => id)), file, bytes,
    });
  }
  return {
    list: os.collecting.list.handler(({ input }) => {
      const { sheets, households } = collectSheets(desk.register, input, todayOf(host));
      return { revision: desk.register.log.revision, sheets: sheets.map(({ sheet }) => sheet), households };
    }),
    page: os.collecting.page.handler(({ input, signal }) =>
      jobs.run(undefined, signal, async (job) => {
        const { pages, foot } = ready(input);
        return fileOf(await pdfOfPages(host, pages, foot, job), '补采单.pdf');
      }),
    ),
    paper: os.collecting.paper.handler(({ input, signal }) =>
      jobs.run(input.job, signal, async (job) => {
        const made = ready(input);
        const bytes = input.as === 'xlsx' ? await writePages(made.pages, made.foot, job) : await pdfOfPages(host, made.pages, made.foot, job);
        const name = `补采单_${made.sheets.length}户.${input.as}`;
        note(made, input, '保存补采单', name, bytes);
        return fileOf(bytes, name);
      }),
    ),
    notePaper: os.collecting.notePaper.handler(({ input, signal }) =>
      jobs.run(undefined, signal, async (job) => {
        const made = ready(input);
        const bytes = await pdfOfPages(host, made.pages, made.foot, job);
        note(made, input, '打印补采单', '', bytes);
        return fileOf(bytes, '补采单.pdf');
      }),
    ),
    enter: os.collecting.enter.handler(({ input }) => {
      const { register } = desk;
      return { ...enterCollected(register, input, todayOf(host)), revision: register.log.revision, undo: undoState(register) };
    }),
  };
}
