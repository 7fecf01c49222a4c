import type { BrakeReason, Counts } from '../../../shared/changes/plan-types.ts';
import { dateWords } from '../../../shared/fields/day-words.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
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

const householdsIn = (register: RegisterFile): number => (register.sql('SELECT count(*) AS n FROM household').get() as { n: number }).n;

/** Fields that would become others in many households at once. */
export function fieldReasons(register: RegisterFile, fields: ReadonlyMap<string, number>): BrakeReason[] {
  const n = householdsIn(register);
  if (n < fewHouseholds) return [];
  return [...fields].toSorted((a, b) => b[1] - a[1]).flatMap(([column, size]): BrakeReason[] => {
    const isKey = keyFields.includes(column);
    if (isKey ? size <= Math.max(fewKeys, n * 0.02) : size <= n * largeShare) return [];
    const label = labelOf(column);
    return [{ kind: isKey ? 'key' : 'field', what: `登记册 ${n} 户里，有 ${size} 户的“${label}”会改成别的`, short: `会改动 ${size} 户的“${label}”` }];
  });
}

/** Watches what an import would change, and says what is out of the ordinary. */
export class Brake {
  /** Households by field in which a value that was there becomes another. */
  readonly #households = new Map<string, Set<string>>();
  note(householdId: string | null, steps: readonly Step[], isNew: boolean): void {
    if (isNew) return;
    for (const step of steps) if (step[0] === 'set') this.noteChange(householdId ?? step[2], step[3], step[4]);
  }

  noteChange(household: string, column: string, old: Stored): void {
    if (old === null || column === 'extra') return;
    let set = this.#households.get(column);
    if (!set) this.#households.set(column, (set = new Set()));
    set.add(household);
  }

  /** Households by field in which a value that was there becomes another. */
  get fields(): ReadonlyMap<string, number> {
    return new Map([...this.#households].map(([column, { size }]) => [column, size]));
  }

  reasons(register: RegisterFile, of: { readonly counts: Counts; readonly outside: number; readonly absentHouseholds: number; readonly sheets: readonly SheetAge[]; readonly overHand: number }): BrakeReason[] {
    const n = householdsIn(register);
    const reasons = fieldReasons(register, this.fields);
    if (n >= fewHouseholds && of.absentHouseholds > n * largeShare) {
      reasons.push({ kind: 'absent', what: `登记册 ${n} 户里，有 ${of.absentHouseholds} 户在这些表里有人没出现`, short: `有 ${of.absentHouseholds} 户有人没出现` });
    }
    const refused = of.counts.refused - of.outside;
    const taken = of.counts.new + of.counts.changed + of.counts.same + of.counts.conflict;
    if (refused > taken) reasons.push({ kind: 'refused', what: `不收的 ${refused} 行比收下的 ${taken} 行还多`, short: `有 ${refused} 行不收` });
    for (const sheet of newestOf(of.sheets)) {
      const newer = newerThan(register, sheet);
      if (newer !== null) reasons.push({ kind: 'older', what: `${sheet.file} 说的是${dateWords(sheet.dataDate ?? '')}的情况，而“${sheet.kindLabel}”已经导入过${dateWords(newer)}的`, short: `表是${dateWords(sheet.dataDate ?? '')}的，比已导入的旧` });
    }
    if (of.overHand > 0) reasons.push({ kind: 'hand', what: `按“全部覆盖”，手工改过的 ${of.overHand} 项会被盖掉`, short: `会盖掉手工改过的 ${of.overHand} 项` });
    return reasons;
  }
}

/** Dates of unequal length are compared as far as both go: 2020 is not older than 2020-03. */
const isOlder = (one: string, other: string): boolean => one.slice(0, other.length) < other.slice(0, one.length);

/** The newest sheet of each kind and department among those that come together: older years may come along with it. */
function newestOf(sheets: readonly SheetAge[]): SheetAge[] {
  const newest = new Map<string, SheetAge>();
  for (const sheet of sheets) {
    const key = `${sheet.kind}|${sheet.department}`;
    const before = newest.get(key);
    if (!before || (before.dataDate !== null && (sheet.dataDate === null || sheet.dataDate > before.dataDate))) newest.set(key, sheet);
  }
  return [...newest.values()];
}

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
