import type { Department } from '../../register/departments.ts';
import type { Ledger } from '../../register/ledgers/ledger.ts';
import { identityHeaders } from '../../register/member-fields.ts';
import type { Target } from '../header-index.ts';

/** What speaks for a kind besides its headers. */
export interface SheetHints {
  /** Titles above the table, name of the sheet and of the file, without blanks. */
  readonly words: string;
  /** Columns that stand above the table as 户主：… and not in it. */
  readonly above: ReadonlySet<Target>;
}

/** One kind of sheet that reaches the office. A ledger brings its own (ledger-kinds.ts); the others are a file here each. */
export interface SheetKind {
  /** Key for the command line and the register: people, households, income, helpers, or the ledger's. */
  readonly key: string;
  /** The clerk's word. */
  readonly label: string;
  /** Whose row it is: one line a person, a household, or a record of a ledger. */
  readonly about: 'person' | 'household' | 'entry';
  /** Whose word it is, unless the clerk says otherwise. */
  readonly department: Department;
  /** Kinds are planned in this order, so that the order of the files does not matter. */
  readonly order: number;
  /** Headers that mean something else here than in general, by normalised header (header-text.ts). */
  readonly here: Readonly<Record<string, Target>>;
  /** May a row make a household that the register does not hold? */
  readonly makesHouseholds: boolean;
  /** Is everybody of its places on it, so that who is missing should be asked after? */
  readonly complete: boolean;
  /** Ledgers that its columns fill: a ledger's own kind fills the one. */
  readonly ledgers: readonly Ledger[];
  /** Targets that make a row one of the table, whatever else stands in it. */
  readonly keys: readonly Target[];
  /** How well the columns fit; 0 = not this kind. */
  fit(has: ReadonlySet<Target>, hints: SheetHints): number;
}

export const subjectKeys: readonly Target[] = ['householdNo', 'memberNo', 'identityNo', 'headIdentityNo', 'headNo', 'name', 'headName'];

const headHeaders = ['姓名', '贫困户姓名', '农户姓名', 'NAME'];
const headIdentityHeaders = ['证件号码', ...identityHeaders, 'ID'];

/** On a sheet of households, 姓名 and 证件号码 are the head's. */
export const ofTheHead: Readonly<Record<string, Target>> = {
  ...Object.fromEntries(headHeaders.map((header) => [header, 'headName'])),
  ...Object.fromEntries(headIdentityHeaders.map((header) => [header, 'headIdentityNo'])),
  人编号: 'headNo',
  人口编号: 'headNo',
  个人编号: 'headNo',
};

export const overlap = (has: ReadonlySet<Target>, keys: Iterable<string>): number => {
  let found = 0;
  for (const key of keys) if (has.has(key)) found++;
  return found;
};
