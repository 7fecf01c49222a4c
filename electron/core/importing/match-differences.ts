import type { DifferingField } from '../../../shared/changes/matching.ts';
import type { MatchSubject } from '../../../shared/changes/match-subject.ts';
import { cleanText } from '../../../shared/fields/clean-text.ts';
import { takesIn } from '../../../shared/fields/code.ts';
import { identityKey } from '../../../shared/fields/identity-number.ts';
import { cleanName } from '../../../shared/fields/name.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { kindOf, type Field } from '../../../shared/register/field.ts';
import { field as fieldOf, findField } from '../../../shared/register/vocabulary.ts';
import { cellText } from '../../../shared/sheets/cells.ts';
import type { CodeDesk } from './code-desk.ts';
import type { Person } from './match-people.ts';
import type { RowReader } from './match-row.ts';
import type { TheirSheet } from './match-tables.ts';

/** Compared whatever the list is about. */
const always = ['name', 'sex', 'birthDate', 'identityNo'];
const ofTheHead = new Set(['headName', 'headIdentityNo', 'headNo']);
const places = new Set(['town', 'village', 'group', 'county', 'city', 'province']);

type Compare = (row: RowReader, person: Person) => DifferingField | null;

const withoutDots = (name: string): string => cleanName(name).replace(/[·\s]/g, '');
const placeStem = (name: string): string => name.replace(/(村民委员会|居民委员会|村委会|居委会|社区|街道办事处|街道|办事处|村|乡|镇|区|市|县|省)$/u, '');

/** Whether two stored values are one as far as a list can tell. */
function agrees(field: Field, stored: Stored, theirs: Stored): boolean {
  if (stored === theirs) return true;
  if (stored === null || theirs === null) return false;
  const [ours, said] = [String(stored), String(theirs)];
  // A certificate and its identity number are one person's.
  if (field.kind === 'identity') return identityKey(ours) === identityKey(said);
  if (field.kind === 'name') return withoutDots(ours) === withoutDots(said);
  if (places.has(field.key)) return placeStem(ours) === placeStem(said);
  return field.codes !== undefined && (takesIn(field.codes, said, ours) || takesIn(field.codes, ours, said));
}

/** A column of theirs that is a field of the register. A blank of theirs says nothing. */
function byColumn(field: Field, codes: CodeDesk): Compare {
  const kind = kindOf(field);
  const { key, label } = field;
  return (row, { values }) => {
    const cell = row.cell(key);
    if (cell === '') return null;
    const written = cleanText(cellText(cell));
    const stored = values[key] ?? null;
    if (written === '' || written === stored) return null;
    const answered = field.codes && codes.answer(key, written);
    const reading = answered === undefined ? kind.read(cell, { today: '9999-12-31' }) : { ok: true as const, value: answered.value };
    if (reading.ok && (reading.value === null || agrees(field, stored, reading.value))) return null;
    return { field: key, label, register: kind.show(stored), theirs: written };
  };
}

function bySubject({ compared }: MatchSubject): Compare[] {
  return compared.map(({ field: key, theirs, agrees: judged }) => {
    const field = fieldOf(key);
    const kind = kindOf(field);
    return (row, { values }) => {
      const said = theirs(row);
      if (said === null) return null;
      const stored = values[key] ?? null;
      if (judged ? judged(values, said) : agrees(field, stored, said)) return null;
      return { field: key, label: field.label, register: kind.show(stored), theirs: said };
    };
  });
}

const isOurs = (field: Field | undefined): field is Field => field !== undefined && field.entity !== 'helper' && field.entity !== 'entry' && !ofTheHead.has(field.key);

/** The fields of the register that a sheet is compared by in its own columns. */
function comparedColumns({ columns }: TheirSheet, subject: MatchSubject | null): Field[] {
  const wanted = subject && new Set([...always, ...subject.columns]);
  return columns.flatMap(({ target }) => {
    const field = target === null ? undefined : findField(target);
    return isOurs(field) && (wanted === null || wanted.has(field.key)) ? [field] : [];
  });
}

export const isAccount = (target: string | null): target is string => target !== null && (target === 'bankCard' || target.endsWith('.account'));

/** The fields that must be read of everybody for the sheets of a list. */
export const comparedKeys = (sheets: readonly TheirSheet[], subject: MatchSubject | null): string[] => [
  ...sheets.flatMap((sheet) => comparedColumns(sheet, subject).map(({ key }) => key)),
  ...(subject ? [...subject.reads, ...subject.compared.map(({ field }) => field)] : []),
  // A household may be found by its account.
  ...(sheets.some(({ columns }) => columns.some(({ target }) => isAccount(target))) ? ['bankCard'] : []),
];

/** What of a row is not as the register has it, for one sheet. */
export function differencesFor(sheet: TheirSheet, subject: MatchSubject | null, codes: CodeDesk): (row: RowReader, person: Person) => DifferingField[] {
  const columns = comparedColumns(sheet, subject).map((field) => byColumn(field, codes));
  // On a list of households the head may be all that is named.
  const heads = sheet.columns.some(({ target }) => target === 'name') ? [] : [headName];
  const all: readonly Compare[] = [...columns, ...heads, ...(subject ? bySubject(subject) : [])];
  return (row, person) => {
    const found: DifferingField[] = [];
    for (const compare of all) {
      const difference = compare(row, person);
      // A field is told once: by its own column before what the list as such says.
      if (difference && !found.some(({ field }) => field === difference.field)) found.push(difference);
    }
    return found;
  };
}

/** The name of a row that names a head alone, against whom it was found to mean. */
const headName: Compare = (row, person) => {
  const written = row.text('headName');
  return written === '' || !person.isHead || withoutDots(written) === withoutDots(person.name) ? null : { field: 'name', label: fieldOf('name').label, register: person.name, theirs: written };
};

