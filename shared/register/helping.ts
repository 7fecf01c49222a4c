import { textOf, type Values } from './facts.ts';

/** Whether somebody helps a household on a day: until the last day of the pairing, that day counted; always where none is written. One meaning for reports, plan, walls, rules and forms. */
export const helpsOn = (helper: { readonly values: Values }, day: string): boolean => {
  const until = textOf(helper.values, 'helpUntil');
  return until === '' || until >= day;
};
