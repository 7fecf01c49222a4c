import { identityKey } from '../../../shared/fields/identity-number.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import type { Ledger } from '../../../shared/register/ledgers/ledger.ts';
import { entryKey } from '../storage/entry-store.ts';
import { coded } from './coded-subject.ts';
import { resolveHousehold, resolvePerson, subjectNames } from './resolve-subject.ts';
import { sumsOfTheMonth } from './monthly-income.ts';
import { filled, type RowPlan, type RowWork } from './row-plan.ts';

type Subject = { readonly householdId: string | null; readonly memberId: string | null };

/** Where a record is that is about no household: what the sheet says of the place is said of it, where it has such fields. */
function placeOf(work: RowWork, ledger: Ledger): Record<string, Stored> {
  return Object.fromEntries(['town', 'village'].flatMap((name) => {
    const [key, value] = [`${ledger.key}.${name}`, work.row.values[name] ?? null];
    return value !== null && ledger.fields.some((own) => own.key === key) ? [[key, value]] : [];
  }));
}

/** A row's values of one ledger, with what titles and names tell of it. */
function valuesOf(work: RowWork, ledger: Ledger, alone: boolean): Record<string, Stored> {
  const values: Record<string, Stored> = alone ? placeOf(work, ledger) : {};
  for (const { key } of ledger.fields) {
    const value = work.row.values[key] ?? work.sheet.told[key];
    if (value !== undefined && (value !== null || work.row.wiped.has(key))) values[key] = value;
  }
  return values;
}

const yearIn = (value: Stored | undefined): number | null => (typeof value === 'string' && /^\d{4}/.test(value) ? Number(value.slice(0, 4)) : null);

function yearOf(work: RowWork, ledger: Ledger, values: Readonly<Record<string, Stored>>): number | null {
  if (ledger.year === 'none') return null;
  return ledger.year === 'sheet' ? work.row.year : (yearIn(values[ledger.year.of]) ?? work.row.year);
}

/** Tells what the sheet says otherwise of that which the program writes itself. */
function tellMade(work: RowWork, { made }: Ledger, said: Readonly<Record<string, Stored>>, existing: string | undefined): void {
  for (const key of made) {
    const value = said[key] ?? null;
    const there = existing === undefined ? null : work.planning.draft.value('entry', existing, key);
    if (value !== null && value !== there) work.remark(key, 'flagged', 'MADE', `“${field(key).label}”由程序写，没有收`, '请在程序里办');
  }
}

/** Makes or completes the ledger's record of a subject; its id, or null where the row says nothing for the ledger. */
function proposeEntry(work: RowWork, ledger: Ledger, subject: Subject, own: boolean, known?: string): string | null {
  const { planning } = work;
  const said = valuesOf(work, ledger, ledger.alone && subject.householdId === null && ledger.about !== 'nobody');
  // What the program writes itself says which record it is, and is no sheet's to change.
  const values = ledger.made.length === 0 ? said : Object.fromEntries(Object.entries(said).filter(([key]) => !ledger.made.includes(key)));
  const fresh = filled(values);
  if (Object.keys(fresh).length === 0 && !own) return null;
  const about = ledger.about === 'member' ? { memberId: subject.memberId, householdId: subject.householdId } : ledger.about === 'household' ? { householdId: subject.householdId } : {};
  const head = { ledger: ledger.key, ...filled(about), ...filled({ year: yearOf(work, ledger, values) }) };
  const key = entryKey({ ...head, ...fresh });
  const existing = known ?? (values === said ? undefined : planning.entry(ledger.key, entryKey({ ...head, ...filled(said) }))) ?? planning.entry(ledger.key, key);
  tellMade(work, ledger, said, existing);
  if (existing !== undefined) {
    work.propose('entry', existing, values);
    if (own) work.proposeExtra('entry', existing, false);
    if (planning.draft.isNew(existing)) work.isNew = true;
    return existing;
  }
  const id = work.create('entry', { ...head, ...fresh, ...(own ? work.extraValue : {}) });
  planning.noteEntry(ledger.key, key, id);
  if (own) work.isNew = true;
  return id;
}

/** The ledgers that a sheet of people or households fills besides. */
export function fillLedgers(work: RowWork, householdId: string, memberId: string | null): void {
  for (const ledger of work.sheet.ledgers) proposeEntry(work, ledger, { householdId, memberId }, false);
}

/** What the list's own department says of the person or household besides the record. */
function proposeSaid(work: RowWork, ledger: Ledger, { householdId, memberId }: Subject): void {
  const said: Record<string, Stored> = {};
  for (const key of ledger.updates) {
    const value = work.row.values[key];
    if (value !== undefined && value !== null) said[key] = value;
  }
  Object.assign(said, ledger.says);
  for (const key in said) {
    const { entity } = field(key);
    const value = { [key]: said[key] ?? null };
    if (entity === 'member' && memberId !== null) work.propose('member', memberId, value);
    else if (entity === 'memberYear' && memberId !== null) work.proposeYear('memberYear', memberId, work.row.year, value);
    else if (entity === 'household' && householdId !== null) work.propose('household', householdId, value);
    else if (entity === 'householdYear' && householdId !== null) work.proposeYear('householdYear', householdId, work.row.year, value);
  }
}

/** Plans a row of a ledger's own sheet: whom it is about, its record, and what it says of the person or household. */
export function planEntry(work: RowWork): RowPlan {
  const { planning, row } = work;
  const [ledger] = work.sheet.recognised.kind.ledgers;
  if (!ledger) throw new Error('A ledger sheet has its ledger');
  if (work.remarks.some((remark) => remark.effect === 'row')) return work.refused();

  let subject: Subject = { householdId: null, memberId: null };
  const aboutSomebody = ledger.about !== 'nobody' && (!ledger.alone || subjectNames.some((key) => (row.values[key] ?? null) !== null));
  if (ledger.alone && row.code?.of !== 'entry') {
    const [first] = ledger.keys;
    // What may be about a household besides is nothing without what it says.
    const named = (ledger.about === 'nobody' ? ledger.keys : ledger.keys.slice(0, 1)).find((key) => (row.values[key] ?? null) !== null);
    if (ledger.keys.length > 0 && named === undefined && first !== undefined) return work.refuse(first, 'KEYS', `没有“${field(first).label}”，不知道是哪一条`, '请补上后再导入');
  }
  if (aboutSomebody) {
    const found = coded(work) ?? (ledger.about === 'member' ? resolvePerson(work) : resolveHousehold(work));
    if ('refused' in found) return found.refused;
    subject = found;
  }
  const id = proposeEntry(work, ledger, subject, true, row.code?.of === 'entry' ? row.code.id : undefined);
  proposeSaid(work, ledger, subject);
  if (ledger.key === 'monthlyIncome' && subject.householdId !== null) sumsOfTheMonth(work, subject.householdId);
  const member = subject.memberId === null ? null : planning.draft.row('member', subject.memberId).values;
  const theirs = row.values['identityNo'];
  if (member && typeof theirs === 'string' && typeof member['identityNo'] === 'string' && identityKey(theirs) !== identityKey(member['identityNo'])) {
    work.remark('identityNo', 'flagged', 'R009', '和登记册里这个人的证件号码不同，没有改动', '请核对证件');
  }
  return work.done(subject.householdId, subject.memberId, id);
}
