import { shown } from '../../../../shared/register/show-value.ts';
import { refused, type PlannedCell } from './planned-cell.ts';

/** A household's column stands on every member's row, and is one cell. */
export const isShared = ({ entity }: Pick<PlannedCell, 'entity'>): boolean => entity === 'household' || entity === 'householdYear';

const cellKey = ({ entity, rowId, owner, field }: PlannedCell): string => `${entity}|${rowId ?? owner}|${field.key}`;

const sameOutcome = (one: PlannedCell, other: PlannedCell): boolean => one.value === other.value && (one.refusal === null) === (other.refusal === null);

/**
 * The cells of a block, those that are one and the same put together: the first stands for all. Where a block would write different
 * values into one cell, nobody knows which is meant, and all of them are refused.
 */
export function joinShared(cells: readonly PlannedCell[]): readonly (readonly PlannedCell[])[] {
  const groups: PlannedCell[][] = [];
  const shared = new Map<string, PlannedCell[]>();
  for (const cell of cells) {
    // What is a person's own stands on one row alone.
    const key = isShared(cell) ? cellKey(cell) : null;
    const found = key === null ? undefined : shared.get(key);
    if (found) {
      found.push(cell);
      continue;
    }
    const group = [cell];
    groups.push(group);
    if (key !== null) shared.set(key, group);
  }
  for (const group of shared.values()) {
    const [first] = group;
    if (!first || group.every((cell) => sameOutcome(first, cell))) continue;
    const told = [...new Set(group.map(({ text }) => `“${text.trim() === '' ? shown(first.field.key, null) : text.trim()}”`))].join('、');
    const disagree = refused('VALUE_REFUSED', { what: `“${first.field.label}”是整户共用的一格，同一户的几行填得不一样：${told}`, remedy: '请让这一户的各行填成一样，或者只改其中一行' });
    for (const cell of group) cell.refusal ??= disagree;
  }
  return groups;
}
