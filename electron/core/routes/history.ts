import type { DayDifference, DifferentHome } from '../../../shared/changes/day-difference.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { dayWords } from '../../../shared/fields/day-words.ts';
import { listChanges, listCommands } from '../history/command-list.ts';
import { logEntries } from '../history/log-entries.ts';
import { undoCommand, undoState } from '../history/undo-stack.ts';
import { askedDay } from '../past/asked-day.ts';
import { compareDays } from '../past/compare-days.ts';
import { putBack } from '../past/put-back.ts';
import { workingYear } from '../registers/open-register.ts';
import { dayHeads, writeDays } from '../reporting/days-writer.ts';
import { letOut, mayLeave } from '../reporting/outgoing.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { CoreContext, Implementer } from './base.ts';
import { todayOf } from './today.ts';

/** Pages of one comparison are asked for one after the other. */
const last = new WeakMap<RegisterFile, { readonly key: string; readonly homes: readonly DifferentHome[] }>();

function summed(homes: readonly DifferentHome[]): Omit<DayDifference, 'homes'> {
  const rows = homes.flatMap((home) => home.rows);
  const count = (fate: 'came' | 'went' | 'changed'): number => rows.filter((row) => row.fate === fate).length;
  return {
    came: count('came'),
    went: count('went'),
    changed: count('changed'),
    cells: rows.reduce((sum, { fate, cells }) => (fate === 'changed' ? sum + cells.length : sum), 0),
    households: homes.filter(({ householdId }) => householdId !== '').length,
    total: homes.length,
  };
}

export function historyRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  const betweenDays = async (since: string): Promise<readonly DifferentHome[]> => {
    const until = todayOf(host);
    if (since > until) throw new Refusal('WRONG_USAGE', `${dayWords(since)}在${dayWords(until)}之后`, { remedy: '请先选早的一天，再选晚的一天' });
    const { register } = desk;
    const key = `${since} ${register.log.revision}`;
    const known = last.get(register);
    if (known?.key === key) return known.homes;
    const homes = await desk.beside(since, async ({ register: before, cut }) => compareDays(before, register, cut.command));
    last.set(register, { key, homes });
    return homes;
  };
  return {
    commands: os.history.commands.handler(({ input }) => listCommands(desk.register, input.before, input.limit)),
    changes: os.history.changes.handler(({ input }) => listChanges(desk.register, input.command, input.offset, input.limit)),
    entries: os.history.entries.handler(({ input }) => logEntries(desk.register, input.of, input.offset, input.limit)),
    compareDays: os.history.compareDays.handler(async ({ input }) => {
      const homes = await betweenDays(input.since);
      return { ...summed(homes), homes: homes.slice(input.offset, input.offset + input.limit) };
    }),
    exportDays: os.history.exportDays.handler(({ input: { since, level, reason, job: name }, signal }) => {
      mayLeave(level, reason);
      return jobs.run(name, signal, async (job) => {
        const until = askedDay.get()?.day ?? null;
        const homes = await betweenDays(since);
        const what = `${dayWords(since)}到${until === null ? '今天' : dayWords(until)}之间的不同`;
        const bytes = await writeDays(homes, `${desk.register.meta('name') ?? ''}：${what}`, level, job);
        const file = `两天之间_${since}_${until ?? todayOf(host)}.xlsx`;
        const rows = homes.flatMap((home) => home.rows);
        letOut(
          { present: desk.present, host },
          { what, purpose: '两天之间的不同', level, reason, columns: dayHeads, rows: rows.length, households: homes.flatMap(({ householdId }) => (householdId === '' ? [] : [householdId])), members: rows.flatMap(({ entity, id }) => (entity === 'member' ? [id] : [])), file, bytes },
        );
        return new File([Uint8Array.from(bytes)], file, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
      });
    }),
    putBack: os.history.putBack.handler(async ({ input: { since, entity, id, revision }, signal }) => {
      const { register } = desk;
      const row = (await betweenDays(since)).flatMap((home) => home.rows).find((each) => each.entity === entity && each.id === id);
      if (!row) throw new Refusal('NOT_FOUND', `和${dayWords(since)}相比没有不同`, { remedy: '请刷新后再看' });
      const done = await jobs.run(undefined, signal, (job) => putBack(register, row, { day: since, workingYear: workingYear(register), revision, today: todayOf(host) }, job));
      return { ...done, revision: register.log.revision, undo: undoState(register) };
    }),
    undo: os.history.undo.handler(({ input, signal }) => jobs.run(undefined, signal, (job) => undoCommand(desk.register, input.command, job))),
  };
}
