import { numberOf, type Values } from '../register/facts.ts';

/** Net income a head, in fen, under which the plan of 2020 has a household supported on top of support. */
export const lowIncomeLine = 600_000;

/** A household below the plan's line; an income that is not known is not below it. */
export const isLow = ({ values }: { readonly values: Values }): boolean => {
  const income = numberOf(values, 'perCapitaIncome');
  return income !== null && income < lowIncomeLine;
};
