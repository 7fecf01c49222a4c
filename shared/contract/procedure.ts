import { type AnySchema, oc } from '@orpc/contract';
import { z } from 'zod';
import { refusalCodes, type RefusalCode, type Stands } from './errors.ts';

/** How a refusal crosses to the page; see errors.ts. */
export interface RefusalData {
  readonly code: RefusalCode;
  readonly what: string;
  readonly where?: string | undefined;
  readonly remedy?: string | undefined;
  readonly stands?: Stands | undefined;
}

// Named, for every procedure bears it: what the compiler infers of the contract is near its limit.
export const refusalData: z.ZodType<RefusalData> = z.object({
  code: z.enum(refusalCodes),
  what: z.string(),
  where: z.string().optional(),
  remedy: z.string().optional(),
  stands: z.object({ text: z.string(), revision: z.int() }).optional(),
});

/**
 * What a procedure does with the open register. `writes`: refused while a past day, or a copy, is looked at. `reads`: can be
 * asked of the register as it was at the end of a past day. `free`: has nothing to do with what stands in it. `inspects`: writes
 * the log of an inspection and nothing else; refused of a past day and of a copy, for there it could not be logged.
 */
export type Access = 'writes' | 'reads' | 'free' | 'inspects';

export interface Meta {
  readonly access: Access;
  /** Of what reads: it is answered while an inspection is under way, for it shows of households only what that inspection's log holds. */
  readonly inspected?: boolean;
}

/** Every procedure of the contract starts here, so that every one can refuse in the same typed way. Unless it says otherwise, it writes. */
export const procedure = oc.$meta<Meta>({ access: 'writes' }).errors({ REFUSED: { status: 422, data: refusalData } });

/** Procedures of the program around the register: jobs, dialogs, what is open. */
export const free = procedure.meta({ access: 'free' });

/** Procedures of an inspection that is under way. */
export const inspecting = procedure.meta({ access: 'inspects' });

/** The day at whose end the register is asked about, in the office's own calendar; absent: as it is now. */
export const asOf = { asOf: z.iso.date().optional() };

const readingOf = (inspected: boolean) => ({
  input: <S extends z.core.$ZodLooseShape>(schema: z.ZodObject<S>) => procedure.meta({ access: 'reads', inspected }).input(schema.extend(asOf)),
  output: <O extends AnySchema>(schema: O) => procedure.meta({ access: 'reads', inspected }).input(z.object(asOf).optional()).output(schema),
});

/** Procedures that read the register: each takes `asOf` beside its own input. */
export const reading = readingOf(false);

/** The same, answered during an inspection, too. */
export const readingInspected = readingOf(true);
