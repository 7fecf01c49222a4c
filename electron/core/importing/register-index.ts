import { identityKey } from '../../../shared/fields/identity-number.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { ByNewId } from './by-new-id.ts';
import { NamesOfHouseholds, PeopleByName } from './names-of-people.ts';

/**
 * By what people and households are found again: identity number (first 18 characters), 人编号, name within the
 * household; 户编号, the head. Filled from the register, then with what the plan makes, so that a second file of the same
 * import meets the rows of the first.
 */
export interface RegisterIndex {
  readonly householdByNo: ReadonlyMap<string, string>;
  readonly memberByIdentity: Map<string, string>;
  readonly memberByNo: ReadonlyMap<string, string>;
  readonly householdOfMember: Pick<ByNewId<string>, 'get'>;
  readonly headOfHousehold: Pick<ByNewId<string>, 'get'>;
  /** Households that the register itself has. */
  readonly households: number;
  /** Who of a household bears a name; null where two members do. */
  memberNamed(householdId: string, name: string): string | null | undefined;
  /** Everybody of a name. */
  membersNamed(name: string): readonly string[];
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

export function registerIndex(register: RegisterFile): RegisterIndex {
  const names = new NamesOfHouseholds();
  const people = new PeopleByName();
  const householdByNo = new Map<string, string>();
  const memberByNo = new Map<string, string>();
  const householdOfMember = new ByNewId<string>();
  const headOfHousehold = new ByNewId<string>();
  const index: RegisterIndex = {
    households: (register.sql('SELECT count(*) AS n FROM household').get() as { n: number }).n,
    householdByNo,
    memberByIdentity: new Map(),
    memberByNo,
    householdOfMember,
    headOfHousehold,
    memberNamed: (householdId, name) => names.find(householdId, name),
    membersNamed: (name) => people.find(name),
    addHousehold(id, no) {
      if (no !== null && !householdByNo.has(no)) householdByNo.set(own(no), id);
    },
    addMember(member) {
      const { id, householdId, name, identityNo, memberNo, relation } = member;
      const isNew = householdOfMember.set(id, householdId);
      const key = identityNo === null ? null : identityKey(identityNo);
      if (key !== null && !this.memberByIdentity.has(key)) this.memberByIdentity.set(own(key), id);
      if (memberNo !== null && !memberByNo.has(memberNo)) memberByNo.set(own(memberNo), id);
      if (name !== null) {
        const kept = own(name);
        names.note(householdId, kept, id);
        // Somebody may be told twice; the name is noted once.
        if (isNew) people.add(kept, id);
      }
      if (relation === '户主' && !headOfHousehold.has(householdId)) headOfHousehold.set(householdId, id);
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
