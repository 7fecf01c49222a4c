import type { Stored } from '../../../shared/fields/reading.ts';
import type { RegisterFile } from '../storage/register-file.ts';

/** What became of a cell after a revision. */
export interface ChangedSince {
  /** What it held then. */
  readonly before: Stored;
  /** The command that changed it last. */
  readonly last: number;
}

/** Whether a cell was changed after a revision, read from the log; null where it was not. */
export function pastValues(register: RegisterFile): { since(id: string, column: string, revision: number): ChangedSince | null } {
  const changes = (order: 'ASC' | 'DESC') => register.sql(`SELECT action, old, command FROM change WHERE rowId = ?1 AND command > ?3
    AND (field = ?2 OR (action = 'create' AND new ->> ('$."' || ?2 || '"') IS NOT NULL)) ORDER BY seq ${order} LIMIT 1`);
  const [first, last] = [changes('ASC'), changes('DESC')];
  return {
    since(id, column, revision) {
      const found = first.get(id, column, revision) as { action: string; old: Stored } | undefined;
      if (!found) return null;
      const { command } = last.get(id, column, revision) as { command: number };
      return { before: found.action === 'create' ? null : found.old, last: command };
    },
  };
}
