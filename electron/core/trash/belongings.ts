import type { Entity } from '../../../shared/register/field.ts';
import type { Writer } from '../storage/commands.ts';
import type { RegisterFile } from '../storage/register-file.ts';

/** A row that goes, or hangs on one that goes. */
export interface Belonging {
  readonly entity: Entity;
  readonly id: string;
}

const ids = (register: RegisterFile, entity: Entity, sql: string, ...owners: string[]): Belonging[] => (register.sql(sql).all(...owners) as { id: string }[]).map(({ id }) => ({ entity, id }));

/** A person with everything that hangs on the person; what hangs on a row stands before it. */
export const ofMember = (register: RegisterFile, id: string): Belonging[] => [
  ...ids(register, 'entry', 'SELECT id FROM entry WHERE memberId = ? ORDER BY id', id),
  ...ids(register, 'memberYear', 'SELECT id FROM memberYear WHERE memberId = ? ORDER BY year', id),
  { entity: 'member', id },
];

/** A household with everybody in it. */
export function ofHousehold(register: RegisterFile, id: string): Belonging[] {
  const members = ids(register, 'member', 'SELECT id FROM member WHERE householdId = ? ORDER BY id', id);
  const withThem = members.flatMap((member) => ofMember(register, member.id));
  const taken = new Set(withThem.map((each) => each.id));
  const records = ids(register, 'entry', 'SELECT id FROM entry WHERE householdId = ? ORDER BY id', id).filter((each) => !taken.has(each.id));
  return [
    ...records,
    ...withThem,
    ...ids(register, 'helper', 'SELECT id FROM helper WHERE householdId = ? ORDER BY id', id),
    ...ids(register, 'householdYear', 'SELECT id FROM householdYear WHERE householdId = ? ORDER BY year', id),
    { entity: 'household', id },
  ];
}

/** Takes rows out, each with what it held, so that it can come back. */
export function removeAll(writer: Writer, rows: readonly Belonging[]): void {
  for (const { entity, id } of rows) writer.remove(entity, id);
}
