import type { IdentityFaultKind } from '../../../shared/contract/identities.ts';
import { identityFault, identityKey } from '../../../shared/fields/identity-number.ts';
import { lostDigits } from '../../../shared/fields/lost-digits.ts';
import { goneStates } from '../../../shared/register/member-state.ts';
import type { RegisterFile } from '../storage/register-file.ts';

export interface DamagedMember {
  readonly id: string;
  readonly written: string;
  readonly what: Exclude<IdentityFaultKind, 'shared'>;
}

export interface MemberFaults {
  readonly damaged: readonly DamagedMember[];
  /** Members by the first 18 characters that they share. */
  readonly shared: ReadonlyMap<string, readonly string[]>;
  /** The area code that most numbers of the register begin with. */
  readonly commonArea: string | null;
}

const kinds: Readonly<Record<string, DamagedMember['what']>> = { R001: 'length', R002: 'old', R003: 'check', R007: 'birth', R011: 'certificate' };

/** What is wrong with a number as it stands, or undefined. Nothing written is missing. */
export function faultKind(written: string, today: string): DamagedMember['what'] | undefined {
  if (written === '') return 'missing';
  const fault = identityFault(written, today);
  if (!fault) return undefined;
  return lostDigits(written) || isCut(written) ? 'lost' : (kinds[fault.rule] ?? 'length');
}

/** A number that Excel had cut to 15 digits before its column was made text. */
export const isCut = (written: string): boolean => /^\d{15}000$/.test(written);

interface Known extends MemberFaults {
  readonly revision: number;
  readonly today: string;
}

/** The last answer for each register: it holds until the next command. */
const answers = new WeakMap<RegisterFile, Known>();

/** Looks at the number of every member, in walking order. One pass over the register; people who are gone need no number. */
export function memberFaults(register: RegisterFile, today: string): MemberFaults {
  const known = answers.get(register);
  if (known?.revision === register.log.revision && known.today === today) return known;
  const damaged: DamagedMember[] = [];
  const bearers = new Map<string, string | string[]>();
  const areas = new Map<string, number>();
  const rows = register
    .sql("SELECT m.id, m.identityNo, m.memberState FROM member m JOIN household h ON h.id = m.householdId ORDER BY h.walkKey, h.householdNo, h.id, m.relation IS NOT '户主', m.id")
    .iterate();
  for (const row of rows) {
    const { id, identityNo, memberState } = row as { id: string; identityNo: string | null; memberState: string | null };
    const written = identityNo ?? '';
    const what = faultKind(written, today);
    if (what !== undefined && !(what === 'missing' && goneStates.has(memberState ?? ''))) damaged.push({ id, written, what });
    if (what === undefined) areas.set(written.slice(0, 6), (areas.get(written.slice(0, 6)) ?? 0) + 1);
    if (written === '') continue;
    const key = identityKey(written);
    const before = bearers.get(key);
    bearers.set(key, before === undefined ? id : typeof before === 'string' ? [before, id] : [...before, id]);
  }
  const shared = new Map([...bearers].flatMap(([key, ids]) => (typeof ids === 'string' ? [] : [[key, ids] as const])));
  const [common] = [...areas].toSorted((a, b) => b[1] - a[1]);
  const found = { damaged, shared, commonArea: common?.[0] ?? null };
  answers.set(register, { ...found, revision: register.log.revision, today });
  return found;
}
