import { z } from 'zod';

/** How a field is held against something. */
export const comparisons = ['<', '<=', '=', '≠', '>=', '>'] as const;
export type Comparison = (typeof comparisons)[number];

/**
 * A condition over fields, as data. Field keys of the register, and `age` for the person's years on the day of the check.
 * Values are written as a clerk types them: 元 for money, 是 and 否.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly field: string; readonly is: 'blank' | 'filled' }
  | { readonly field: string; readonly in: readonly string[] }
  | { readonly field: string; readonly contains: string }
  | { readonly field: string; readonly than: Comparison; readonly value: string }
  | { readonly field: string; readonly than: Comparison; readonly other: string }
  | { readonly field: string; readonly than: Comparison; readonly limit: string };

const key = z.string().min(1).max(80);
const said = z.string().trim().min(1).max(200);
const than = z.enum(comparisons);

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).min(1).max(20) }),
    z.strictObject({ any: z.array(conditionSchema).min(1).max(20) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ field: key, is: z.enum(['blank', 'filled']) }),
    z.strictObject({ field: key, in: z.array(said).min(1).max(200) }),
    z.strictObject({ field: key, contains: said }),
    z.strictObject({ field: key, than, value: said }),
    z.strictObject({ field: key, than, other: key }),
    z.strictObject({ field: key, than, limit: key }),
  ]),
);

/** Every field that a condition names, in its order. */
export function fieldsIn(condition: Condition): string[] {
  if ('all' in condition) return [...new Set(condition.all.flatMap(fieldsIn))];
  if ('any' in condition) return [...new Set(condition.any.flatMap(fieldsIn))];
  if ('not' in condition) return fieldsIn(condition.not);
  return 'other' in condition ? [condition.field, condition.other] : [condition.field];
}
