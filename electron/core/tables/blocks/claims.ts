import { labelOf } from '../../../../shared/register/show-value.ts';
import type { RegisterFile } from '../../storage/register-file.ts';
import type { Ledger } from '../../../../shared/register/ledgers/ledger.ts';
import type { RowValues } from '../../storage/row-store.ts';
import { entryKey } from '../../storage/entry-store.ts';
import { alreadyThere, keyFields, sameEntries, yearOfDate } from '../entry-rules.ts';
import { holdersOf, takenBy, uniqueNumbers, type Holder } from '../unique-numbers.ts';
import type { Problem } from '../typed-value.ts';
import { refused, type PlannedCell } from './planned-cell.ts';

/** That a row is to be known by something by which no other may be: a number, or what a record of a ledger is known again by. */
export interface Claim {
  readonly rowId: string;
  readonly name: string;
  /** The cells that make it; they stand or fall together. */
  readonly cells: readonly PlannedCell[];
  /** Null: by nothing. */
  readonly key: string | null;
  readonly old: string | null;
  readonly holders: () => readonly Holder[];
  readonly taken: (by: string) => Problem;
  /** The year of a record that goes with its date. */
  readonly year?: { readonly from: number | null; readonly to: number } | undefined;
}

const stands = (claim: Claim): boolean => claim.cells.every(({ refusal }) => refusal === null);

/** What cells of numbers claim. */
export function numberClaims(register: RegisterFile, cells: readonly PlannedCell[]): Map<string, Claim[]> {
  const claims = new Map<string, Claim[]>();
  for (const cell of cells) {
    const { field, rowId, name, old, value } = cell;
    const unique = uniqueNumbers[field.key];
    if (!unique || rowId === undefined || cell.refusal !== null) continue;
    const key = value === null ? null : unique.key(value);
    const claim: Claim = { rowId, name, cells: [cell], key, old: old === null ? null : unique.key(old), holders: () => (key === null ? [] : holdersOf(register, field.key, key)), taken: takenBy };
    const those = claims.get(field.key);
    if (those) those.push(claim);
    else claims.set(field.key, [claim]);
  }
  return claims;
}

/** What the records of a ledger in a block claim, with the year that follows from a date. */
export function recordClaims(register: RegisterFile, ledger: Ledger, cells: readonly PlannedCell[]): Claim[] {
  const keys = keyFields(ledger);
  const byRow = new Map<string, PlannedCell[]>();
  for (const cell of cells) {
    if (cell.rowId === undefined || cell.refusal !== null || !keys.has(cell.field.key)) continue;
    const row = byRow.get(cell.rowId);
    if (row) row.push(cell);
    else byRow.set(cell.rowId, [cell]);
  }
  return [...byRow].flatMap(([rowId, own]): Claim[] => {
    const stored = register.rows.get('entry', rowId);
    if (!stored) return [];
    const record: RowValues = stored;
    const next = { ...record, ...Object.fromEntries(own.map(({ field, value }) => [field.key, value])) };
    const before = typeof record['year'] === 'number' ? record['year'] : null;
    const to = yearOfDate(ledger, next);
    const key = entryKey(to === null ? next : { ...next, year: to });
    return [{
      rowId,
      name: own[0]?.name ?? '',
      cells: own,
      key,
      old: entryKey(record),
      holders: () => sameEntries(register, ledger.key, key).map((id) => ({ id, name: '' })),
      taken: () => alreadyThere(ledger),
      year: to === null || to === before ? undefined : { from: before, to },
    }];
  });
}

const twice = (claim: Claim): Problem => ({
  what: claim.cells.length === 1 ? `这一块里有两格要填成同一个${labelOf(claim.cells[0]?.field.key ?? '')}` : '这一块会让两条记录变得一样',
  remedy: '请先分清是谁的，再填',
});

/**
 * Refuses the cells of claims that cannot stand together with one another or with what the register holds. What counts is how it
 * would be afterwards: numbers that change places within a block may. A claim that falls leaves its row what it was, and may so
 * bring others down.
 */
export function settleClaims(claims: readonly Claim[]): void {
  const wanting = new Map<string, Claim[]>();
  const ofRow = new Map<string, Claim>();
  for (const claim of claims) {
    ofRow.set(claim.rowId, claim);
    if (claim.key === null) continue;
    const others = wanting.get(claim.key);
    if (others) others.push(claim);
    else wanting.set(claim.key, [claim]);
  }
  const fallen: Claim[] = [];
  const fall = (claim: Claim, why: Problem): void => {
    if (!stands(claim)) return;
    for (const cell of claim.cells) cell.refusal = refused('VALUE_REFUSED', why);
    fallen.push(claim);
  };
  for (const same of wanting.values()) if (same.length > 1) for (const claim of same) if (claim.key !== claim.old) fall(claim, twice(claim));
  for (const claim of claims) {
    if (claim.key === null || !stands(claim)) continue;
    const other = claim.holders().find(({ id }) => {
      const its = ofRow.get(id);
      return id !== claim.rowId && !(its && stands(its) && its.key !== claim.key);
    });
    if (other) fall(claim, claim.taken(other.name));
  }
  for (let claim = fallen.pop(); claim; claim = fallen.pop()) {
    if (claim.old === null) continue;
    for (const other of wanting.get(claim.old) ?? []) if (other.rowId !== claim.rowId) fall(other, other.taken(claim.name));
  }
}
