import type { Field } from '../../../shared/register/field.ts';
import type { Table } from '../../../shared/sheets/table.ts';
import { canGroup, canReckon, countsOf, usualStep, waysOf, type Figure, type Grouping, type SummaryAsked } from '../../../shared/views/summary.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';

const keyFor = (subject: Subject): string => `mingce.summary.${subject}`;

/** How a column is grouped at first. */
export function groupingOf(table: Table, key: string): Grouping {
  const field = table.fields.find((each) => each.key === key);
  const [by = 'value'] = field ? waysOf(field) : [];
  return { field: key, by, ...(field && by === 'steps' ? { step: usualStep(field) } : {}) };
}

const known = (table: Table, key: string, may: (field: Field) => boolean): boolean => table.fields.some((field) => field.key === key && may(field));

/** What of a choice the table still has; columns of an office go. */
function fitted(table: Table, { down, across, figures }: SummaryAsked): SummaryAsked {
  const groupings = down.filter(({ field }) => known(table, field, canGroup));
  const told = figures.filter((figure) => !('field' in figure) || known(table, figure.field, canReckon));
  const first = firstChoice(table);
  return { down: groupings.length > 0 ? groupings : first.down, across: across && known(table, across.field, canGroup) ? across : null, figures: told.length > 0 ? told : first.figures };
}

/** By village where there is one, else by the first column of words. */
function firstChoice(table: Table): SummaryAsked {
  const usual = ['village', ...table.named].find((key) => known(table, key, canGroup)) ?? table.fields.find(canGroup)?.key ?? '';
  return { down: [groupingOf(table, usual)], across: null, figures: countsOf(table).slice(0, 2) };
}

/** What was last chosen for a table on this machine. */
export function lastChoice(table: Table): SummaryAsked {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyFor(table.subject)) ?? 'null');
    return isChoice(kept) ? fitted(table, kept) : firstChoice(table);
  } catch {
    // Written by hand, or cut off.
    return firstChoice(table);
  }
}

export const keepChoice = (table: Table, asked: SummaryAsked): void => localStorage.setItem(keyFor(table.subject), JSON.stringify(asked));

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isGrouping = (value: unknown): value is Grouping => isRecord(value) && typeof value['field'] === 'string' && ['value', 'year', 'month', 'steps'].includes(String(value['by'])) && (value['step'] === undefined || (typeof value['step'] === 'number' && value['step'] > 0));
const isFigure = (value: unknown): value is Figure => isRecord(value) && (['rows', 'households', 'people'].includes(String(value['of'])) || (['sum', 'mean', 'least', 'most'].includes(String(value['of'])) && typeof value['field'] === 'string'));
const isChoice = (value: unknown): value is SummaryAsked => isRecord(value) && Array.isArray(value['down']) && value['down'].every(isGrouping) && (value['across'] === null || isGrouping(value['across'])) && Array.isArray(value['figures']) && value['figures'].every(isFigure);
