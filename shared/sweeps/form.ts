import { z } from 'zod';
import { conditionSchema } from '../checks/simple/condition.ts';

const said = z.string().trim().min(1).max(200);

/** One question of a form, as data. */
export const itemSchema = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z0-9]{0,30}$/),
  group: said,
  label: said,
  /** What may be answered; without it the answer is a text. */
  choices: z.array(said).min(2).max(20).optional(),
  /** Answers that are a problem: they want words, and can become one of the ledger of problems. */
  wrong: z.array(said).max(20).default([]),
  /** Class of such a problem. */
  class: z.string().max(20).default('其他'),
  /** Fields of household and people that are printed and shown beside it. */
  known: z.array(z.string().max(80)).max(12).default([]),
  /** Of whom it is asked: every household, or those that have somebody of the age of compulsory school. */
  of: z.enum(['all', 'schoolAge']).default('all'),
  /** An answer that the register contradicts where the condition holds. */
  against: z.array(z.strictObject({ answer: said, when: conditionSchema, says: said })).max(10).default([]),
  /** The register's field that must say the same: another account is held against it. */
  same: z.string().max(80).optional(),
});
export type FormItem = z.infer<typeof itemSchema>;

/** A form that is filled in household by household: a sweep, a census, repeated observations, another account held against the register. */
export const formSchema = z.strictObject({
  kind: z.literal('mingce-form'),
  key: z.string().regex(/^[a-z][A-Za-z0-9]{0,30}$/),
  title: z.string().trim().min(1).max(40),
  version: z.string().trim().min(1).max(30),
  source: z.string().trim().max(100),
  sort: z.enum(['排查', '普查', '观测', '对账']),
  /** Once a year, or once a month. */
  every: z.enum(['year', 'month']).default('year'),
  /** The day of the year until which it is to be done, MM-DD. */
  until: z.string().regex(/^\d{2}-\d{2}$/).optional(),
  /** Every household, or those under fixed-point observation. */
  of: z.enum(['all', 'observed']).default('all'),
  items: z.array(itemSchema).min(1).max(120),
});
export type Form = z.infer<typeof formSchema>;

/** The round in which a day lies: 2020, or 2020-03. */
export const roundOn = ({ every }: Pick<Form, 'every'>, day: string): string => day.slice(0, every === 'month' ? 7 : 4);
export const isRound = ({ every }: Pick<Form, 'every'>, round: string): boolean => (every === 'month' ? /^20\d{2}-(0[1-9]|1[0-2])$/ : /^20\d{2}$/).test(round);

/** What was answered: the answer, and its words. */
export interface Answer {
  readonly answer: string;
  readonly reason: string;
}
export const unanswered: Answer = { answer: '', reason: '' };
export const sameAnswer = (one: Answer, other: Answer): boolean => one.answer === other.answer && one.reason === other.reason;

/** Why an answer is not one yet; null where it is. */
export function lacksOf({ choices, wrong }: FormItem, { answer, reason }: Answer): '没有答' | '没有写说明' | '不是可选的答案' | null {
  if (answer === '') return '没有答';
  if (choices && !choices.includes(answer)) return '不是可选的答案';
  return wrong.includes(answer) && reason === '' ? '没有写说明' : null;
}
