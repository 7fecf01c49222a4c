import { Refusal } from '../../../shared/contract/errors.ts';
import { identityKey } from '../../../shared/fields/identity-number.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { RegisterFile } from '../storage/register-file.ts';

interface UniqueNumber {
  /** By what two of them are the same. */
  readonly key: (value: Stored) => string;
  /** Who bears it: id and name. */
  readonly holders: string;
}

const asItIs = (value: Stored): string => String(value);

/** Numbers that must not be borne twice. */
export const uniqueNumbers: Readonly<Record<string, UniqueNumber>> = {
  identityNo: { key: (value) => identityKey(String(value)), holders: 'SELECT id, name FROM member WHERE substr(identityNo, 1, 18) = ?' },
  memberNo: { key: asItIs, holders: 'SELECT id, name FROM member WHERE memberNo = ?' },
  householdNo: {
    key: asItIs,
    holders: "SELECT h.id, coalesce((SELECT m.name FROM member m WHERE m.householdId = h.id AND m.relation = '户主'), '另一户') AS name FROM household h WHERE h.householdNo = ?",
  },
};

export interface Holder {
  readonly id: string;
  readonly name: string;
}

export const holdersOf = (register: RegisterFile, field: string, key: string): Holder[] => register.sql(uniqueNumbers[field]?.holders ?? '').all(key) as Holder[];

export const takenBy = (name: string) => ({ what: `这个号码已经是 ${name} 的`, remedy: '请核对证件；确是同一人时，请先处理重复登记' });

/** Refuses a number that somebody else than `id` bears. */
export function mustBeFree(register: RegisterFile, field: string, value: Stored, id: string, where: string): void {
  const unique = uniqueNumbers[field];
  if (!unique || value === null) return;
  const other = holdersOf(register, field, unique.key(value)).find((holder) => holder.id !== id);
  if (!other) return;
  const { what, remedy } = takenBy(other.name);
  throw new Refusal('VALUE_REFUSED', what, { where, remedy });
}
