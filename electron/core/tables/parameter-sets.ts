import { textOf } from '../../../shared/register/facts.ts';
import { isParameterKey, rateOn, type ParameterSet, type Rate } from '../../../shared/register/parameters.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readRecords } from './facts.ts';

/** What the office set of the plan's amounts, each from a day on: one ledger for papers, rules and measures. */
export const parameterSets = (register: RegisterFile): ParameterSet[] =>
  readRecords(register, 'planSetting').flatMap(({ values }): ParameterSet[] => {
    const of = textOf(values, 'planSetting.of');
    return isParameterKey(of) ? [{ of, from: textOf(values, 'planSetting.from'), value: Number(textOf(values, 'planSetting.value')) }] : [];
  });

/** The amounts as they hold in a register on a day. */
export const ratesOf = (register: RegisterFile, day: string): Rate => rateOn(day, parameterSets(register));
