import { identityFault } from '../fields/identity-number.ts';
import type { Person } from './person.ts';

/** 9905****0011: enough to find it by. */
export const partOf = (number: string): string => (number.length < 10 ? number : `${number.slice(0, 4)}****${number.slice(-4)}`);

export const namesOf = (people: readonly Person[]): string => people.map(({ name }) => name).join('、');

/** The fault that the field itself finds in a number, if it is the one of that rule. */
export const faultOf = (person: Person, rule: string, today: string): { message: string; remedy: string } | undefined => {
  const number = person.text('identityNo');
  if (number === '') return undefined;
  const fault = identityFault(number, today);
  return fault?.rule === rule ? fault : undefined;
};

/** 元 of fen, for messages. */
export const yuan = (fen: number): string => (fen / 100).toFixed(2);
