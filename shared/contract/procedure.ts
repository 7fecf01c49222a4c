import { oc } from '@orpc/contract';
import { z } from 'zod';
import { refusalCodes } from './errors.ts';

/** How a refusal crosses to the page; see errors.ts. */
export const refusalData = z.object({
  code: z.enum(refusalCodes),
  what: z.string(),
  where: z.string().optional(),
  remedy: z.string().optional(),
});

export type RefusalData = z.infer<typeof refusalData>;

/** Every procedure of the contract starts here, so that every one can refuse in the same typed way. */
export const procedure = oc.errors({ REFUSED: { status: 422, data: refusalData } });
