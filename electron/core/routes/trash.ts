import { undoState } from '../history/undo-stack.ts';
import { duplicatesOf } from '../trash/duplicates.ts';
import { mergePeople } from '../trash/merge.ts';
import { removalOf, removeRow } from '../trash/remove.ts';
import { listTrash, restoreRow } from '../trash/restore.ts';
import type { CoreContext, Implementer } from './base.ts';

export function trashRoutes(os: Implementer, { desk }: CoreContext) {
  const written = (label: string) => ({ label, revision: desk.register.log.revision, undo: undoState(desk.register) });
  return {
    removal: os.trash.removal.handler(({ input }) => removalOf(desk.register, input)),
    remove: os.trash.remove.handler(({ input }) => written(removeRow(desk.register, input))),
    list: os.trash.list.handler(({ input }) => listTrash(desk.register, input.offset, input.limit)),
    restore: os.trash.restore.handler(({ input }) => written(restoreRow(desk.register, input))),
    duplicates: os.trash.duplicates.handler(() => duplicatesOf(desk.register)),
    merge: os.trash.merge.handler(({ input }) => written(mergePeople(desk.register, input))),
  };
}
