import { undoState } from '../history/undo-stack.ts';
import { addColumn, changeColumn, ownUses } from '../own/columns.ts';
import { addFromNotes, notedColumns } from '../own/notes.ts';
import { exportOwn, importOwn } from '../own/share.ts';
import type { CoreContext, Implementer } from './base.ts';
import { todayOf } from './today.ts';

export function ownColumnRoutes(os: Implementer, { host, desk }: CoreContext) {
  const done = (key: string) => ({ key, revision: desk.register.log.revision, undo: undoState(desk.register) });
  return {
    list: os.ownColumns.list.handler(() => ownUses(desk.register)),
    add: os.ownColumns.add.handler(({ input }) => done(addColumn(desk.register, input.about, input.draft))),
    change: os.ownColumns.change.handler(({ input }) => {
      changeColumn(desk.register, input.key, input.base, input.draft);
      return done(input.key);
    }),
    notes: os.ownColumns.notes.handler(() => notedColumns(desk.register, todayOf(host))),
    addFromNotes: os.ownColumns.addFromNotes.handler(({ input }) => {
      const taken = addFromNotes(desk.register, input, todayOf(host));
      return { ...taken, ...done(taken.key) };
    }),
    exportFile: os.ownColumns.exportFile.handler(({ input }) => new File([exportOwn(desk.register, input.keys)], '自设列.json', { type: 'application/json' })),
    importFile: os.ownColumns.importFile.handler(async ({ input }) => importOwn(desk.register, await input.file.text(), input.file.name)),
  };
}
