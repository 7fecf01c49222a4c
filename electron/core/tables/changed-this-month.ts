import { sql } from 'kysely';
import type { Condition } from './filter-condition.ts';
import type { TableSource } from './sources.ts';

/**
 * Commands of this month whose effect stands: `walk` goes back from the last of a chain of undo and redo as long as the month
 * lasts; an even number of steps has led back to where the month began. `month_began()` is the host's clock.
 */
const standing = `WITH RECURSIVE walk (last, number, steps) AS (
    SELECT k.number, k.number, 1 FROM command k WHERE k.at >= month_began() AND k.kind <> 'settings' AND NOT EXISTS (SELECT 1 FROM command later WHERE later.reverses = k.number)
    UNION ALL
    SELECT walk.last, earlier.number, walk.steps + 1 FROM walk JOIN command k ON k.number = walk.number JOIN command earlier ON earlier.number = k.reverses WHERE earlier.at >= month_began()
  ), stands (number) AS (SELECT last FROM walk GROUP BY last HAVING max(steps) % 2 = 1)`;

/** Households of which anything is in `changed`: their own rows, those of their people, and those that left them. */
const touched = `SELECT rowId AS id FROM changed WHERE entity = 'household'
  UNION SELECT t.householdId FROM changed c JOIN householdYear t ON t.id = c.rowId WHERE c.entity = 'householdYear'
  UNION SELECT t.householdId FROM changed c JOIN member t ON t.id = c.rowId WHERE c.entity = 'member'
  UNION SELECT t.householdId FROM changed c JOIN helper t ON t.id = c.rowId WHERE c.entity = 'helper'
  UNION SELECT t.householdId FROM changed c JOIN entry t ON t.id = c.rowId WHERE c.entity = 'entry' AND t.householdId IS NOT NULL
  UNION SELECT m.householdId FROM changed c JOIN memberYear t ON t.id = c.rowId JOIN member m ON m.id = t.memberId WHERE c.entity = 'memberYear'
  UNION SELECT CASE c.action WHEN 'delete' THEN c.old ->> '$.householdId' ELSE c.old END FROM changed c
    WHERE (c.action = 'delete' AND c.old ->> '$.householdId' IS NOT NULL) OR (c.field = 'householdId' AND c.old IS NOT NULL)`;

/** Households of which anything was written by commands after ?1. */
export const touchedSince = `WITH changed (entity, rowId, action, field, old) AS (SELECT entity, rowId, action, field, old FROM change WHERE command > ?1) ${touched}`;

const ofMembers = `${standing}
  SELECT rowId FROM change WHERE command IN (SELECT number FROM stands) AND entity = 'member'
  UNION SELECT t.memberId FROM change c JOIN memberYear t ON t.id = c.rowId WHERE c.command IN (SELECT number FROM stands) AND c.entity = 'memberYear'
  UNION SELECT c.old ->> '$.memberId' FROM change c WHERE c.command IN (SELECT number FROM stands) AND c.entity = 'memberYear' AND c.action = 'delete'`;

const ofHouseholds = `${standing}, changed (entity, rowId, action, field, old) AS (SELECT entity, rowId, action, field, old FROM change WHERE command IN (SELECT number FROM stands))
  ${touched}`;

const ofEntries = `${standing} SELECT rowId FROM change WHERE command IN (SELECT number FROM stands) AND entity = 'entry'`;

/** Rows that were written this month and not put back: people by what is theirs, households by everything of theirs, records by themselves. */
export function changedThisMonth({ table, id }: TableSource): Condition {
  const rows = table.ledger ? ofEntries : table.subject === 'people' ? ofMembers : ofHouseholds;
  return sql`${sql.raw(id)} IN (${sql.raw(rows)})`;
}
