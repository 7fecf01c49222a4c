import { countForm, fillForm } from '../templates/fill-form.ts';
import { blankOf, lookOf, openForm } from '../templates/open-form.ts';
import { exportTemplates, forgetTemplate, importTemplates, listTemplates, renameTemplate } from '../templates/template-store.ts';
import type { CoreContext, Implementer } from './base.ts';
import { todayOf } from './today.ts';

const types: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  zip: 'application/zip',
};

export function templateRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  return {
    look: os.templates.look.handler(async ({ input }) => lookOf(await openForm(desk.register, await blankOf(desk.register, input.blank), input.word))),
    count: os.templates.count.handler(({ input }) => countForm(desk.register, input, todayOf(host))),
    fillIn: os.templates.fillIn.handler(({ input, signal }) =>
      jobs.run(input.job, signal, async (job) => {
        const { name, bytes } = await fillForm(desk.register, { present: desk.present, host }, input, todayOf(host), job);
        return new File([Uint8Array.from(bytes)], name, { type: types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream' });
      }),
    ),
    list: os.templates.list.handler(() => listTemplates(desk.register)),
    rename: os.templates.rename.handler(({ input }) => renameTemplate(desk.register, input.id, input.name)),
    forget: os.templates.forget.handler(({ input }) => {
      forgetTemplate(desk.register, input.id);
      return null;
    }),
    export: os.templates.export.handler(({ input }) => new File([exportTemplates(desk.register, input.ids)], '明册填表说明.json', { type: 'application/json' })),
    import: os.templates.import.handler(async ({ input }) => ({ taken: importTemplates(desk.register, await input.file.text(), input.file.name, host.now().toISOString()) })),
  };
}
