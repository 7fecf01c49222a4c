import type { Choice, PlanHousehold, PlanRow, ValueChange } from '../../shared/changes/plan-types.ts';
import { takeable } from '../../shared/changes/steps.ts';
import type { ChoiceScope } from './import-desk.ts';

export interface Choosing {
  readonly scope: ChoiceScope;
  readonly target: string;
  readonly choice: Choice | null;
}

export const cellTarget = (row: PlanRow, change: ValueChange): string => `${row.position}|${change.field}`;

/** Whether a row brings anything that can be left out as a whole. */
export const canBeLeft = ({ verdict, changes }: PlanRow): boolean => verdict !== 'refused' && changes.some(({ kept }) => kept !== true);

/** Whether anything of a row can be taken or left. */
export const isChoosable = ({ verdict, changes }: PlanRow): boolean =>
  verdict !== 'refused' && changes.some(({ kept, why }) => kept !== true || (why !== undefined && takeable.has(why)));

const isTaken = ({ kept, why }: ValueChange, holds: Choice | null): boolean => (kept === true ? holds === 'take' && why !== undefined && takeable.has(why) : holds !== 'skip');

/** A row as it will be once the core has heard of a choice; for what else holds it is asked right after. */
export function chosenRow(row: PlanRow, { scope, target, choice }: Choosing): PlanRow {
  if (scope === 'cell') {
    if (!target.startsWith(`${row.position}|`)) return row;
    return { ...row, changes: row.changes.map((change) => (cellTarget(row, change) === target ? withChoice(change, choice, isTaken(change, choice ?? row.choice)) : change)) };
  }
  const meant = (scope === 'row' && target === String(row.position)) || (scope === 'household' && target === row.grouping && row.choice === null);
  if (!meant) return row;
  return {
    ...row,
    ...(scope === 'row' ? { choice } : {}),
    effective: choice ?? 'take',
    changes: row.changes.map((change) => (change.choice === undefined ? { ...change, taken: isTaken(change, choice) } : change)),
  };
}

function withChoice(change: ValueChange, choice: Choice | null, taken: boolean): ValueChange {
  const { choice: _before, ...others } = change;
  return choice === null ? { ...others, taken } : { ...others, taken, choice };
}

export const chosenHousehold = (household: PlanHousehold, choosing: Choosing): PlanHousehold => ({
  ...household,
  ...(choosing.scope === 'household' && choosing.target === household.grouping ? { choice: choosing.choice } : {}),
  rows: household.rows.map((row) => chosenRow(row, choosing)),
});
