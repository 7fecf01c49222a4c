import type { Stored } from '../../../shared/fields/reading.ts';
import type { Entity } from '../../../shared/register/field.ts';
import { stacks } from '../history/undo-stack.ts';
import { onlyRecord } from '../storage/record-papers.ts';
import type { RegisterFile } from '../storage/register-file.ts';

/** A row that a command took out, as the log has it. */
export interface ThrownRow {
  readonly seq: number;
  readonly command: number;
  readonly entity: Entity;
  readonly id: string;
  readonly values: Readonly<Record<string, Stored>>;
  readonly at: string;
  readonly who: string;
  readonly label: string;
}

/** A row with what went along with it in the same command: what hangs on a row stands after it. */
export interface Thrown {
  readonly row: ThrownRow;
  readonly along: readonly ThrownRow[];
}

const deletions = `SELECT c.seq, c.command, c.entity, c.rowId AS id, c.old, k.at, k.who, k.label FROM change c JOIN command k ON k.number = c.command
  WHERE c.action = 'delete' AND c.command IN (SELECT value FROM json_each(?)) ORDER BY c.seq DESC`;

const ownersOf = ({ values }: ThrownRow): string[] => [values['householdId'], values['memberId'], onlyRecord(values)].filter((owner) => typeof owner === 'string');

/**
 * What is in the trash, newest first, read from the log alone: rows that a command took out which nobody has taken back, and that are
 * not there now. What vanished because its coming was undone is no trash.
 */
export function thrownAway(register: RegisterFile): Thrown[] {
  const standing = stacks(register).undo.map(({ number }) => number);
  const stored = register.sql(deletions).all(JSON.stringify(standing)) as (Omit<ThrownRow, 'values'> & { readonly old: string })[];
  const seen = new Set<string>();
  const rows = stored.flatMap(({ old, ...row }): ThrownRow[] => {
    if (seen.has(row.id) || register.rows.get(row.entity, row.id)) return [];
    seen.add(row.id);
    return [{ ...row, values: JSON.parse(old) as Record<string, Stored> }];
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const below = new Map<ThrownRow, ThrownRow[]>();
  const tops: ThrownRow[] = [];
  for (const row of rows) {
    const owners = ownersOf(row).flatMap((id) => byId.get(id) ?? []).filter((owner) => owner.command === row.command);
    if (owners.length === 0) tops.push(row);
    for (const owner of owners) {
      const those = below.get(owner);
      if (those) those.push(row);
      else below.set(owner, [row]);
    }
  }
  const belonging = (row: ThrownRow): ThrownRow[] => (below.get(row) ?? []).flatMap((each) => [each, ...belonging(each)]);
  return tops.filter(({ entity }) => entity !== 'householdYear' && entity !== 'memberYear').map((row) => ({ row, along: [...new Set(belonging(row))] }));
}
