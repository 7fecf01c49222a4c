import { solid } from '../../../shared/fields/clean-text.ts';
import type { KnownNumber } from '../../../shared/fields/identity-candidates.ts';
import { identityKey } from '../../../shared/fields/identity-number.ts';
import type { Step } from '../../../shared/changes/steps.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { columnIndex } from './column-index.ts';

/** Somebody whose number is damaged. */
export interface Sought {
  readonly name: string;
  readonly householdNo: string;
  readonly memberId: string | null;
}

interface Heard {
  readonly name: string;
  readonly householdNo: string;
  readonly number: string;
  readonly from: string;
}

/** Which columns of a sheet name a person and a number together. */
const pairs = [['name', 'identityNo'], ['headName', 'headIdentityNo']] as const;

/** Rows of imports that are kept because something of them was not taken. */
function heardInFiles(register: RegisterFile, names: string): Heard[] {
  const rows = register
    .sql(
      `SELECT p.sheetRow, p.householdNo, p.cells, s.file, s.columns FROM planRow p JOIN importBatch b ON b.number = p.batch AND b.state IN ('committed', 'planned')
       JOIN importSheet s ON s.id = p.sheet WHERE p.cells IS NOT NULL AND p.name IN (SELECT value FROM json_each(?)) ORDER BY p.batch DESC, p.position`,
    )
    .all(names) as { sheetRow: number; householdNo: string | null; cells: string; file: string; columns: string }[];
  return rows.flatMap(({ sheetRow, householdNo, cells: stored, file, columns: letters }) => {
    const columns = JSON.parse(letters) as Record<string, string>;
    const cells = JSON.parse(stored) as string[];
    const at = (key: string): string => (columns[key] === undefined ? '' : solid(cells[columnIndex(columns[key])] ?? ''));
    return pairs.map(([name, number]) => ({ name: at(name), number: at(number).toUpperCase(), householdNo: householdNo ?? at('householdNo'), from: `“${file}”第 ${sheetRow} 行` }));
  });
}

function heardInRegister(register: RegisterFile, names: string): (Heard & { readonly memberId: string })[] {
  const rows = register
    .sql(
      `SELECT m.id AS memberId, m.name, m.identityNo AS number, coalesce(h.householdNo, '') AS householdNo, coalesce(h.village, '') AS village
       FROM member m JOIN household h ON h.id = m.householdId WHERE m.identityNo IS NOT NULL AND m.name IN (SELECT value FROM json_each(?))`,
    )
    .all(names) as { memberId: string; name: string; number: string; householdNo: string; village: string }[];
  return rows.map(({ village, ...row }) => ({ ...row, from: `登记册里${village}（户 ${row.householdNo || '无编号'}）` }));
}

/** What was once written for this very person, by the log. */
function onceWritten(register: RegisterFile, memberId: string): KnownNumber[] {
  const found: KnownNumber[] = [];
  const logged = register
    .sql(
      `SELECT c.action, c.old, c.new, k.at FROM change c JOIN command k ON k.number = c.command
       WHERE c.rowId = ? AND (c.field = 'identityNo' OR c.action = 'create') ORDER BY c.seq DESC`,
    )
    .all(memberId) as { action: string; old: string | null; new: string | null; at: string }[];
  for (const { action, old, new: now, at } of logged) {
    const values = action === 'create' ? [(JSON.parse(now ?? '{}') as { identityNo?: string }).identityNo] : [now, old];
    for (const value of values) if (typeof value === 'string') found.push({ number: value, near: 'own', from: `${at.slice(0, 10)} 以前登记的号码` });
  }
  return found;
}

/** Numbers that files told of people of the register and that did not go in, by member. */
function keptBack(register: RegisterFile): Map<string, KnownNumber[]> {
  const found = new Map<string, KnownNumber[]>();
  const rows = register
    .sql(
      `SELECT p.steps, p.sheetRow, s.file FROM planRow p JOIN importBatch b ON b.number = p.batch AND b.state = 'committed' JOIN importSheet s ON s.id = p.sheet
       WHERE p.fields LIKE '%,identityNo,%'`,
    )
    .all() as { steps: string; sheetRow: number; file: string }[];
  for (const { steps, sheetRow, file } of rows) {
    for (const step of JSON.parse(steps) as Step[]) {
      if (step[0] !== 'keep' || step[3] !== 'identityNo' || typeof step[5] !== 'string') continue;
      found.set(step[2], [...(found.get(step[2]) ?? []), { number: step[5], near: 'own', from: `“${file}”第 ${sheetRow} 行这个人的号码` }]);
    }
  }
  return found;
}

/**
 * Numbers that stand elsewhere for people of these names: in the register, in rows of files that were not taken whole, in
 * the log. Every number once a person, the nearest mention of it.
 */
export function knownNumbers(register: RegisterFile, sought: readonly Sought[]): (person: Sought) => KnownNumber[] {
  const names = JSON.stringify([...new Set(sought.map(({ name }) => name).filter((name) => name !== ''))]);
  const files = Map.groupBy(heardInFiles(register, names), ({ name }) => name);
  const members = Map.groupBy(heardInRegister(register, names), ({ name }) => name);
  const kept = keptBack(register);
  return (person) => {
    const found = person.memberId === null ? [] : [...onceWritten(register, person.memberId), ...(kept.get(person.memberId) ?? [])];
    const others = [...(members.get(person.name) ?? []).filter(({ memberId }) => memberId !== person.memberId), ...(files.get(person.name) ?? [])];
    for (const { number, householdNo, from } of others) {
      const same = householdNo !== '' && householdNo === person.householdNo;
      found.push({ number, near: same ? 'household' : 'name', from: `${from}${same ? '同户同名的人' : '同名的人'}` });
    }
    const order = { own: 0, household: 1, name: 2 } as const;
    const byKey = new Map<string, KnownNumber>();
    for (const each of found.toSorted((a, b) => order[a.near] - order[b.near])) if (!byKey.has(identityKey(each.number))) byKey.set(identityKey(each.number), each);
    return [...byKey.values()];
  };
}
