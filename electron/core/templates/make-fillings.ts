import { Refusal } from '../../../shared/contract/errors.ts';
import type { FormWho } from '../../../shared/contract/templates.ts';
import { left, opens, type Level } from '../../../shared/papers/gate.ts';
import { ageOn, birthOf, dayInYear, yearsOn } from '../../../shared/register/age.ts';
import { kindOf, type Field } from '../../../shared/register/field.ts';
import { textOf, type Values } from '../../../shared/register/facts.ts';
import { findField, vocabulary } from '../../../shared/register/vocabulary.ts';
import type { Form } from '../../../shared/templates/form.ts';
import { opensTarget } from '../../../shared/templates/form-words.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { nothing, type Filling, type FormValue } from './form-value.ts';
import { besidesHouseholds, isThere, readRows, type FormRow } from './read-rows.ts';

export interface FillingAsked {
  readonly form: Form;
  readonly who: FormWho;
  readonly year: number;
  readonly level: Level;
  readonly today: string;
  readonly by: string;
  readonly office: string;
}

export interface Fillings {
  readonly fillings: readonly Filling[];
  readonly rows: number;
  readonly households: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
}

const numeric = new Set(['money', 'measure', 'count', 'year']);

/** A value of a field as it may leave on the level. */
function valueOf(field: Field, values: Values, level: Level, minor: boolean): FormValue {
  const value = values[field.key] ?? null;
  if (value === null || !opens(field, level)) return nothing;
  const out = left(field, value, level, minor && (field.key === 'name' || field.key === 'headName'));
  const text = typeof out === 'string' && (out !== value || numeric.has(field.kind)) ? out : kindOf(field)[numeric.has(field.kind) ? 'edit' : 'show'](out);
  if (typeof value === 'number' && numeric.has(field.kind)) {
    const number = kindOf(field).edit(value);
    return { text: number, number };
  }
  if (field.kind === 'date' && text === value && text.length === 10) return { text, day: text };
  if (field.kind === 'month' && text === value && text.length === 7) return { text, day: `${text}-01` };
  return { text };
}

interface Beside {
  readonly helper: Values;
  readonly members: number;
}

class FillingMaker {
  readonly #asked: FillingAsked;
  readonly #fields = new Map(vocabulary().map((field) => [field.key, field]));
  readonly #day: string;

  constructor(asked: FillingAsked) {
    this.#asked = asked;
    this.#day = dayInYear(asked.year, asked.today);
  }

  /** What is said of nobody: the year, the day, the office, who fills it in. */
  everywhere(count: number): Map<string, FormValue> {
    const { year, today, by, office } = this.#asked;
    const [years = '', month = '', day = ''] = today.split('-');
    return new Map<string, FormValue>([
      ['#year', { text: String(year), number: String(year) }],
      ['#today', { text: `${years}年${Number(month)}月${Number(day)}日`, day: today }],
      ['#office', { text: office }],
      ['#who', { text: by }],
      ['#count', { text: String(count), number: String(count) }],
    ]);
  }

  /** What is asked for of a row, with who helps its household. */
  of(values: Values, beside: Beside | undefined, targets: Iterable<string>): Map<string, FormValue> {
    const { level, today } = this.#asked;
    const own: Values = { ...beside?.helper, ...values };
    const age = ageOn(own, this.#day) ?? null;
    const born = birthOf(own) !== '' ? birthOf(own) : birthOf({ identityNo: own['headIdentityNo'] });
    const minor = (yearsOn(born, today) ?? 99) < 18;
    const found = new Map<string, FormValue>();
    for (const target of targets) {
      if (!opensTarget(target, level)) continue;
      const field = this.#fields.get(target);
      if (field) found.set(target, valueOf(field, own, level, minor));
      else if (target === '#age' && age !== null) found.set(target, { text: String(age), number: String(age) });
      else if (target === '#members' && beside) found.set(target, { text: String(beside.members), number: String(beside.members) });
      else if (target === '#address') found.set(target, { text: ['town', 'village', 'group'].map((key) => this.#place(key, own)).join('') });
    }
    return found;
  }

  #place(key: string, values: Values): string {
    const field = findField(key);
    return field ? valueOf(field, values, this.#asked.level, false).text : '';
  }
}

const listsOf = ({ sheets }: Form) => sheets.flatMap(({ sheet, skip, list }) => (skip || list === null ? [] : [{ sheet, list, targets: list.columns.flatMap(({ target }) => target ?? []) }]));
const placesOf = ({ sheets }: Form): string[] => [...new Set(sheets.flatMap(({ skip, places }) => (skip ? [] : places.flatMap(({ target }) => target ?? []))))];

const everyone = 'household';

/** What goes onto a form: once with everybody in its lists, or once for each household or person. */
export function makeFillings(register: RegisterFile, asked: FillingAsked): Fillings {
  const { form, who, year } = asked;
  const maker = new FillingMaker(asked);
  const lists = listsOf(form);
  const places = placesOf(form);
  const households = new Set<string>();
  const members = new Set<string>();
  const noted = (rows: readonly FormRow[]): void => {
    for (const { householdId, memberId } of rows) {
      if (householdId !== '') households.add(householdId);
      if (memberId !== '') members.add(memberId);
    }
  };
  const tables = lists.map((list) => ({ ...list, rows: readRows(register, list.list.subject, who, year, [...list.targets, ...places]) }));
  const about = form.each === 'once' ? [] : readRows(register, form.each === everyone ? 'households' : 'people', who, year, places).filter((row) => form.each === everyone || who.by === 'rows' || isThere(row));
  const beside = besidesHouseholds(register, [...tables.flatMap(({ rows }) => rows), ...about].map(({ householdId }) => householdId), year);
  const written = (rows: readonly FormRow[], targets: readonly string[]) =>
    rows.map((row, at) => new Map<string, FormValue>([['#ordinal', { text: String(at + 1), number: String(at + 1) }], ['#year', { text: String(year), number: String(year) }], ...maker.of(row.values, beside.get(row.householdId), targets)]));

  if (form.each === 'once') {
    const count = tables[0]?.rows.length ?? 0;
    if (tables.length > 0 && tables.every(({ rows }) => rows.length === 0)) throw nobody();
    for (const { rows } of tables) noted(rows);
    const shared = sharedValues(tables[0]?.rows ?? [], places);
    const first = tables[0]?.rows[0];
    return {
      fillings: [{ called: '', values: new Map([...maker.everywhere(count), ...maker.of(shared, first && beside.get(first.householdId), places.filter((key) => key in shared || key === '#address'))]), rows: new Map(tables.map(({ sheet, rows, targets }) => [sheet, written(rows, targets)])) }],
      rows: tables.reduce((sum, { rows }) => sum + rows.length, 0),
      households,
      members,
    };
  }
  if (about.length === 0) throw nobody();
  // A household's form speaks of its head, too.
  const heads = form.each === everyone ? headsOf(register, about, year, places) : new Map<string, FormRow>();
  noted(about);
  const fillings = about.map((row): Filling => {
    const head = heads.get(row.householdId);
    const own = tables.map(({ sheet, list, rows, targets }) => {
      const ofSubject = rows.filter((each) => (form.each === 'person' && each.memberId !== '' ? each.memberId === row.memberId : each.householdId === row.householdId));
      return { sheet, targets, rows: list.subject === 'people' ? ofSubject.filter(isThere) : ofSubject };
    });
    for (const { rows } of own) noted(rows);
    if (head) noted([head]);
    const called = textOf(row.values, form.each === everyone ? 'headName' : 'name') || textOf(row.values, 'householdNo').slice(-6) || '未写姓名';
    return {
      called,
      values: new Map([...maker.everywhere(own[0]?.rows.length ?? 0), ...maker.of({ ...head?.values, ...row.values }, beside.get(row.householdId), places)]),
      rows: new Map(own.map(({ sheet, rows, targets }) => [sheet, written(rows, targets)])),
    };
  });
  return { fillings, rows: fillings.length, households, members };
}

const nobody = (): Refusal => new Refusal('NOTHING_TO_PRINT', '没有符合条件的人或户可以填进这张表', { remedy: '请换一个范围' });

function headsOf(register: RegisterFile, households: readonly FormRow[], year: number, places: readonly string[]): Map<string, FormRow> {
  const people = readRows(register, 'people', { by: 'all' }, year, [...places, 'relation']);
  const wanted = new Set(households.map(({ householdId }) => householdId));
  return new Map(people.filter(({ householdId, values }) => wanted.has(householdId) && values['relation'] === '户主').map((row) => [row.householdId, row]));
}

/** What is the same in all rows of a list stands above it. */
function sharedValues(rows: readonly FormRow[], keys: readonly string[]): Values {
  const [first, ...others] = rows;
  if (!first) return {};
  return Object.fromEntries([...keys, 'town', 'village'].flatMap((key) => (key in first.values && others.every(({ values }) => values[key] === first.values[key]) ? [[key, first.values[key]]] : [])));
}
