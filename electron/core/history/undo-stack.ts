import type { UndoState } from '../../../shared/contract/tables.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { UndoResult } from '../../../shared/changes/plan-types.ts';
import type { Job } from '../jobs.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { reverseCommand } from './reverse.ts';

interface CommandHead {
  readonly number: number;
  readonly kind: string;
  readonly label: string;
  readonly batch: number | null;
  readonly reverses: number | null;
}

interface Stacks {
  undo: CommandHead[];
  redo: CommandHead[];
}

/** What was worked out so far, and up to which command: the log only grows, so an edit costs the same after a year of edits. */
const known = new WeakMap<RegisterFile, Stacks & { upTo: number }>();

/**
 * What Ctrl+Z and Ctrl+Y would do, read from the log alone, so that it holds after a restart.
 * Doing something new empties the redo side; taking back an older command out of turn removes it from the stack.
 */
export function stacks(register: RegisterFile): Readonly<Stacks> {
  const kept = known.get(register) ?? { undo: [], redo: [], upTo: 0 };
  if (kept.upTo === register.log.revision) return kept;
  const commands = register.sql("SELECT number, kind, label, batch, reverses FROM command WHERE number > ? AND kind <> 'settings' ORDER BY number").all(kept.upTo) as CommandHead[];
  for (const command of commands) {
    if (command.kind === 'undo') {
      kept.undo = kept.undo.filter((entry) => entry.number !== command.reverses);
      kept.redo.push(command);
    } else {
      if (command.kind === 'redo') kept.redo = kept.redo.filter((entry) => entry.number !== command.reverses);
      else kept.redo = [];
      kept.undo.push(command);
    }
  }
  kept.upTo = register.log.revision;
  known.set(register, kept);
  return kept;
}

const plain = (label: string): string => label.replace(/^(撤销|重做)：/, '');

export function undoState(register: RegisterFile): UndoState {
  const { undo, redo } = stacks(register);
  return { undo: undo.at(-1) ? plain(undo.at(-1)?.label ?? '') : null, redo: redo.at(-1) ? plain(redo.at(-1)?.label ?? '') : null };
}

/** The command that first did what a chain of undo and redo is about. */
function origin(register: RegisterFile, command: CommandHead): CommandHead {
  let found = command;
  while (found.reverses !== null) {
    found = register.sql('SELECT number, kind, label, batch, reverses FROM command WHERE number = ?').get(found.reverses) as CommandHead;
  }
  return found;
}

/** Takes back one command (an edit, an import, a redo), or does an undone one again; an import's own state follows. */
export async function reverse(register: RegisterFile, command: CommandHead, kind: 'undo' | 'redo', job: Job): Promise<UndoResult & { label: string }> {
  const first = origin(register, command);
  const label = plain(command.label);
  const result = await register.exclusively(() =>
    reverseCommand(register, command.number, { kind, label: `${kind === 'undo' ? '撤销' : '重做'}：${label}` }, job, () => {
      if (first.batch !== null) {
        register.sql('UPDATE importBatch SET state = ? WHERE number = ?').run(kind === 'undo' ? 'undone' : 'committed', first.batch);
      }
    }),
  );
  return { ...result, label };
}

export async function undoLast(register: RegisterFile, job: Job) {
  const last = stacks(register).undo.at(-1);
  if (!last) throw new Refusal('NOTHING_TO_UNDO', '没有可以撤销的操作');
  return reverse(register, last, 'undo', job);
}

export async function redoLast(register: RegisterFile, job: Job) {
  const last = stacks(register).redo.at(-1);
  if (!last) throw new Refusal('NOTHING_TO_UNDO', '没有可以重做的操作');
  return reverse(register, last, 'redo', job);
}

/** Takes a command back wherever it stands in the log. */
export async function undoCommand(register: RegisterFile, number: number, job: Job): Promise<UndoResult> {
  const found = stacks(register).undo.find((command) => command.number === number);
  if (!found) throw new Refusal('NOTHING_TO_UNDO', '这一步已经撤销过，或者不能撤销');
  const { label: _label, ...result } = await reverse(register, found, 'undo', job);
  return result;
}

/** Takes a whole import back, however long ago it was. */
export async function undoBatch(register: RegisterFile, batch: number, job: Job): Promise<UndoResult> {
  const found = stacks(register).undo.find((command) => origin(register, command).batch === batch);
  if (!found) throw new Refusal('NOTHING_TO_UNDO', `第 ${batch} 次导入没有写入登记册，或者已经撤销`, { remedy: '请在导入记录里查看' });
  return undoCommand(register, found.number, job);
}

/** What taking an import back did, read from the log and the report that was kept: for weeks later. */
export function undoReport(register: RegisterFile, batch: number): UndoResult | null {
  const command = register
    .sql("SELECT u.number FROM command u JOIN command k ON k.number = u.reverses WHERE u.kind = 'undo' AND (k.batch = ?1 OR k.reverses IN (SELECT number FROM command WHERE kind = 'undo')) AND EXISTS (SELECT 1 FROM importBatch b WHERE b.number = ?1 AND b.state = 'undone') ORDER BY u.number DESC")
    .all(batch) as { number: number }[];
  const found = command.find(({ number }) => origin(register, { number, kind: 'undo', label: '', batch: null, reverses: reversesOf(register, number) }).batch === batch);
  if (!found) return null;
  const rows = register.sql('SELECT fate, what, why FROM undoReport WHERE command = ? ORDER BY position').all(found.number) as { fate: 'kept' | 'failed'; what: string; why: string }[];
  const { n } = register.sql('SELECT count(*) AS n FROM change WHERE command = ?').get(found.number) as { n: number };
  const of = (fate: 'kept' | 'failed') => rows.filter((row) => row.fate === fate).map(({ what, why }) => ({ what, why }));
  return { command: found.number, reversed: n, kept: of('kept'), failed: of('failed') };
}

const reversesOf = (register: RegisterFile, command: number): number | null => (register.sql('SELECT reverses FROM command WHERE number = ?').get(command) as { reverses: number | null }).reverses;
