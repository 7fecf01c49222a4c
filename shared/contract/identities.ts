import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IdentityCandidate } from '../fields/identity-candidates.ts';
import { procedure, reading } from './procedure.ts';

/**
 * What is wrong with an identity number. lost: taken for a quantity, the last digits are gone (R016); length: neither 18,
 * 20 nor 22 characters (R001); old: 15 digits (R002); check: the check digit (R003); birth: no such date (R007);
 * certificate: a disabled person's last digits (R011); missing: none written (R005); shared: two people bear it (R009).
 */
export const identityFaultKinds = ['lost', 'length', 'old', 'check', 'birth', 'certificate', 'missing', 'shared'] as const;
export type IdentityFaultKind = (typeof identityFaultKinds)[number];

export interface IdentityBearer {
  readonly memberId: string;
  readonly householdId: string;
  readonly name: string;
  readonly householdNo: string;
  readonly village: string;
  readonly identityNo: string;
}

/** One damaged number: of a person of the register, or of a row that an import refused because of it. */
export interface IdentityCase {
  /** By this it is decided: member:…, row:…, shared:…. */
  readonly case: string;
  readonly what: IdentityFaultKind;
  readonly name: string;
  readonly householdNo: string;
  /** Null where the row's household is not in the register. */
  readonly householdId: string | null;
  /** Null for rows that were refused. */
  readonly memberId: string | null;
  readonly village: string;
  readonly written: string;
  /** File › sheet › cell of a row that was refused; null where the number stands in the register. */
  readonly source: string | null;
  readonly message: string;
  readonly remedy: string;
  /** Best first; offered, never taken. */
  readonly candidates: readonly IdentityCandidate[];
  /** Who bears it, where several do. */
  readonly bearers: readonly IdentityBearer[];
  /** Somebody has looked and leaves it as it is. */
  readonly note: { readonly reason: string; readonly at: string; readonly who: string } | null;
  /** Revision that the number was read at, to be handed back with the decision. */
  readonly base: number;
}

export interface IdentityCases {
  /** All that wait for a decision. */
  readonly open: number;
  readonly counts: Readonly<Record<IdentityFaultKind | 'noted', number>>;
  readonly total: number;
  readonly rows: readonly IdentityCase[];
}

const which = z.object({ case: z.string().max(100) });

/** Damaged identity numbers: one list, with candidates. A person decides; nothing is written by itself. */
export const identities = {
  /** A page of what waits for a decision, of one kind of fault, or of what was noted to be right as it is. */
  list: reading
    .input(z.object({ what: z.enum([...identityFaultKinds, 'noted']).optional(), offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }))
    .output(type<IdentityCases>()),
  /** Writes the number: into the register as an edit by hand, or by importing the refused row once more with it. */
  decide: procedure
    .input(which.extend({ number: z.string().min(1).max(40), base: z.int() }))
    .output(type<{ readonly told: string; /** By this it can be taken back. */ readonly command: number }>()),
  /** The certificate has it like this; or the row is not to be taken at all. */
  note: procedure.input(which.extend({ reason: z.string().trim().min(1).max(200) })).output(type<null>()),
  /** Takes such a note back. */
  unnote: procedure.input(which).output(type<null>()),
};
