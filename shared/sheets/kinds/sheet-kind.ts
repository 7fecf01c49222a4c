import type { Target } from '../header-index.ts';

/**
 * One kind of sheet that reaches the office, declared once. Adding a kind is a file here and a line in kinds/index.ts.
 */
export interface SheetKind {
  /** Key for the command line and the register: people, households, income, helpers. */
  readonly key: string;
  /** The clerk's word. */
  readonly label: string;
  /** Whose row it is: one line a person, or one line a household. */
  readonly about: 'person' | 'household';
  /** Kinds are planned in this order, so that the order of the files does not matter. */
  readonly order: number;
  /** Headers that mean something else here than in general, by normalised header (header-text.ts). */
  readonly here: Readonly<Record<string, Target>>;
  /** May a row make a household that the register does not hold? */
  readonly makesHouseholds: boolean;
  /** How well the columns fit; 0 = not this kind. */
  fit(has: ReadonlySet<Target>): number;
}

const headHeaders = ['姓名', '贫困户姓名', '农户姓名', 'NAME'];
const headIdentityHeaders = ['证件号码', '身份证号', '身份证号码', '身份证', '证件号', '公民身份号码', '公民身份证号或残疾证号', 'ID'];

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
