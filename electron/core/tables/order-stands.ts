import { isOwnKey } from '../../../shared/register/own/own-column.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { TableQuery } from './ordered-ids.ts';
import { columnOf, sourceOf } from './sources.ts';

/** Columns by which rows belong together and walk: of what the order of rows that nobody has sorted is made. */
const walked = ['town', 'village', 'group', 'householdNo', 'householdId', 'memberId', 'relation', 'ledger', 'year', 'helpUntil'];

/** Where what the head of a household is called and numbered stands. */
const heads = ['name', 'identityNo', 'memberNo'];

/** Rows that, come or gone, make rows of tables come or go. */
const ofRows = ['household', 'member', 'helper', 'entry'];

/**
 * Whether nothing was written after a revision by which rows of a question come, go or move. Most writes are of a cell that has no part
 * in it, and putting a hundred thousand rows into the same order again costs more than they do.
 */
export function orderStands(register: RegisterFile, { subject, filters = [], sorts = [], search }: TableQuery, since: number): boolean {
  // What a search and the conditions of several columns look at is more than can be told here.
  if (search?.trim() || filters.some(({ test }) => test === 'group')) return false;
  const source = sourceOf(subject);
  const fields = [...filters, ...sorts].map(({ field }) => columnOf(source, field).field);
  const columns = new Set([...walked, ...fields.flatMap(({ key, derived }) => (derived ? heads : [key]))]);
  const entities = new Set([...ofRows, ...fields.map(({ entity }) => entity), ...(fields.some(({ key }) => isOwnKey(key)) ? ['ownColumn'] : [])]);
  const moved = register
    .sql(
      `SELECT 1 FROM command WHERE number > ?1 AND kind = 'settings' UNION ALL
       SELECT 1 FROM change WHERE command > ?1 AND CASE action WHEN 'set' THEN field IN (SELECT value FROM json_each(?2)) ELSE entity IN (SELECT value FROM json_each(?3)) END LIMIT 1`,
    )
    .get(since, JSON.stringify([...columns]), JSON.stringify([...entities]));
  return moved === undefined;
}
