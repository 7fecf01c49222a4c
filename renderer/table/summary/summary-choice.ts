import { summaryChoice } from '../../../shared/contract/summaries.ts';
import type { Field } from '../../../shared/register/field.ts';
import type { Table } from '../../../shared/sheets/table.ts';
import { canGroup, canReckon, countsOf, usualStep, waysOf, type Grouping, type SummaryAsked } from '../../../shared/views/summary.ts';
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
    const choice = summaryChoice.safeParse(kept);
    return choice.success ? fitted(table, choice.data) : firstChoice(table);
  } catch {
    // Written by hand, or cut off.
    return firstChoice(table);
  }
}

export const keepChoice = (table: Table, asked: SummaryAsked): void => localStorage.setItem(keyFor(table.subject), JSON.stringify(asked));
