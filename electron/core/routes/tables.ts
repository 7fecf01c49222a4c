import type { UndoResult } from '../../../shared/changes/plan-types.ts';
import { redoLast, undoLast, undoState } from '../history/undo-stack.ts';
import { cellHistory } from '../tables/cell-history.ts';
import { distinctValues, periodCounts } from '../tables/distinct.ts';
import { editCell } from '../tables/edit-cell.ts';
import { ledgerCounts, removeEntry } from '../tables/entries.ts';
import { followTo } from '../tables/follow-rows.ts';
import { addEntry } from '../tables/new-entry.ts';
import { find } from '../tables/find.ts';
import { householdCard } from '../card/household-card.ts';
import { namedAt, standingWindow } from '../tables/places.ts';
import { findRow, tableRow } from '../tables/rows.ts';
import { villageCounts } from '../tables/villages.ts';
import type { CoreContext, Implementer } from './base.ts';
import { todayOf } from './today.ts';

export function tableRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  const undone = (result: UndoResult & { label: string }) => ({ label: result.label, revision: desk.register.log.revision, undo: undoState(desk.register), kept: result.kept.length + result.failed.length });
  return {
    rows: os.tables.rows.handler(({ input }) => {
      const { register } = desk;
      const { offset, limit, standing } = input;
      const { ids, ...told } = standing === undefined ? desk.ordered.window(register, input, offset, limit) : standingWindow(register, desk.ordered, { question: input, revision: standing }, offset, limit);
      const rows = ids.map((id) => findRow(register, input.subject, id, input.year));
      return { ...told, offset, rows: rows.filter((row) => row !== undefined) };
    }),
    named: os.tables.named.handler(({ input }) => namedAt(desk.register, desk.ordered, input, input.rows)),
    position: os.tables.position.handler(({ input: { id, ...asked } }) => desk.ordered.of(desk.register, asked).place.get(id) ?? null),
    follow: os.tables.follow.handler(({ input: { shown, question, ...standing } }) => followTo(desk.register, desk.ordered, shown, question, standing)),
    distinct: os.tables.distinct.handler(({ input: { field, ...asked } }) => distinctValues(desk.register, asked, field)),
    periods: os.tables.periods.handler(({ input: { field, days, ...asked } }) => periodCounts(desk.register, asked, field, days)),
    edit: os.tables.edit.handler(({ input }) => {
      const { register } = desk;
      const before = register.log.revision;
      editCell(register, input, todayOf(host));
      const { revision } = register.log;
      return { row: tableRow(register, input.subject, input.id, input.year), revision, made: revision > before, undo: undoState(register) };
    }),
    ledgers: os.tables.ledgers.handler(() => ledgerCounts(desk.register)),
    addEntry: os.tables.addEntry.handler(({ input }) => {
      const { register } = desk;
      const id = addEntry(register, input, todayOf(host));
      return { row: tableRow(register, input.subject, id, 0), revision: register.log.revision, undo: undoState(register) };
    }),
    removeEntry: os.tables.removeEntry.handler(({ input }) => {
      const { register } = desk;
      const label = removeEntry(register, input);
      return { label, revision: register.log.revision, undo: undoState(register) };
    }),
    history: os.tables.history.handler(({ input }) => cellHistory(desk.register, input)),
    undoState: os.tables.undoState.handler(() => undoState(desk.register)),
    undo: os.tables.undo.handler(async ({ signal }) => undone(await jobs.run(undefined, signal, (job) => undoLast(desk.register, job)))),
    redo: os.tables.redo.handler(async ({ signal }) => undone(await jobs.run(undefined, signal, (job) => redoLast(desk.register, job)))),
    find: os.tables.find.handler(({ input }) => find(desk.register, input.text, input.limit, input.records)),
    card: os.tables.card.handler(({ input }) => householdCard(desk.register, input.householdId, input.year, todayOf(host))),
    villages: os.tables.villages.handler(() => villageCounts(desk.register)),
  };
}
