import { plainName } from '../fields/plain-name.ts';
import type { Values } from './facts.ts';

/** Where a problem stands: nothing done yet, being worked on, said to be done or found clean, closed. */
export type ProblemState = 'open' | 'working' | 'proposed' | 'closed';

export const problemStateWords: Readonly<Record<ProblemState, string>> = { open: '待整改', working: '整改中', proposed: '待销号', closed: '已销号' };

const said = (values: Values, key: string): string => {
  const value = values[`problem.${key}`];
  return value === null || value === undefined ? '' : String(value);
};

/** Ids of the documents that prove that it was put right. */
export const evidenceOf = (values: Values): string[] => said(values, 'evidence').split(' ').filter((id) => id !== '');

/** Why this person may not be the second one; null where they may. */
export function notSecond(values: Values, name: string): string | null {
  const own = plainName(name);
  if (own === '') return '没有写复核人';
  if (own === plainName(said(values, 'doneBy'))) return `${name}就是报完成的人，不能自己销号`;
  return own === plainName(said(values, 'owner')) ? `${name}是整改责任人，不能自己销号` : null;
}

/**
 * Where a problem stands, from what its record says and how many of its documents are still there. It is closed only with evidence
 * and by a second person, however its values came to be what they are: what was undone or taken out since opens it again.
 */
export function problemState(values: Values, evidence: number): ProblemState {
  if (said(values, 'closedOn') !== '' && said(values, 'doneOn') !== '' && evidence > 0 && notSecond(values, said(values, 'closedBy')) === null) return 'closed';
  if (said(values, 'doneOn') !== '' || said(values, 'proposedOn') !== '') return 'proposed';
  return said(values, 'progress') === '' ? 'open' : 'working';
}

/** Not closed and its day is over. */
export const isOverdue = (values: Values, state: ProblemState, today: string): boolean => state !== 'closed' && said(values, 'due') !== '' && said(values, 'due') < today;

/** The day until which a problem found today is to be put right: 20 April for what the sweep finds (plan of the year, S03), two weeks later on. */
export function usualDue(today: string): string {
  const deadline = `${today.slice(0, 4)}-04-20`;
  if (today <= deadline) return deadline;
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 14);
  return day.toISOString().slice(0, 10);
}
