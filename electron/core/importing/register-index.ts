import { identityKey } from '../../../shared/fields/identity-number.ts';
import type { RegisterFile } from '../storage/register-file.ts';

/**
 * By what people and households are found again: identity number (first 18 characters), 人编号, name within the
 * household; 户编号, the head. Filled from the register, then with what the plan makes, so that a second file of the same
 * import meets the rows of the first.
 */
export interface RegisterIndex {
  readonly householdByNo: Map<string, string>;
  readonly memberByIdentity: Map<string, string>;
  readonly memberByNo: Map<string, string>;
  /** Null where two members of the household bear the name. */
  readonly memberByName: Map<string, string | null>;
  /** Everybody of that name. */
  readonly membersByName: Map<string, string[]>;
  readonly householdOfMember: Map<string, string>;
  readonly headOfHousehold: Map<string, string>;
  /** Households that the register itself has. */
  readonly households: number;
  addHousehold(id: string, no: string | null): void;
  addMember(member: IndexedMember): void;
}

export interface IndexedMember {
  readonly id: string;
  readonly householdId: string;
  readonly name: string | null;
  readonly identityNo: string | null;
  readonly memberNo: string | null;
  readonly relation: string | null;
}

/**
 * The text in memory of its own. What a file says is a part of a long piece of it, which would stay in memory as a whole for
 * as long as the part is kept (text of less than 13 characters is always copied by the engine).
 */
const own = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1));

export const nameKey = (householdId: string, name: string): string => `${householdId}|${name}`;

export function registerIndex(register: RegisterFile): RegisterIndex {
  const index: RegisterIndex = {
    households: (register.sql('SELECT count(*) AS n FROM household').get() as { n: number }).n,
    householdByNo: new Map(),
    memberByIdentity: new Map(),
    memberByNo: new Map(),
    memberByName: new Map(),
    membersByName: new Map(),
    householdOfMember: new Map(),
    headOfHousehold: new Map(),
    addHousehold(id, no) {
      if (no !== null && !this.householdByNo.has(no)) this.householdByNo.set(own(no), id);
    },
    addMember(member) {
      const { id, householdId, name, identityNo, memberNo, relation } = member;
      const known = this.householdOfMember.has(id);
      this.householdOfMember.set(id, householdId);
      if (identityNo !== null && !this.memberByIdentity.has(identityKey(identityNo))) this.memberByIdentity.set(own(identityKey(identityNo)), id);
      if (memberNo !== null && !this.memberByNo.has(memberNo)) this.memberByNo.set(own(memberNo), id);
      if (name !== null) {
        const key = nameKey(householdId, name);
        const before = this.memberByName.get(key);
        if (before !== id) this.memberByName.set(key, before === undefined ? id : null);
        // Somebody may be told twice; the name is noted once.
        if (!known) {
          const same = this.membersByName.get(name);
          if (same) same.push(id);
          else this.membersByName.set(name, [id]);
        }
      }
      if (relation === '户主' && !this.headOfHousehold.has(householdId)) this.headOfHousehold.set(householdId, id);
    },
  };
  for (const row of register.sql('SELECT id, householdNo FROM household ORDER BY id').iterate()) {
    const { id, householdNo } = row as { id: string; householdNo: string | null };
    index.addHousehold(id, householdNo);
  }
  for (const row of register.sql('SELECT id, householdId, name, identityNo, memberNo, relation FROM member ORDER BY id').iterate()) {
    index.addMember(row as IndexedMember);
  }
  return index;
}
