import { textOf, type RecordFacts } from '../../register/facts.ts';
import { evidenceOf, problemState } from '../../register/problem-state.ts';
import { inPeriod } from '../columns.ts';
import type { Asked } from '../report.ts';

/** What of a problem is so at the end of the day asked for: later deeds are not yet done then. */
export const foundBy = ({ values }: RecordFacts, { until }: Asked): boolean => textOf(values, 'problem.foundOn') <= until;

export function stateAt({ values }: RecordFacts, { until }: Asked): ReturnType<typeof problemState> {
  const undone = (key: string): boolean => textOf(values, key) > until;
  const then = Object.fromEntries(Object.entries(values).filter(([key]) => !(['problem.doneOn', 'problem.proposedOn', 'problem.closedOn'].includes(key) && undone(key))));
  return problemState(then, evidenceOf(values).length);
}

export const isClosed = (record: RecordFacts, asked: Asked): boolean => stateAt(record, asked) === 'closed';

export function isLate(record: RecordFacts, asked: Asked): boolean {
  const due = textOf(record.values, 'problem.due');
  return foundBy(record, asked) && !isClosed(record, asked) && due !== '' && due < asked.until;
}

/** Found, or closed, in the period itself. */
export const foundIn = inPeriod('problem.foundOn');
export const closedIn = (record: RecordFacts, asked: Asked): boolean => isClosed(record, asked) && inPeriod('problem.closedOn')(record, asked);
