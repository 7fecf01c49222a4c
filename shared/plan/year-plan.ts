import { z } from 'zod';

const day = z.iso.date();
const text = z.string().min(1);

const rowSchema = z.strictObject({
  id: z.string().regex(/^S\d{2}$/),
  /** Place in the document, and the group under which the board shows it. */
  section: text,
  group: text,
  title: text,
  units: z.array(text).min(1),
  /** The plan's own figure. */
  number: z.number().optional(),
  unit: text.optional(),
  households: z.number().int().optional(),
  /** As the plan words it. */
  quota: text.optional(),
  /** Counted from; the year's first day where nothing is said. */
  from: day.optional(),
  until: day.optional(),
  cadence: text.optional(),
  /** Where the plan can be read two ways: each reading in words. */
  readings: z.array(text).optional(),
  remarks: z.array(text).optional(),
  /** Key of the built-in view whose frozen list is the row's baseline. */
  view: text.optional(),
});

const evidenceSchema = z.strictObject({
  ledger: text,
  /** Short name of the field with the day or month. */
  on: text,
  /** Values that other fields must have. */
  where: z.record(text, text).optional(),
  /** The field that names the unit or person; `town`: the street of the household that it is about. */
  by: text.optional(),
  /** The field that is added up; without it records are counted. */
  sum: text.optional(),
});

const dutySchema = z.strictObject({
  key: text,
  row: z.string(),
  title: text,
  /** Units by name; every street, every helper, every unit that the plan names. */
  who: z.union([z.array(text).min(1), z.enum(['towns', 'helpers', 'units'])]),
  /** RFC 5545: each occurrence closes a window; HOLIDAYS: the plan's major holidays. */
  rule: text.optional(),
  /** A single day instead of a rule. */
  on: day.optional(),
  least: z.number().optional(),
  evidence: evidenceSchema.optional(),
  /** Days before and after a holiday in which it counts. */
  before: z.number().int().optional(),
  after: z.number().int().optional(),
});

/** A year's plan as data: rows, duties, remarks. Another year is another file under resources/plans. */
export const planSchema = z.strictObject({
  year: z.number().int(),
  title: text,
  document: text,
  issuedOn: day,
  issuer: text,
  households: z.number().int(),
  people: z.number().int(),
  /** Other names of a unit. */
  sameUnit: z.record(text, text),
  /** Major holidays, by the calendar's own names. */
  holidays: z.array(text),
  groups: z.array(text),
  sixGroups: z.array(text),
  remarks: z.record(text, text),
  rows: z.array(rowSchema),
  duties: z.array(dutySchema),
});

export type YearPlan = z.infer<typeof planSchema>;
export type PlanRow = z.infer<typeof rowSchema>;
export type Duty = z.infer<typeof dutySchema>;
