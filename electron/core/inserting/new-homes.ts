import type { ReadNewRows } from '../../../shared/contract/inserting.ts';
import { identityKey } from '../../../shared/fields/identity-number.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { labelOf, shown } from '../../../shared/register/show-value.ts';
import { storedFields } from '../../../shared/register/vocabulary.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { tableRow } from '../tables/rows.ts';
import { holdersOf, takenBy } from '../tables/unique-numbers.ts';
import { valuesOf, type NewRow, type Remarks } from './new-row.ts';

/** Somebody who is to come. */
export interface Newcomer {
  readonly at: number;
  /** Fields of the person and of the person's year. */
  readonly values: Readonly<Record<string, Stored>>;
  /** The column under which a field of the person was typed. */
  readonly column: (field: string) => string;
}

/** A household with who is to come into it: one of the register, or one that comes with them. */
export interface NewHome {
  /** Its id in the register; null: it is new. */
  readonly existing: string | null;
  /** 户 9900000001, 新户 9900000009. */
  readonly name: string;
  /** Of a new household: fields of the household and of its year. */
  readonly values: Record<string, Stored>;
  readonly people: Newcomer[];
}

const keysOf = (...entities: ('household' | 'householdYear' | 'member' | 'memberYear')[]): string[] => entities.flatMap((entity) => storedFields(entity).map(({ key }) => key));

/** Columns of a household that are read from its head, and what they are of the head. */
const headColumns: Readonly<Record<string, string>> = { headName: 'name', headIdentityNo: 'identityNo', headNo: 'memberNo' };
const columnOfHead: Readonly<Record<string, string>> = { ...Object.fromEntries(Object.entries(headColumns).map(([column, field]) => [field, column])), relation: 'headName' };
const asItIs = (field: string): string => field;

const newName = (no: Stored | undefined): string => (no === undefined || no === null ? '新户' : `新户 ${no}`);

/** Rows of households: each is new, with its head. */
function householdRows(register: RegisterFile, rows: readonly NewRow[], remarks: Remarks): NewHome[] {
  const numbers = new Map<Stored, number>();
  return rows.map(({ at, values }): NewHome => {
    const no = values['householdNo'];
    if (no !== undefined) {
      const before = numbers.get(no);
      const [holder] = holdersOf(register, 'householdNo', String(no));
      if (holder) remarks.refuse(at, 'householdNo', { what: takenBy(holder.name).what, remedy: '请核对户编号；给已有的户添人，请在“人”里新增' });
      else if (before !== undefined) remarks.refuse(at, 'householdNo', { what: `和第 ${before + 1} 行的户编号一样`, remedy: '请核对户编号' });
      else numbers.set(no, at);
    }
    const head = Object.fromEntries(Object.entries(headColumns).flatMap(([column, field]) => (values[column] === undefined ? [] : [[field, values[column]]])));
    return { existing: null, name: newName(no), values: valuesOf(values, keysOf('household', 'householdYear')), people: [{ at, values: { ...head, relation: '户主' }, column: (field) => columnOfHead[field] ?? field }] };
  });
}

/** The household that a row of people names, as a key for those that name the same; null: it names none. */
function homeKey(register: RegisterFile, { at, values }: NewRow, into: string | undefined, remarks: Remarks): { readonly key: string; readonly existing: string | null } | null {
  const no = values['householdNo'];
  if (no !== undefined) {
    const [found] = holdersOf(register, 'householdNo', String(no));
    return { key: found?.id ?? `no:${no}`, existing: found?.id ?? null };
  }
  const head = values['headIdentityNo'];
  if (head !== undefined) {
    const [holder] = holdersOf(register, 'identityNo', identityKey(String(head)));
    const householdId = holder && register.rows.get('member', holder.id)?.['householdId'];
    if (typeof householdId === 'string') return { key: householdId, existing: householdId };
    return { key: `head:${identityKey(String(head))}`, existing: null };
  }
  if (into !== undefined) return { key: into, existing: into };
  remarks.refuse(at, 'householdNo', { what: '没有户编号，不知道是哪一户的人', remedy: '请填户编号；还没有编号的新户，请先在“户”里新增' });
  return null;
}

/** What a row says of a household that is in the register already must be what the register says: people come, the household stays as it is. */
function mustAgree(register: RegisterFile, { at, values }: NewRow, id: string, year: number, remarks: Remarks): void {
  const { values: standing } = tableRow(register, 'households', id, year);
  for (const key of [...keysOf('household', 'householdYear'), ...Object.keys(headColumns)]) {
    const value = values[key];
    if (value === undefined || value === (standing[key] ?? null)) continue;
    remarks.refuse(at, key, { what: `登记册里这一户的“${labelOf(key)}”是“${shown(key, standing[key] ?? null)}”`, remedy: '新增成员不改户的内容：请去掉这一格；要改，请在“户”里改' });
  }
}

/** What rows say of a new household they say with one voice, and its head is who they say. */
function join(home: NewHome, { at, values }: NewRow, remarks: Remarks): void {
  for (const [key, value] of Object.entries(valuesOf(values, keysOf('household', 'householdYear')))) {
    const said = home.values[key];
    if (said === undefined) home.values[key] = value;
    else if (said !== value) remarks.refuse(at, key, { what: `同一户的几行填得不一样：前面是“${shown(key, said)}”`, remedy: '请让这一户的各行填成一样' });
  }
}

function headMustBe(home: NewHome, rows: readonly NewRow[], remarks: Remarks): void {
  const head = home.people.find(({ values }) => values['relation'] === '户主');
  if (!head) return;
  for (const { at, values } of rows) {
    for (const [column, field] of Object.entries(headColumns)) {
      const said = values[column];
      if (said !== undefined && said !== head.values[field]) remarks.refuse(at, column, { what: `和户主那一行不一样：户主的${labelOf(field)}是“${shown(field, head.values[field] ?? null)}”`, remedy: '请核对谁是户主' });
    }
  }
}

function peopleRows(register: RegisterFile, rows: readonly NewRow[], { into, year }: ReadNewRows, remarks: Remarks): NewHome[] {
  const homes = new Map<string, { readonly home: NewHome; readonly rows: NewRow[] }>();
  const own = keysOf('member', 'memberYear');
  for (const row of rows) {
    const named = homeKey(register, row, into, remarks);
    if (!named) continue;
    let found = homes.get(named.key);
    if (!found) {
      const no = named.existing === null ? row.values['householdNo'] : (tableRow(register, 'households', named.existing, year).values['householdNo'] ?? undefined);
      const name = named.existing === null ? newName(no) : `户 ${no ?? ''}`.trim();
      homes.set(named.key, (found = { home: { existing: named.existing, name, values: {}, people: [] }, rows: [] }));
    }
    if (named.existing === null) join(found.home, row, remarks);
    else mustAgree(register, row, named.existing, year, remarks);
    found.home.people.push({ at: row.at, values: valuesOf(row.values, own), column: asItIs });
    found.rows.push(row);
  }
  for (const { home, rows: its } of homes.values()) if (home.existing === null) headMustBe(home, its, remarks);
  return [...homes.values()].map(({ home }) => home);
}

/** The households of new rows, each with who is to come into it. */
export const newHomes = (register: RegisterFile, rows: readonly NewRow[], asked: ReadNewRows, remarks: Remarks): NewHome[] =>
  asked.subject === 'households' ? householdRows(register, rows, remarks) : peopleRows(register, rows, asked, remarks);
