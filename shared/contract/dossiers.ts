import { z } from 'zod';
import { leaving } from './outgoing.ts';
import { reading } from './procedure.ts';
import { rowsQuery, stretch } from './tables.ts';

/** Households of one printing at most. */
export const mostDossiers = 1000;

/** Some households, or those of the rows that a table shows: all of them, or stretches of them as the page read them at a revision. */
export const dossierScope = z.union([
  z.object({ households: z.array(z.string()).min(1).max(mostDossiers) }),
  z.object({ question: rowsQuery, at: z.object({ revision: z.int(), rows: z.array(stretch).max(10_000) }).optional() }),
]);
export type DossierScope = z.input<typeof dossierScope>;

const request = z.object({
  year: z.int(),
  of: dossierScope,
  /** A dossier stays inside the offices: numbers masked, or whole with a reason. */
  level: z.enum(['reduced', 'full']).default('reduced'),
  reason: leaving.shape.reason,
  /** Photos are laid out in it; of a masked one those alone that show no number. */
  pictures: z.boolean().default(true),
});
export type DossierRequest = z.infer<typeof request>;
export type DossierInput = z.input<typeof request>;

/** 一户一档: everything that the register holds of a household, as a paper. */
export const dossiers = {
  /** One PDF in walking order, or a zip with one PDF a household; noted in what left. */
  file: reading.input(request.extend({ as: z.enum(['pdf', 'zip']).default('pdf'), job: z.string().optional() })).output(z.file()),
};
