import type { Stored } from '../../../shared/fields/reading.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { FormWho } from '../../../shared/contract/templates.ts';
import type { Values } from '../../../shared/register/facts.ts';
import { goneStates } from '../../../shared/register/member-state.ts';
import { storedFields } from '../../../shared/register/vocabulary.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readFacts } from '../tables/facts.ts';
import { orderedIds } from '../tables/ordered-ids.ts';
import { columnOf, oneRow, sourceOf } from '../tables/sources.ts';

/** A row for a form: its values, and whose they are. */
export interface FormRow {
  readonly id: string;
  readonly householdId: string;
  readonly memberId: string;
  readonly values: Values;
}

/** What is read beside what is asked for: how it is called, who is a child, where somebody lives, who is gone. */
const always = ['name', 'headName', 'householdNo', 'birthDate', 'identityNo', 'headIdentityNo', 'town', 'village', 'group', 'memberState'];

const textOf = (value: Stored | undefined): string => (value === null || value === undefined ? '' : String(value));

/** Within a household upstream wants the people by their numbers. */
const peopleOrder = "h.walkKey, h.householdNo, h.id, m.relation IS NOT '户主', m.memberNo, m.id";

function rowsOf(register: RegisterFile, subject: Subject, ids: readonly string[], year: number, keys: Iterable<string>): FormRow[] {
  const source = sourceOf(subject);
  const has = new Set(source.columns.map(({ field }) => field.key));
  const read = [...new Set([...keys, ...always])].filter((key) => has.has(key));
  const columns = read.map((key) => `, ${columnOf(source, key).sql} AS "${key}"`).join('');
  const statement = register.sql(`SELECT ${source.householdId} AS "#household", ${source.memberId} AS "#member"${columns} ${oneRow(source)}`);
  return ids.flatMap((id) => {
    const found = statement.get(year, id) as Record<string, Stored> | undefined;
    return found ? [{ id, householdId: textOf(found['#household']), memberId: textOf(found['#member']), values: found }] : [];
  });
}

const all = (register: RegisterFile, subject: Subject, year: number): string[] => orderedIds(register, { subject, year }, subject === 'people' ? { walk: peopleOrder } : {});

/** The rows of a view. */
const idsOf = (register: RegisterFile, { subject, search, filters, sorts }: Extract<FormWho, { readonly by: 'view' }>, year: number): readonly string[] =>
  orderedIds(register, { subject, year, search, filters, sorts }, subject === 'people' && sorts.length === 0 ? { walk: peopleOrder } : {});

/** The rows of a subject that are meant, in their order. */
export function readRows(register: RegisterFile, subject: Subject, who: FormWho, year: number, keys: Iterable<string>): FormRow[] {
  if (who.by === 'view' && who.subject === subject) return rowsOf(register, subject, idsOf(register, who, year), year, keys);
  if (who.by === 'rows' && who.subject === subject) return rowsOf(register, subject, who.ids, year, keys);
  const rows = rowsOf(register, subject, all(register, subject, year), year, keys);
  if (who.by === 'all') return rows;
  if (rows.length > 0 && sourceOf(subject).householdId === 'NULL') throw new Refusal('WRONG_USAGE', `“${sourceOf(subject).table.title}”不按户记，不能只填一个村或几户`, { remedy: '请选“全部”' });
  if (who.by === 'village') return rows.filter(({ values }) => values['village'] === who.village);
  if (who.by === 'household') return rows.filter(({ householdId }) => householdId === who.householdId);
  const of = who.by === 'rows' ? who.ids : idsOf(register, who, year);
  const households = [...new Set(rowsOf(register, who.subject, of, year, []).map(({ householdId }) => householdId))];
  // As the view orders them.
  const byHousehold = Map.groupBy(rows, ({ householdId }) => householdId);
  return households.flatMap((household) => byHousehold.get(household) ?? []);
}

/** Whether somebody still belongs to the household. */
export const isThere = ({ values }: FormRow): boolean => !goneStates.has(textOf(values['memberState']));

/** Who helps each household now, and how many live there; several helpers stand beside one another. */
export function besidesHouseholds(register: RegisterFile, households: Iterable<string>, year: number): ReadonlyMap<string, { readonly helper: Values; readonly members: number }> {
  const found = new Map<string, { helper: Values; members: number }>();
  for (const { id, helpers, members } of readFacts(register, { year, ids: [...new Set(households)].filter((each) => each !== '') })) {
    const now = helpers.filter(({ values }) => textOf(values['helpUntil']) === '');
    const helper: Record<string, Stored> = {};
    for (const { key, kind } of storedFields('helper')) {
      const values = [...new Set(now.map(({ values: each }) => each[key] ?? null).filter((value) => value !== null))];
      // A day is one; of several the first.
      helper[key] = values.length === 0 ? null : kind === 'date' || values.length === 1 ? (values[0] ?? null) : values.map(String).join('、');
    }
    found.set(id, { helper, members: members.filter(({ values }) => !goneStates.has(textOf(values['memberState']))).length });
  }
  return found;
}
