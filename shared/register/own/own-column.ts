import type { CodeList, CodeValue } from '../../fields/code.ts';
import type { PlainKindName } from '../../fields/kinds.ts';
import { fieldsOf, type Entity, type Field, type Sensitivity, type Unit } from '../field.ts';

/** Whom an own column may be about; a ledger's is about its records. */
export const ownOwners = ['household', 'householdYear', 'member', 'memberYear'] as const;
export type OwnOwner = (typeof ownOwners)[number];

/** Kinds that the office may choose, in its words. `code` is a list of choices of its own. */
export const ownKinds = {
  text: '文字', yesNo: '是或否', code: '从几个选项里选', money: '金额（元）', count: '整数', measure: '带小数的数',
  date: '日期', month: '年月', year: '年份', phone: '电话', digits: '编号',
} as const satisfies Partial<Record<PlainKindName | 'code', string>>;
export type OwnKind = keyof typeof ownKinds;

/** `shelved`: kept out of sight until somebody chooses it; `retired`: nowhere any more, its values stay in the register. */
export const ownStates = { used: '在用', shelved: '平时不显示', retired: '停用' } as const;
export type OwnState = keyof typeof ownStates;

export const ownSecrets = { public: '可以公开，并印在上墙的“家庭基本情况”里', inside: '只在单位内部看', never: '任何纸上都不印' } as const satisfies Record<Sensitivity, string>;

/** A column that the office added by itself: everything that a built-in field declares, as data of the register. */
export interface OwnColumn {
  /** Also the key of its field: `own.…`, of a ledger `LEDGER.own…`; see `ownKey`. */
  readonly key: string;
  readonly label: string;
  readonly kind: OwnKind;
  readonly group: string;
  readonly unit: Unit | null;
  readonly secret: Sensitivity;
  /** Other headers under which files carry it. */
  readonly also: readonly string[];
  /** Of kind `code`: its choices. */
  readonly choices: readonly { readonly value: string; readonly also: readonly string[] }[];
  readonly several: boolean;
  /** A blank is a finding. */
  readonly wanted: boolean;
  /** What lies outside is a finding; as the kind stores it (money: fen). */
  readonly least: number | null;
  readonly most: number | null;
  readonly state: OwnState;
}

const keyForm = /^(?:own\.(?<owner>household|householdYear|member|memberYear)\.[0-9a-z]{6,24}|(?<ledger>[A-Za-z]+)\.own\.[0-9a-z]{6,24})$/;

/** Whose column a key names; null for a key of any other field. Keys stand in SQL and JSON: nothing else may pass for one. */
export function ownerOfKey(key: string): { readonly entity: Entity; readonly ledger: string | null } | null {
  const found = keyForm.exec(key)?.groups;
  if (!found) return null;
  const { owner, ledger } = found;
  return ledger === undefined ? { entity: owner as OwnOwner, ledger: null } : { entity: 'entry', ledger };
}

export const isOwnKey = (key: string): boolean => key.includes('own') && keyForm.test(key);

/** A key for a new column; `mark` is 6–24 digits and small letters that no other column has. */
export const ownKey = (about: OwnOwner | { readonly ledger: string }, mark: string): string => (typeof about === 'string' ? `own.${about}.${mark}` : `${about.ledger}.own.${mark}`);

/** What a kind compares and adds up: only of these is a range asked. */
export const rangedKinds: ReadonlySet<OwnKind> = new Set(['money', 'count', 'measure', 'year']);

function codesOf({ label, choices, several }: OwnColumn): CodeList {
  const values = choices.map(({ value, also }): CodeValue => ({ value, also }));
  return { name: label, values, ...(several ? { several } : {}) };
}

/** The field that everything else reads. */
export function ownField(column: OwnColumn): Field {
  const owner = ownerOfKey(column.key);
  if (!owner) throw new Error(`No key of an own column: ${column.key}`);
  const declare = fieldsOf(owner.entity, column.group);
  const unit = column.kind === 'money' ? '元' : column.unit;
  const field = declare(column.key, column.label, column.kind === 'code' ? codesOf(column) : column.kind, { also: column.also, secret: column.secret, ...(unit ? { unit } : {}) });
  return { ...field, own: column };
}
