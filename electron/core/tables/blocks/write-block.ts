import { shown } from '../../../../shared/register/show-value.ts';
import { newId } from '../../storage/new-id.ts';
import type { Writer } from '../../storage/commands.ts';
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

/** Writes what a plan would change, inside a command: row by row, each once. Records of the year that do not exist yet come into being whole. */
export function* writePlan(writer: Writer, { changes, claims }: BlockPlan, year: number): Work<number> {
  let done = 0;
  let told = 0;
  for (const cells of Map.groupBy(changes, ({ entity, rowId, owner }) => rowId ?? `${entity}|${owner}`).values()) {
    const [first] = cells;
    if (!first) continue;
    const { entity, rowId, owner } = first;
    if (rowId === undefined) writer.create(entity, newId(), { [ownerColumn(first)]: owner, year, ...Object.fromEntries(cells.map(({ field, value }) => [field.key, value])) });
    else writer.setAll(entity, rowId, cells.map(({ field, old, value }) => ({ column: field.key, old, value })));
    done += cells.length;
    if (done - told < cellsAtATime) continue;
    told = done;
    yield { what: '正在写入', done, total: changes.length };
  }
  for (const { rowId, year: followed } of claims) if (followed) writer.set('entry', rowId, 'year', followed.from, followed.to);
  return changes.length;
}
