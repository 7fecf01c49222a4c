import { labelOf, shown } from '../../../shared/register/show-value.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { RegisterFile } from '../storage/register-file.ts';

interface Change {
  readonly command: number;
  readonly entity: string;
  readonly rowId: string;
  readonly action: string;
  readonly field: string | null;
  readonly old: Stored;
  readonly new: Stored;
}

const changes = `SELECT command, entity, rowId, action, field, old, new FROM change
  WHERE command > ? AND entity IN ('household', 'householdYear', 'member', 'memberYear', 'helper') ORDER BY seq`;

const owners = `SELECT id, id AS household, '' AS who, NULL AS year FROM household
  UNION ALL SELECT id, householdId, '', year FROM householdYear
  UNION ALL SELECT id, householdId, coalesce(name, ''), NULL FROM member
  UNION ALL SELECT y.id, m.householdId, coalesce(m.name, ''), y.year FROM memberYear y JOIN member m ON m.id = y.memberId
  UNION ALL SELECT id, householdId, coalesce(helperName, ''), NULL FROM helper`;

interface Cell {
  readonly householdId: string;
  readonly label: string;
  readonly old: Stored;
  value: Stored;
  readonly field: string;
}

/**
 * What of each household is another than after a command of its own: telling values, people who came and went. Whoever has no command is
 * not told of; `speaks` says which fields the account holds.
 */
export function changedSince(register: RegisterFile, year: number, since: ReadonlyMap<string, number>, speaks: (field: string) => boolean): Map<string, string[]> {
  const told = new Map<string, string[]>();
  if (since.size === 0) return told;
  const earliest = Math.min(...since.values());
  const rows = register.sql(changes).all(earliest) as Change[];
  if (rows.length === 0) return told;
  const owner = new Map((register.sql(owners).all() as { id: string; household: string; who: string; year: number | null }[]).map((each) => [each.id, each]));
  const cells = new Map<string, Cell>();
  const say = (householdId: string, what: string): void => {
    const own = told.get(householdId);
    if (own) own.push(what);
    else told.set(householdId, [what]);
  };
  for (const { command, entity, rowId, action, field, old, new: value } of rows) {
    const row = action === 'delete' ? (JSON.parse(String(old)) as Record<string, Stored>) : null;
    const of = owner.get(rowId);
    const householdId = of?.household ?? String(row?.['householdId'] ?? '');
    const from = since.get(householdId);
    if (from === undefined || command <= from) continue;
    if ((of?.year ?? row?.['year'] ?? year) !== year) continue;
    if (entity === 'member' && action === 'create') say(householdId, `增加了${of?.who ?? '成员'}`);
    else if (entity === 'member' && row) say(householdId, `去掉了${String(row['name'] ?? '成员')}`);
    else if (action === 'set' && field !== null && speaks(field)) {
      const key = `${rowId}|${field}`;
      const known = cells.get(key);
      if (known) known.value = value;
      else cells.set(key, { householdId, label: `${of?.who ? `${of.who}·` : ''}${labelOf(field)}`, old, value, field });
    }
  }
  for (const { householdId, label, old, value, field } of cells.values()) if (old !== value) say(householdId, `${label}：${shown(field, old)} → ${shown(field, value)}`);
  return told;
}
