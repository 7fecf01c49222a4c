import { z } from 'zod';
import { conditionSchema } from './condition.ts';

/** A rule that is data: conditions over fields of a household or of a person. */
export const simpleRuleSchema = z.strictObject({
  /** R036, R043-2; Z001 for an office's own. */
  id: z.string().regex(/^[RZ]\d{3}(-\d{1,2})?$/),
  grade: z.enum(['E', 'W', 'I']),
  title: z.string().trim().min(1).max(60),
  why: z.string().trim().max(200),
  remedy: z.string().trim().min(1).max(200),
  source: z.string().trim().max(60),
  scope: z.enum(['households', 'people']),
  when: conditionSchema,
  /** The field that is marked. */
  field: z.string().min(1).max(80),
  /** What is told, with {field} for a value; else the values that the condition names are told. */
  message: z.string().trim().min(1).max(200).optional(),
  /** What must be in the register for the rule to be asked; else every field that the condition names. `A|B`: either. */
  reads: z.array(z.string().min(1).max(200)).max(20).optional(),
  years: z.tuple([z.int().nullable(), z.int().nullable()]).optional(),
});
export type SimpleRule = z.infer<typeof simpleRuleSchema>;

/** Rules as a file: with a name and a version, so that two offices know whether they have the same. */
export const packSchema = z.strictObject({
  kind: z.literal('mingce-rules'),
  name: z.string().trim().min(1).max(60),
  version: z.string().trim().min(1).max(30),
  rules: z.array(simpleRuleSchema).max(500),
});
export type RulePack = z.infer<typeof packSchema>;
