import { addDocuments } from '../documents/add-documents.ts';
import { documentContent, householdDocuments, paperCounts, recordDocuments } from '../documents/list-documents.ts';
import { undoState } from '../history/undo-stack.ts';
import { letOut, mayLeave } from '../reporting/outgoing.ts';
import { householdFolder, recordFolder, type LeavingFolder } from '../reporting/household-folder.ts';
import type { CoreContext, Implementer } from './base.ts';
import { filesOf } from './files.ts';
import { todayOf } from './today.ts';

const file = (bytes: Uint8Array, name: string, type: string): File => new File([Uint8Array.from(bytes)], name, { type });

export function documentRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  // Originals cannot be masked: a folder leaves whole or not at all.
  const handOut = ({ name, bytes, households, members }: LeavingFolder, purpose: string, reason: string): File => {
    letOut({ present: desk.present, host }, { what: name, purpose, level: 'full', reason, columns: ['材料原件'], rows: 1, households, members, file: name, bytes });
    return file(bytes, name, 'application/zip');
  };
  return {
    list: os.documents.list.handler(({ input }) => householdDocuments(desk.register, input.householdId, input.year, todayOf(host))),
    ofRecord: os.documents.ofRecord.handler(({ input }) => recordDocuments(desk.register, input.recordId)),
    counts: os.documents.counts.handler(({ input }) => paperCounts(desk.register, input.ids)),
    add: os.documents.add.handler(async ({ input }) => {
      const files = await filesOf(input.files);
      const { register } = desk;
      const { label, grew } = addDocuments(register, { ...input, files }, todayOf(host));
      const { householdId, recordId } = input;
      const { sizes } = householdId === undefined ? recordDocuments(register, recordId ?? '') : householdDocuments(register, householdId, Number(todayOf(host).slice(0, 4)), todayOf(host));
      return { label, stored: files.length, grew, sizes, revision: register.log.revision, undo: undoState(register) };
    }),
    read: os.documents.read.handler(({ input }) => {
      const { bytes, name, type } = documentContent(desk.register, input.id);
      return file(bytes, name, type);
    }),
    folder: os.documents.folder.handler(async ({ input, signal }) => {
      mayLeave('full', input.reason);
      return handOut(await jobs.run(input.job, signal, (job) => householdFolder(desk.register, { ...input, today: todayOf(host) }, host.now(), job)), '存出一户一档', input.reason);
    }),
    recordFolder: os.documents.recordFolder.handler(async ({ input, signal }) => {
      mayLeave('full', input.reason);
      return handOut(await jobs.run(input.job, signal, (job) => recordFolder(desk.register, input.recordId, host.now(), job)), '存出记录的材料', input.reason);
    }),
  };
}
