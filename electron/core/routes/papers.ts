import { exportSheet } from '../reporting/export-sheet.ts';
import type { CoreContext, Implementer } from './base.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const file = (bytes: Uint8Array, name: string, type: string): File => new File([Uint8Array.from(bytes)], name, { type });

export function paperRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  return {
    exportSheet: os.papers.exportSheet.handler(async ({ input, signal }) => {
      const { name, bytes } = await jobs.run(input.job, signal, (job) => exportSheet(desk.register, { present: desk.present, host }, input, input, job));
      return file(bytes, name, workbookType);
    }),
  };
}
