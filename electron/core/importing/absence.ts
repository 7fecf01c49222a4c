import type { ReadRow } from './read-row.ts';
import type { RowPlan } from './row-plan.ts';
import type { RegisterFile } from '../storage/register-file.ts';

export interface Absent {
  readonly householdId: string;
  readonly householdNo: string | null;
  readonly name: string;
  readonly village: string | null;
}

/**
 * Notes who of the register does not appear in a sheet. A sheet of one village is compared with that village, of one street
 * with that street, any other with the whole register. Absence is only ever listed.
 */
export class Absence {
  readonly #seen = new Set<string>();
  readonly #villages = new Set<string>();
  readonly #towns = new Set<string>();
  readonly #about: 'person' | 'household';

  constructor(about: 'person' | 'household') {
    this.#about = about;
  }

  note(row: ReadRow, plan: RowPlan): void {
    const id = this.#about === 'person' ? plan.memberId : plan.householdId;
    if (id !== null) this.#seen.add(id);
    const { village, town } = row.values;
    this.#villages.add(typeof village === 'string' ? village : '');
    this.#towns.add(typeof town === 'string' ? town : '');
  }

  list(register: RegisterFile): Absent[] {
    if (this.#seen.size === 0) return [];
    const only = (names: ReadonlySet<string>): string | null => (names.size === 1 ? ([...names][0] || null) : null);
    const village = only(this.#villages);
    const town = only(this.#towns);
    const sql =
      this.#about === 'person'
        ? `SELECT m.id, h.id AS householdId, h.householdNo, m.name, h.village FROM member m JOIN household h ON h.id = m.householdId
           WHERE (?1 IS NULL OR h.village = ?1) AND (?2 IS NULL OR h.town = ?2) ORDER BY h.walkKey, h.householdNo, m.id`
        : `SELECT h.id, h.id AS householdId, h.householdNo, coalesce((SELECT m.name FROM member m WHERE m.householdId = h.id AND m.relation = '户主'), '') AS name, h.village
           FROM household h WHERE (?1 IS NULL OR h.village = ?1) AND (?2 IS NULL OR h.town = ?2) ORDER BY h.walkKey, h.householdNo`;
    const absent: Absent[] = [];
    for (const entry of register.sql(sql).iterate(village, town)) {
      const { id, ...rest } = entry as Absent & { id: string };
      if (!this.#seen.has(id)) absent.push(rest);
    }
    return absent;
  }
}
