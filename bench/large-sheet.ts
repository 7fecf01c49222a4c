import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Values } from '../shared/register/facts.ts';
import { checkCharacter } from '../shared/fields/identity-number.ts';
import { type Layout, people47 } from '../shared/sheets/layouts.ts';
import { field } from '../shared/register/vocabulary.ts';
import { inventRegister } from '../electron/core/samples/invent-register.ts';
import { writeSheet } from '../electron/core/reporting/sheet-writer.ts';

const beside = ['householdSize', 'liftState', 'householdKind', 'mainCause', 'dangerousHouse', 'safeWater', 'perCapitaIncome', 'farmland', 'roadKind', 'roadDistance', 'houseArea', 'fuel', 'toilet'];

/** The full person sheet with what longer exports say of the household beside: 60 columns. */
export const people60: Layout = { ...people47, columns: [...people47.columns, ...beside.map((key) => [field(key).label, key] as const)] };

/** The invented people again and again, each time under other numbers: the values of the one at a place. */
export function largePeople(): (at: number) => Values {
  const people = inventRegister().flatMap((household) => household.members.map((member) => ({ household, member })));
  return (at) => {
    const { household, member } = people[at % people.length] ?? people[0] ?? { household: undefined, member: undefined };
    if (!household || !member) throw new Error('Nobody was invented');
    const round = String(Math.floor(at / people.length)).padStart(4, '0');
    const first17 = `99${round}${member.plainIdentity.slice(6, 17)}`;
    const number = `${household.values['householdNo']}${round}`;
    return {
      ...household.values,
      ...household.years[2020],
      ...member.values,
      ...member.years[2020],
      householdNo: number,
      memberNo: `${number}${String(member.values['memberNo']).slice(-2)}`,
      identityNo: first17 + checkCharacter(first17),
      headIdentityNo: null,
      headNo: null,
    };
  };
}

/** They as a 60-column .xlsx of so many rows. */
export async function largeSheet(folder: string, rows: number): Promise<string> {
  const path = join(folder, `人员信息_${rows}.xlsx`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const bytes = await writeSheet({ layout: people60, year: 2020, total: rows, row: largePeople() }, { signal: new AbortController().signal, tell: () => undefined });
  writeFileSync(path, bytes);
  return path;
}
