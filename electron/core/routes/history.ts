import { listChanges, listCommands } from '../history/command-list.ts';
import { logEntries } from '../history/log-entries.ts';
import { undoCommand } from '../history/undo-stack.ts';
import type { CoreContext, Implementer } from './base.ts';

export function historyRoutes(os: Implementer, { desk, jobs }: CoreContext) {
  return {
    commands: os.history.commands.handler(({ input }) => listCommands(desk.register, input.before, input.limit)),
    changes: os.history.changes.handler(({ input }) => listChanges(desk.register, input.command, input.offset, input.limit)),
    entries: os.history.entries.handler(({ input }) => logEntries(desk.register, input.of, input.offset, input.limit)),
    undo: os.history.undo.handler(({ input, signal }) => jobs.run(undefined, signal, (job) => undoCommand(desk.register, input.command, job))),
  };
}
