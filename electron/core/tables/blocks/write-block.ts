import { shown } from '../../../../shared/register/show-value.ts';
import { newId } from '../../storage/new-id.ts';
import type { Writer } from '../../storage/commands.ts';
import type { Stored } from '../../../../shared/fields/reading.ts';
import { whereOf, type PlannedCell } from './planned-cell.ts';
import type { BlockPlan } from './plan-block.ts';
import type { Wish } from './wish.ts';
import type { Work } from './work.ts';

const cellsAtATime = 2000;

/** What writing a plan is called: one cell by its old and new value, more by what was done. */
export function labelOfPlan({ table, changes }: BlockPlan, wish: Wish): string {
  const [only] = changes;
  if (!only || changes.length > 1) return wish.label(changes.length);
  return `${whereOf(table, only)}：${shown(only.field.key, only.old)} → ${shown(only.field.key, only.value)}`;
}

const ownerColumn = (cell: PlannedCell): string => (cell.entity === 'householdYear' ? 'householdId' : 'memberId');

/** Writes what a plan would change, inside a command. Records of the year that do not exist yet come into being whole. */
export function* writePlan(writer: Writer, { changes, claims }: BlockPlan, year: number): Work<number> {
  const fresh = new Map<string, { readonly first: PlannedCell; readonly values: Record<string, Stored> }>();
  for (const [done, cell] of changes.entries()) {
    const { entity, rowId, owner, field, old, value } = cell;
    if (rowId !== undefined) writer.set(entity, rowId, field.key, old, value);
    else {
      const key = `${entity}|${owner}`;
      const record = fresh.get(key) ?? { first: cell, values: {} };
      record.values[field.key] = value;
      fresh.set(key, record);
    }
    if ((done + 1) % cellsAtATime === 0) yield { what: '正在写入', done, total: changes.length };
  }
  for (const { first, values } of fresh.values()) writer.create(first.entity, newId(), { [ownerColumn(first)]: first.owner, year, ...values });
  for (const { rowId, year: followed } of claims) if (followed) writer.set('entry', rowId, 'year', followed.from, followed.to);
  return changes.length;
}
