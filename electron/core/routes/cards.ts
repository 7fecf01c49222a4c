import { addYear } from '../card/add-year.ts';
import { setAccountingYear } from '../card/accounting.ts';
import { addHelper, removeHelper } from '../card/helpers.ts';
import { neighbours } from '../card/neighbours.ts';
import { runEvent } from '../events/household-event.ts';
import { undoState } from '../history/undo-stack.ts';
import type { CoreContext, Implementer } from './base.ts';
import { todayOf } from './today.ts';

export function cardRoutes(os: Implementer, { host, desk }: CoreContext) {
  const written = (label: string) => ({ label, revision: desk.register.log.revision, undo: undoState(desk.register) });
  return {
    around: os.cards.around.handler(({ input: { question, rowId } }) => neighbours(desk.register, desk.ordered.of(desk.register, question), question, rowId)),
    event: os.cards.event.handler(({ input }) => {
      const { label, made } = runEvent(desk.register, input, todayOf(host));
      return { ...written(label), made };
    }),
    addYear: os.cards.addYear.handler(({ input }) => written(addYear(desk.register, input))),
    addHelper: os.cards.addHelper.handler(({ input }) => written(addHelper(desk.register, input.householdId, input.values, todayOf(host)))),
    removeHelper: os.cards.removeHelper.handler(({ input }) => written(removeHelper(desk.register, input.id, input.base))),
    setAccountingYear: os.cards.setAccountingYear.handler(({ input }) => {
      setAccountingYear(desk.register, input.counted);
      return { revision: desk.register.log.revision };
    }),
  };
}
