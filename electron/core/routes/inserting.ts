import { undoState } from '../history/undo-stack.ts';
import { checkNewRows, writeNewRows } from '../inserting/insert-rows.ts';
import type { CoreContext, Implementer } from './base.ts';
import { todayOf } from './today.ts';

export function insertRoutes(os: Implementer, { host, desk }: CoreContext) {
  return {
    check: os.inserting.check.handler(({ input }) => checkNewRows(desk.register, input, todayOf(host))),
    write: os.inserting.write.handler(({ input: { goodOnly, ...asked } }) => {
      const { register } = desk;
      const written = writeNewRows(register, asked, goodOnly, todayOf(host));
      return { ...written, revision: register.log.revision, undo: undoState(register) };
    }),
  };
}
