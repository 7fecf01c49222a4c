import { addDocuments } from '../documents/add-documents.ts';
import { documentContent, householdDocuments } from '../documents/list-documents.ts';
import { undoState } from '../history/undo-stack.ts';
import { letOut, mayLeave } from '../reporting/outgoing.ts';
import { householdFolder } from '../reporting/household-folder.ts';
import type { CoreContext, Implementer } from './base.ts';
import { filesOf } from './files.ts';
import { todayOf } from './today.ts';

const file = (bytes: Uint8Array, name: string, type: string): File => new File([Uint8Array.from(bytes)], name, { type });

export function documentRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  return {
    list: os.documents.list.handler(({ input }) => householdDocuments(desk.register, input.householdId, input.year, todayOf(host))),
    add: os.documents.add.handler(async ({ input }) => {
      const files = await filesOf(input.files);
      const { register } = desk;
      const { label, grew } = addDocuments(register, { ...input, files }, todayOf(host));
      const { sizes } = householdDocuments(register, input.householdId, Number(todayOf(host).slice(0, 4)), todayOf(host));
      return { label, stored: files.length, grew, sizes, revision: register.log.revision, undo: undoState(register) };
    }),
    read: os.documents.read.handler(({ input }) => {
      const { bytes, name, type } = documentContent(desk.register, input.id);
      return file(bytes, name, type);
    }),
    folder: os.documents.folder.handler(async ({ input, signal }) => {
      mayLeave('full', input.reason);
      const { name, bytes, members } = await jobs.run(input.job, signal, (job) => householdFolder(desk.register, { ...input, today: todayOf(host) }, host.now(), job));
      // Originals cannot be masked: the folder leaves whole or not at all.
      letOut({ present: desk.present, host }, { what: name, purpose: '存出一户一档', level: 'full', reason: input.reason, columns: ['材料原件'], rows: 1, households: [input.householdId], members, file: name, bytes });
      return file(bytes, name, 'application/zip');
    }),
  };
}
