import { createHash } from 'node:crypto';
import type { FindingRow } from '../../../shared/contract/checking.ts';
import type { Home } from '../../../shared/checks/home.ts';
import type { Rule } from '../../../shared/checks/rule.ts';
import { partOf } from '../../../shared/checks/words.ts';
import { passed } from '../../../shared/papers/gate.ts';
import type { RecordFacts, Values } from '../../../shared/register/facts.ts';
import { ledgerOf, ledgerOfField } from '../../../shared/register/ledgers/index.ts';
import { labelOf, shown } from '../../../shared/register/show-value.ts';
import { findField } from '../../../shared/register/vocabulary.ts';

/** One value that a rule read of the household, of whom it is about, or of their records. */
export interface ValueRead {
  readonly label: string;
  readonly text: string;
  /** The same with numbers masked. */
  readonly reduced: string;
  /** A number that stands nowhere whole but in the office's own sheets. */
  readonly secret: boolean;
}

const secretKinds = new Set(['identity', 'phone', 'card', 'digits']);

function read(key: string, values: Values, label: string, into: ValueRead[]): void {
  const value = values[key] ?? null;
  if (value === null) return;
  const field = findField(key);
  const text = shown(key, value);
  into.push({ label, text, reduced: field ? passed(field, value, 'reduced') : text, secret: secretKinds.has(field?.kind ?? 'text') });
}

function readRecordsOf(ledger: string, records: readonly RecordFacts[], keys: readonly string[], into: ValueRead[]): void {
  for (const record of records.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const key of keys) read(key, record.values, `${ledgerOf(ledger).label}·${labelOf(key)}`, into);
  }
}

/** What a rule read of whom its finding is about: the same values as long as nobody changes one. */
export function valuesRead(rule: Rule, { memberId, field }: Pick<FindingRow, 'memberId' | 'field'>, home: Home): ValueRead[] {
  const found: ValueRead[] = [];
  const keys = [...new Set([...rule.reads, ...(rule.may ?? []), ...(field === '' ? [] : [field])].flatMap((each) => each.split('|')))];
  const person = memberId === null ? undefined : home.members.find(({ id }) => id === memberId);
  const mine = (records: readonly RecordFacts[]): readonly RecordFacts[] => (person ? records.filter((record) => record.memberId === person.id || record.memberId === null) : records);
  for (const key of keys) {
    if (key.startsWith('last:')) read(key.slice(5), home.lastYear.values, `上年${labelOf(key.slice(5))}`, found);
    else if (key.startsWith('ledger:')) {
      const ledger = key.slice('ledger:'.length);
      readRecordsOf(ledger, mine(home.records(ledger)), ledgerOf(ledger).fields.map((each) => each.key), found);
    } else if (findField(key)?.entity === 'entry') readRecordsOf(ledgerOfField(key), mine(home.records(ledgerOfField(key))), [key], found);
    else {
      const entity = findField(key)?.entity;
      if (entity === 'helper') for (const helper of home.helpers) read(key, helper.values, labelOf(key), found);
      else if (entity === 'member' || entity === 'memberYear') for (const each of person ? [person] : home.members) read(key, each.values, person ? labelOf(key) : `${each.name}·${labelOf(key)}`, found);
      else read(key, home.values, labelOf(key), found);
    }
  }
  return found;
}

/** The same as one line to keep: a number is kept by its ends and by a sum that changes with it. */
export const excusedLine = (values: readonly ValueRead[]): string =>
  values.map(({ label, text, secret }) => `${label} ${secret ? `${partOf(text)}（${createHash('sha1').update(text).digest('hex').slice(0, 4)}）` : text}`).join('；');
