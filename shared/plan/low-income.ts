import { numberOf, type Values } from '../register/facts.ts';
import { rates2020 } from './rates.ts';

/** A household below the plan's line; an income that is not known is not below it. */
export const isLow = ({ values }: { readonly values: Values }): boolean => {
  const income = numberOf(values, 'perCapitaIncome');
  return income !== null && income < rates2020.lowIncome;
};
