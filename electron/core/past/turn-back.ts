import type { Stored } from '../../../shared/fields/reading.ts';
import type { Entity } from '../../../shared/register/field.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { loggedColumns } from '../storage/row-store.ts';
import { besideTheLog } from './beside-the-log.ts';

const entities = Object.keys(loggedColumns) as Entity[];

/** What first happened to each row as a whole after the cut: it came, or it went. */
const firstFates = "SELECT rowId, action, old, min(seq) AS seq FROM change WHERE command > ?1 AND entity = ?2 AND action <> 'set' GROUP BY rowId";

/** Before its first change after the cut a cell held what that change says it replaced. */
const firstValues = `SELECT c.rowId, c.field, c.old FROM change c
  JOIN (SELECT min(seq) AS seq FROM change WHERE command > ?1 AND entity = ?2 AND action = 'set' GROUP BY rowId, field) f ON f.seq = c.seq ORDER BY c.seq`;

interface Removed {
  readonly rowId: string;
  readonly old: Stored;
}

interface Replaced {
  readonly rowId: string;
  readonly field: string;
  readonly old: Stored;
}

/** Takes back what the commands after the cut did to the rows of one entity. Exact: only what they did stands between then and now. */
function turnRowsBack(copy: RegisterFile, entity: Entity, cut: number): void {
  const touched = copy.sql('SELECT max(command) AS command FROM change WHERE rowId = ? AND command <= ?');
  const revisions = new Map<string, number>();
  const revisionOf = (id: string): number => {
    let found = revisions.get(id);
    if (found === undefined) revisions.set(id, (found = (touched.get(id, cut) as { command: number | null }).command ?? 0));
    return found;
  };
  copy.sql(`DELETE FROM ${entity} WHERE id IN (SELECT rowId FROM (${firstFates}) WHERE action = 'create')`).run(cut, entity);
  const removed = copy.sql(`SELECT rowId, old FROM (${firstFates}) WHERE action = 'delete'`).all(cut, entity) as Removed[];
  for (const { rowId, old } of removed) {
    // It may have come again since, by an undo.
    copy.rows.remove(entity, rowId);
    copy.rows.insert(entity, rowId, JSON.parse(String(old)) as Record<string, Stored>, revisionOf(rowId));
  }
  for (const { rowId, field, old } of copy.sql(firstValues).all(cut, entity) as Replaced[]) {
    // No revision: the row came only after the cut and is gone already.
    const revision = revisionOf(rowId);
    if (revision > 0) copy.rows.update(entity, rowId, { [field]: old }, revision);
  }
}

/** An import stood where the last of its undos and redos left it. */
const statesOfImports = `UPDATE importBatch SET state = coalesce((
    WITH RECURSIVE chain (number, kind) AS (
      SELECT number, kind FROM command WHERE number = importBatch.command
      UNION ALL SELECT k.number, k.kind FROM command k JOIN chain c ON k.reverses = c.number)
    SELECT CASE kind WHEN 'undo' THEN 'undone' ELSE 'committed' END FROM chain ORDER BY number DESC LIMIT 1), state)`;

/**
 * Makes a copy of a register what it was when command `cut` had just been written. The copy has no guards over its log: it is
 * cut off, too. Linear in what changed since.
 */
export function turnBack(copy: RegisterFile, cut: number, end: string): void {
  for (const entity of entities) turnRowsBack(copy, entity, cut);
  for (const fate of Object.values(besideTheLog)) {
    if (fate === 'asToday') continue;
    if ('after' in fate) copy.sql(fate.after).run(cut);
    else copy.sql(fate.since).run(end);
  }
  copy.sql('DELETE FROM change WHERE command > ?').run(cut);
  copy.sql('DELETE FROM command WHERE number > ?').run(cut);
  copy.sql(statesOfImports).run();
}
