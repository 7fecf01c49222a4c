import type { BrakeReason, Counts } from '../../../shared/changes/plan-types.ts';
import type { Step } from '../../../shared/changes/steps.ts';
import { labelOf } from '../../../shared/register/show-value.ts';
import type { RegisterFile } from '../storage/register-file.ts';

/** From this share of the register's households on, a change of one field is a reason to ask once more. */
const largeShare = 0.2;
/** Registers of a few households change as a whole every day. */
const fewHouseholds = 5;
const keyFields = ['identityNo', 'householdNo', 'memberNo', 'name'];
/** More keys than this that become others at once are no corrections. */
const fewKeys = 3;

export interface SheetAge {
  readonly file: string;
  readonly kind: string;
  readonly kindLabel: string;
  readonly department: string;
  readonly dataDate: string | null;
}

/** Watches what an import would change, and says what is out of the ordinary. */
export class Brake {
  /** Households by field in which a value that was there becomes another. */
  readonly #households = new Map<string, Set<string>>();
  note(householdId: string | null, steps: readonly Step[], isNew: boolean): void {
    if (isNew) return;
    for (const step of steps) {
      if (step[0] !== 'set' || step[4] === null || step[3] === 'extra') continue;
      let set = this.#households.get(step[3]);
      if (!set) this.#households.set(step[3], (set = new Set()));
      set.add(householdId ?? step[2]);
    }
  }

  reasons(register: RegisterFile, of: { readonly counts: Counts; readonly outside: number; readonly absentHouseholds: number; readonly sheets: readonly SheetAge[]; readonly overHand: number }): BrakeReason[] {
    const { n } = register.sql('SELECT count(*) AS n FROM household').get() as { n: number };
    const reasons: BrakeReason[] = [];
    if (n >= fewHouseholds) {
      for (const [column, { size }] of [...this.#households].toSorted((a, b) => b[1].size - a[1].size)) {
        if (keyFields.includes(column) ? size > Math.max(fewKeys, n * 0.02) : size > n * largeShare) {
          reasons.push({ kind: keyFields.includes(column) ? 'key' : 'field', what: `登记册 ${n} 户里，有 ${size} 户的“${labelOf(column)}”会改成别的` });
        }
      }
      if (of.absentHouseholds > n * largeShare) reasons.push({ kind: 'absent', what: `登记册 ${n} 户里，有 ${of.absentHouseholds} 户在这些表里有人没出现` });
    }
    const refused = of.counts.refused - of.outside;
    const taken = of.counts.new + of.counts.changed + of.counts.same + of.counts.conflict;
    if (refused > taken) reasons.push({ kind: 'refused', what: `不收的 ${refused} 行比收下的 ${taken} 行还多` });
    for (const sheet of of.sheets) {
      const newer = newerThan(register, sheet);
      if (newer !== null) reasons.push({ kind: 'older', what: `${sheet.file} 说的是 ${sheet.dataDate ?? ''} 的情况，而“${sheet.kindLabel}”已经导入过 ${newer} 的` });
    }
    if (of.overHand > 0) reasons.push({ kind: 'hand', what: `按“全部覆盖”，手工改过的 ${of.overHand} 项会被盖掉` });
    return reasons;
  }
}

/** Dates of unequal length are compared as far as both go: 2020 is not older than 2020-03. */
const isOlder = (one: string, other: string): boolean => one.slice(0, other.length) < other.slice(0, one.length);

/** The date of a sheet of the same kind and department that was imported and tells of a later day. */
function newerThan(register: RegisterFile, { kind, department, dataDate }: SheetAge): string | null {
  if (dataDate === null) return null;
  const rows = register
    .sql(
      `SELECT s.dataDate FROM importSheet s JOIN importBatch b ON b.number = s.batch
       WHERE b.state = 'committed' AND s.kind = ? AND s.department = ? AND s.dataDate IS NOT NULL ORDER BY s.dataDate DESC LIMIT 1`,
    )
    .all(kind, department) as { dataDate: string }[];
  const latest = rows[0]?.dataDate;
  return latest !== undefined && isOlder(dataDate, latest) ? latest : null;
}
