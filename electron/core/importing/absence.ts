import type { Stored } from '../../../shared/fields/reading.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import { goneStates } from '../../../shared/register/member-state.ts';
import type { SheetKind } from '../../../shared/sheets/kinds/sheet-kind.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { ByNewId } from './by-new-id.ts';
import type { ReadRow } from './read-row.ts';
import type { RowPlan } from './row-plan.ts';

export interface Absent {
  readonly householdId: string;
  readonly memberId: string | null;
  readonly householdNo: string | null;
  readonly name: string;
  readonly village: string | null;
}

const here = `(m.memberState IS NULL OR m.memberState NOT IN (${[...goneStates].map((state) => `'${state}'`).join(', ')}))`;
const places = '(?1 IS NULL OR h.village = ?1) AND (?2 IS NULL OR h.town = ?2)';
const person = 'SELECT m.id, h.id AS householdId, m.id AS memberId, h.householdNo, m.name, h.village FROM member m JOIN household h ON h.id = m.householdId';

/**
 * Notes who of the register does not appear in a sheet. A sheet of one village is compared with that village, of one street
 * with that street, any other with the whole register; a list that says something of those on it, with those of whom the
 * register says the same. Absence is only ever listed.
 */
export class Absence {
  readonly #seen = new ByNewId<true>();
  readonly #households = new ByNewId<true>();
  readonly #villages = new Set<string>();
  readonly #towns = new Set<string>();
  readonly #kind: SheetKind;
  /** Of the row before: those of a household stand together. */
  #before: { readonly householdId: string | null; readonly village: Stored | undefined; readonly town: Stored | undefined } | undefined;
  #year: number | null = null;

  constructor(kind: SheetKind) {
    this.#kind = kind;
  }

  note(row: ReadRow, plan: RowPlan): void {
    const { householdId, memberId } = plan.named ?? plan;
    const id = this.#kind.about === 'household' ? householdId : memberId;
    if (id !== null) this.#seen.set(id, true);
    this.#year ??= row.year;
    const { village, town } = row.values;
    if (this.#before?.householdId === householdId && this.#before.village === village && this.#before.town === town) return;
    this.#before = { householdId, village, town };
    if (householdId !== null) this.#households.set(householdId, true);
    this.#villages.add(typeof village === 'string' ? village : '');
    this.#towns.add(typeof town === 'string' ? town : '');
  }

  /** People or households that the sheet names, and households with somebody in it. */
  get seen(): { readonly subjects: number; readonly households: number } {
    return { subjects: this.#seen.size, households: this.#households.size };
  }

  /** The same for sheets that are about the same: who stands in one of them is missing in none. */
  get about(): string {
    return `${this.#kind.key}|${this.#year ?? ''}`;
  }

  /** Whether the sheet names that person or household. */
  has({ memberId, householdId }: Absent): boolean {
    return this.#seen.has(memberId ?? householdId);
  }

  /** Whether the sheet names anybody of a household. */
  names(householdId: string): boolean {
    return this.#households.has(householdId);
  }

  list(register: RegisterFile): Absent[] {
    const sql = this.#sql();
    if (sql === null || (this.#seen.size === 0 && this.#kind.about !== 'entry')) return [];
    const only = (names: ReadonlySet<string>): string | null => (names.size === 1 ? ([...names][0] || null) : null);
    const absent: Absent[] = [];
    for (const entry of register.sql(sql).iterate(only(this.#villages), only(this.#towns), this.#year)) {
      const { id, ...rest } = entry as Absent & { id: string };
      if (!this.#seen.has(id)) absent.push(rest);
    }
    return absent;
  }

  #sql(): string | null {
    const { about, complete, ledgers } = this.#kind;
    if (about === 'entry') {
      const [key, value] = Object.entries(ledgers[0]?.says ?? {})[0] ?? [];
      if (key === undefined || field(key).entity !== 'memberYear' || ledgers[0]?.about !== 'member') return null;
      return `${person} JOIN memberYear y ON y.memberId = m.id AND y.year = ?3 AND y."${key}" = '${value}' WHERE ${here} AND ${places} ORDER BY h.walkKey, h.householdNo, m.id`;
    }
    if (!complete) return null;
    if (about === 'person') return `${person} WHERE ${here} AND ${places} AND ?3 IS ?3 ORDER BY h.walkKey, h.householdNo, m.id`;
    return `SELECT h.id, h.id AS householdId, NULL AS memberId, h.householdNo, coalesce((SELECT m.name FROM member m WHERE m.householdId = h.id AND m.relation = '户主'), '') AS name, h.village
      FROM household h WHERE ${places} AND ?3 IS ?3 AND EXISTS (SELECT 1 FROM member m WHERE m.householdId = h.id AND ${here}) ORDER BY h.walkKey, h.householdNo`;
  }
}
