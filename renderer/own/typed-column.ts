import type { OwnAbout, OwnDraft } from '../../shared/contract/own-columns.ts';
import { kindOf } from '../../shared/register/field.ts';
import { ledgers } from '../../shared/register/ledgers/index.ts';
import { ownField, ownerOfKey, ownOwners, type OwnColumn } from '../../shared/register/own/own-column.ts';
import { ledgerSubject, type Subject } from '../../shared/sheets/subject.ts';

/** A choice as it is being typed; `was` is what it is called in the register now. */
export interface TypedChoice {
  readonly id: number;
  readonly value: string;
  readonly also: string;
  readonly was?: string;
}

/** An own column as it is being typed: lists as texts. */
export interface TypedColumn extends Omit<OwnDraft, 'also' | 'choices'> {
  readonly about: OwnAbout;
  readonly also: string;
  readonly choices: readonly TypedChoice[];
}

let lastChoice = 0;
export const newChoice = (value = '', also = '', was?: string): TypedChoice => ({ id: ++lastChoice, value, also, ...(was === undefined ? {} : { was }) });

const parts = (text: string): string[] => text.split(/[、,，;；\n]/).map((part) => part.trim()).filter((part) => part !== '');

export const aboutWords: Readonly<Record<string, string>> = {
  household: '户', householdYear: '户（每年各记一个）', member: '人', memberYear: '人（每年各记一个）',
  ...Object.fromEntries(ledgers.map(({ key, label }) => [ledgerSubject(key), `台账：${label}`])),
};

/** Whom the columns of a table may be about; none where its rows can have no columns of the office's own. */
export function aboutsOf(subject: Subject | null): readonly OwnAbout[] {
  if (subject === 'households') return ['household', 'householdYear'];
  if (subject === 'people') return ['member', 'memberYear'];
  if (subject === 'helpers') return [];
  if (subject !== null) return [subject];
  return [...ownOwners, ...ledgers.map(({ key }) => ledgerSubject(key))];
}

export const emptyColumn = (about: OwnAbout): TypedColumn => ({
  about, label: '', kind: 'text', group: '', unit: null, secret: 'inside', also: '', choices: [newChoice(), newChoice()], several: false, wanted: false, least: '', most: '', state: 'used',
});

export function typedOf(column: OwnColumn): TypedColumn {
  const owner = ownerOfKey(column.key);
  const kind = kindOf(ownField(column));
  return {
    about: owner?.ledger ? ledgerSubject(owner.ledger) : (ownOwners.find((each) => each === owner?.entity) ?? 'household'),
    label: column.label,
    kind: column.kind,
    group: column.group,
    unit: column.unit,
    secret: column.secret,
    also: column.also.join('、'),
    choices: column.choices.map(({ value, also }) => newChoice(value, also.join('、'), value)),
    several: column.several,
    wanted: column.wanted,
    least: kind.edit(column.least),
    most: kind.edit(column.most),
    state: column.state,
  };
}

/** What is sent: blank choices are not meant. */
export function draftOf({ about: _about, also, choices, ...said }: TypedColumn): OwnDraft {
  return {
    ...said,
    also: parts(also),
    choices: said.kind === 'code' ? choices.filter(({ value }) => value.trim() !== '').map(({ value, also: other, was }) => ({ value: value.trim(), also: parts(other), ...(was === undefined ? {} : { was }) })) : [],
  };
}
