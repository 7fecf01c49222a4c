import type { Calculator } from './calculator.ts';
import { educationAid } from './education.ts';
import { changes, pension, unclaimed, undue } from './eligibility.ts';
import { dibaoTrial, lineOf6000, taper } from './support.ts';

/** Every calculation, in the order of the list. */
export const calculators: readonly Calculator[] = [educationAid, dibaoTrial, lineOf6000, pension, taper, changes, unclaimed, undue];
export const counted: ReadonlySet<string> = new Set(['taper', 'changes']);
