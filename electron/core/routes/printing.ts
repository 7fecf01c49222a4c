import { Refusal } from '../../../shared/contract/errors.ts';
import { paperFonts } from '../printing/paper-faces.ts';
import { rememberedChoices } from '../printing/remembered-choices.ts';
import type { CoreContext, Implementer } from './base.ts';

export function printingRoutes(os: Implementer, { host, jobs }: CoreContext) {
  return {
    fonts: os.printing.fonts.handler(() => ({ chosen: paperFonts.chosen(host), onMachine: paperFonts.onMachine(host) })),
    chooseFonts: os.printing.chooseFonts.handler(({ input }) => {
      if (input.fonts === 'machine' && !paperFonts.onMachine(host)) throw new Refusal('NOT_FOUND', '这台电脑上没有找到仿宋和黑体', { remedy: '请在 Windows 里装上仿宋和黑体，再来选' });
      paperFonts.choose(host, input.fonts);
      return null;
    }),
    desk: os.printing.desk.handler(async ({ input }) => ({ printers: host.printers ? await host.printers.list() : null, chosen: rememberedChoices.of(host, input.kind) })),
    send: os.printing.send.handler(({ input, signal }) =>
      jobs.run(input.job, signal, async (job) => {
        if (!host.printers) throw new Refusal('NO_PRINTER', '这里不能直接送到打印机', { remedy: '请用浏览器的打印，或者“保存 PDF”' });
        job.tell('正在送到打印机', 0, 0);
        await host.printers.send(new Uint8Array(await input.pdf.arrayBuffer()), { choice: input.choice, copies: input.copies, title: input.title, runs: input.runs }, job.signal);
        rememberedChoices.keep(host, input.kind, input.choice);
        return null;
      }),
    ),
  };
}
