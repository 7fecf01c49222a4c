import { z } from 'zod';
import { filterSchema, sortSchema, type Filter, type RowsQuery } from '../contract/tables.ts';
import type { Subject } from '../sheets/subject.ts';

/** Signs and colours of a conditional format: few, and never the colour alone. */
export const paints = ['red', 'amber', 'green', 'blue', 'grey'] as const;
export type Paint = (typeof paints)[number];
export const signs = ['✕', '△', '✓', '●', '◆'] as const;

export const formatSchema = z.object({
  /** On the value of one column. */
  when: filterSchema,
  paint: z.enum(paints),
  sign: z.enum(signs),
  /** The whole row bears the colour; the sign stands in the column all the same. */
  wholeRow: z.boolean().default(false),
});
export type Format = z.infer<typeof formatSchema>;

export const viewColumn = z.object({ field: z.string().max(200), width: z.int().min(20).max(2000), shown: z.boolean(), frozen: z.boolean() });

/** How a table is looked at: everything that the clerk arranges, and nothing of what the rows hold. */
export const viewBody = z.object({
  /** In their order; null: as the table comes. */
  columns: z.array(viewColumn).max(600).nullable(),
  /** The row of group names above the heads. */
  groups: z.boolean().default(true),
  search: z.string().max(60).default(''),
  filters: z.array(filterSchema).max(60).default([]),
  sorts: z.array(sortSchema).max(10).default([]),
  formats: z.array(formatSchema).max(40).default([]),
});
export type ViewBody = z.infer<typeof viewBody>;

/** The question that a view asks. */
export function questionOf(subject: Subject, year: number, { search, filters, sorts }: ViewBody): RowsQuery {
  return { subject, year, filters, sorts, ...(search === '' ? {} : { search }) };
}

export type GroupFilter = Extract<Filter, { readonly test: 'group' }>;
export const isGroup = (filter: Filter): filter is GroupFilter => filter.test === 'group';
