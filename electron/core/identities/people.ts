import type { Stored } from '../../../shared/fields/reading.ts';
import { identityFault } from '../../../shared/fields/identity-number.ts';
import { kindOf } from '../../../shared/register/field.ts';
import { findField } from '../../../shared/register/vocabulary.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { columnIndex } from './column-index.ts';
import type { Sought } from './known-numbers.ts';
import { cellsOf, type RefusedRow } from './refused-rows.ts';

/** What is known of somebody with a damaged number. */
export interface Person extends Sought {
  readonly householdId: string | null;
  readonly village: string;
  readonly identityNo: string;
  readonly birthDate: string | null;
  readonly sex: string | null;
  /** Area codes of the others of the household. */
  readonly areas: readonly string[];
}

interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly identityNo: string | null;
  readonly birthDate: string | null;
  readonly sex: string | null;
  readonly householdId: string;
  readonly householdNo: string | null;
  readonly village: string | null;
  readonly group: string | null;
}

function areasOf(register: RegisterFile, householdId: string, but: string | null): string[] {
  const rows = register.sql('SELECT identityNo FROM member WHERE householdId = ? AND id IS NOT ? AND identityNo IS NOT NULL').all(householdId, but) as { identityNo: string }[];
  return [...new Set(rows.flatMap(({ identityNo }) => (identityFault(identityNo, '9999-12-31') ? [] : [identityNo.slice(0, 6)])))];
}

export function personOfMember(register: RegisterFile, id: string): Person | null {
  const row = register
    .sql('SELECT m.id, m.name, m.identityNo, m.birthDate, m.sex, m.householdId, h.householdNo, h.village, h."group" FROM member m JOIN household h ON h.id = m.householdId WHERE m.id = ?')
    .get(id) as MemberRow | undefined;
  if (!row) return null;
  const { name, identityNo, birthDate, sex, householdId, householdNo, village, group } = row;
  return {
    memberId: id, name, identityNo: identityNo ?? '', birthDate, sex, householdId,
    householdNo: householdNo ?? '', village: `${village ?? ''}${group ?? ''}`, areas: areasOf(register, householdId, id),
  };
}

/** What a refused row says of the person whose number is damaged: the row's own, or the head of its household. */
export function personOfRow(register: RegisterFile, row: RefusedRow, today: string): Person {
  const { columns: stored } = register.sql('SELECT s.columns FROM planRow p JOIN importSheet s ON s.id = p.sheet WHERE p.batch = ? AND p.position = ?').get(row.batch, row.position) as { columns: string };
  const columns = JSON.parse(stored) as Record<string, string>;
  const cells = cellsOf(register, row);
  const read = (key: string): Stored => {
    const [field, letters] = [findField(key), columns[key]];
    if (!field || letters === undefined) return null;
    const reading = kindOf(field).read(cells[columnIndex(letters)] ?? '', { today });
    return reading.ok ? reading.value : null;
  };
  const text = (key: string): string | null => {
    const value = read(key);
    return typeof value === 'string' ? value : null;
  };
  const isHead = row.field === 'headIdentityNo';
  const householdNo = row.householdNo ?? '';
  const household = householdNo === '' ? undefined : (register.sql('SELECT id, village, "group" FROM household WHERE householdNo = ? ORDER BY id LIMIT 1').get(householdNo) as { id: string; village: string | null; group: string | null } | undefined);
  return {
    memberId: null,
    name: (isHead ? text('headName') : text('name')) ?? row.name ?? '',
    identityNo: row.written,
    // A sheet of households tells birth and sex of nobody.
    birthDate: isHead ? null : text('birthDate'),
    sex: isHead ? null : text('sex'),
    householdId: household?.id ?? null,
    householdNo,
    village: row.village ?? `${household?.village ?? ''}${household?.group ?? ''}`,
    areas: household ? areasOf(register, household.id, null) : [],
  };
}
