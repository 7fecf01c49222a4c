import type { CodeList } from '../fields/code.ts';
import { codeKind, plainKinds, type KindName, type PlainKindName } from '../fields/kinds.ts';
import type { Kind } from '../fields/reading.ts';
import type { OwnColumn } from './own/own-column.ts';

/**
 * What a row of the register is about. `household` and `member` hold what does not change with the year; `householdYear`
 * and `memberYear` one record a year; `helper` one pairing of a household with a person responsible for helping it; `entry`
 * one record of a ledger (ledgers/ledger.ts); `ownColumn` one column that the office added by itself (own/own-column.ts).
 */
export const entities = ['household', 'householdYear', 'member', 'memberYear', 'helper', 'entry', 'ownColumn'] as const;
export type Entity = (typeof entities)[number];

/**
 * Who may read a value outside the register: `public` may hang in the village; `inside` stays inside government and the
 * family's own house; `never` is never on paper that hangs anywhere (identity number, bank card, full phone).
 */
export type Sensitivity = 'public' | 'inside' | 'never';

export const units = ['元', '亩', '平方米', '公里', '人', '月'] as const;
export type Unit = (typeof units)[number];

/** One field, declared once; columns, import, grid, editors, export, print and checks all read this. */
export interface Field {
  /** Unique in the whole vocabulary; also the name of its column in the register and of its key in JSON. */
  readonly key: string;
  readonly entity: Entity;
  /** The register's own 中文 label. */
  readonly label: string;
  /** Other headers under which sheets carry the field. */
  readonly also: readonly string[];
  readonly kind: KindName;
  readonly codes?: CodeList;
  readonly unit?: Unit;
  readonly sensitivity: Sensitivity;
  /** Width of its column in a printed table, in mm; the grid takes about 4.2 px for each. */
  readonly printWidth: number;
  /** Group in the head row above, as in the provincial sheets. */
  readonly group: string;
  /** Told by other rows and never stored: 'head' is read from the member who is 户主. */
  readonly derived?: 'head';
  /** The value must be there for a row of its entity to exist. */
  readonly required?: boolean;
  /** Key of the field that a column of people is under a header of this one, where it holds nothing but 是 and 否. */
  readonly yesNo?: string;
  /** The declaration of a column that the office added; absent for a built-in field. */
  readonly own?: OwnColumn;
}

export interface FieldOptions {
  readonly also?: readonly string[];
  readonly unit?: Unit;
  readonly secret?: Sensitivity;
  readonly width?: number;
  readonly derived?: 'head';
  readonly required?: boolean;
  readonly yesNo?: string;
}

const widths: Record<KindName, number> = {
  text: 24,
  name: 18,
  digits: 34,
  identity: 40,
  phone: 26,
  card: 40,
  date: 22,
  month: 18,
  year: 14,
  money: 24,
  count: 14,
  measure: 18,
  yesNo: 14,
  code: 24,
};

const neverOnPaper = new Set<KindName>(['identity', 'phone', 'card']);

/** Declares the fields of one entity and group. */
export function fieldsOf(entity: Entity, group: string) {
  return (key: string, label: string, kind: PlainKindName | CodeList, options: FieldOptions = {}): Field => {
    const kindName = typeof kind === 'string' ? kind : 'code';
    return {
      key,
      entity,
      label,
      group,
      also: options.also ?? [],
      kind: kindName,
      sensitivity: options.secret ?? (neverOnPaper.has(kindName) ? 'never' : 'inside'),
      printWidth: options.width ?? widths[kindName],
      ...(typeof kind === 'string' ? {} : { codes: kind }),
      ...(options.unit ? { unit: options.unit } : {}),
      ...(options.derived ? { derived: options.derived } : {}),
      ...(options.required ? { required: true } : {}),
      ...(options.yesNo === undefined ? {} : { yesNo: options.yesNo }),
    };
  };
}

export function kindOf(field: Field): Kind {
  if (field.kind !== 'code') return plainKinds[field.kind];
  if (!field.codes) throw new Error(`Field ${field.key} is a code without a dictionary`);
  return codeKind(field.codes);
}
