import { marksOf, nextMark } from '../checking/finding-marks.ts';
import { countRows } from '../tables/count-rows.ts';
import { compareFrozen, freezeList, frozenLists, removeFrozen, restoreFrozen } from '../views/frozen-lists.ts';
import { listViews, removeView, renameView, restoreView, saveView, setStartView, type By } from '../views/saved-views.ts';
import type { CoreContext, Implementer } from './base.ts';
import { todayOf } from './today.ts';

export function viewRoutes(os: Implementer, { host, desk }: CoreContext) {
  const by = (): By => ({ who: host.who, at: host.now().toISOString() });
  return {
    list: os.views.list.handler(({ input }) => listViews(desk.register, input.subject, host.who)),
    save: os.views.save.handler(({ input }) => saveView(desk.register, input, by())),
    rename: os.views.rename.handler(({ input }) => renameView(desk.register, input, by())),
    remove: os.views.remove.handler(({ input }) => {
      removeView(desk.register, input.id, by());
      return null;
    }),
    restore: os.views.restore.handler(({ input }) => restoreView(desk.register, input.id, by())),
    setStart: os.views.setStart.handler(({ input }) => {
      setStartView(desk.register, input.subject, input.view, host.who);
      return null;
    }),
    counts: os.views.counts.handler(({ input }) => Object.fromEntries(input.questions.map(({ key, question }) => [key, countRows(desk.register, question)]))),
    marks: os.views.marks.handler(({ input }) => marksOf(desk.register, { year: input.year, today: todayOf(host) }, input.subject, input.ids)),
    nextMark: os.views.nextMark.handler(({ input }) => {
      const { register } = desk;
      const { question, row, backwards } = input;
      return nextMark(register, { year: question.year, today: todayOf(host) }, desk.ordered.of(register, question).ids, question.subject, row, backwards);
    }),
    freeze: os.views.freeze.handler(({ input }) => freezeList(desk.register, input, by())),
    frozenLists: os.views.frozenLists.handler(() => frozenLists(desk.register)),
    compareFrozen: os.views.compareFrozen.handler(({ input }) => compareFrozen(desk.register, input.id, input.year)),
    removeFrozen: os.views.removeFrozen.handler(({ input }) => {
      removeFrozen(desk.register, input.id, by());
      return null;
    }),
    restoreFrozen: os.views.restoreFrozen.handler(({ input }) => restoreFrozen(desk.register, input.id)),
  };
}
