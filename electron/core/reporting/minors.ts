import type { Stored } from '../../../shared/fields/reading.ts';
import { ageOn } from '../../../shared/register/age.ts';
import type { Field } from '../../../shared/register/field.ts';
import type { RegisterFile } from '../storage/register-file.ts';

/** Who is under 18 on a day: people, and households whose head is, by id. */
interface Minors {
  readonly members: ReadonlySet<string>;
  readonly households: ReadonlySet<string>;
}

type Person = Readonly<Record<'id' | 'householdId', string> & Record<'relation' | 'birthDate' | 'identityNo', Stored>>;

export function minorsOn(register: RegisterFile, day: string): Minors {
  const people = register.sql('SELECT id, householdId, relation, birthDate, identityNo FROM member').all() as Person[];
  const young = people.filter(({ birthDate, identityNo }) => (ageOn({ birthDate, identityNo }, day) ?? 99) < 18);
  return { members: new Set(young.map(({ id }) => id)), households: new Set(young.filter(({ relation }) => relation === '户主').map(({ householdId }) => householdId)) };
}

/** Whether a value of a row is about one of them: of the household its head is meant, else the person. */
export const isOfMinor = ({ members, households }: Minors, { key, entity }: Field, { member, household }: { readonly member: Stored | undefined; readonly household: Stored | undefined }): boolean =>
  key.startsWith('head') || entity === 'household' || entity === 'householdYear' ? households.has(String(household)) : members.has(String(member));
