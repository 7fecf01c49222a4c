import { helpsOn } from '../../../shared/register/helping.ts';
import type { Limits } from '../../../shared/checks/limits.ts';
import type { Condition } from '../../../shared/checks/simple/condition.ts';
import { householdTest } from '../../../shared/checks/simple/compile.ts';
import { Valued } from '../../../shared/checks/valued.ts';
import type { SheetItem } from '../../../shared/contract/sweeps.ts';
import type { SheetState } from '../../../shared/sweeps/sheet-state.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { ageOn } from '../../../shared/register/age.ts';
import { textOf, type HouseholdFacts } from '../../../shared/register/facts.ts';
import { kindOf } from '../../../shared/register/field.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import { isHere } from '../../../shared/register/who.ts';
import { lacksOf, sameAnswer, unanswered, type Answer, type Form, type FormItem } from '../../../shared/sweeps/form.ts';
import { passed, type Level } from '../../../shared/papers/gate.ts';
import type { RegisterFile } from '../storage/register-file.ts';

type Values = Readonly<Record<string, Stored | undefined>>;

/** One household's sheet as it is stored: its head, and what both entries read, item by item. */
export interface StoredSheet {
  readonly id: string;
  readonly values: Values;
  readonly answers: ReadonlyMap<string, { readonly id: string; readonly values: Values }>;
}

export const saidIn = (ledger: 'surveySheet' | 'surveyAnswer', values: Values, key: string): string => String(values[`${ledger}.${key}`] ?? '');

const stored = `SELECT id, ledger, householdId, data FROM entry WHERE ledger IN ('surveySheet', 'surveyAnswer')
  AND (?1 IS NULL OR householdId = ?1) AND householdId IS NOT NULL
  AND coalesce(data ->> '$."surveySheet.form"', data ->> '$."surveyAnswer.form"') = ?2 AND coalesce(data ->> '$."surveySheet.round"', data ->> '$."surveyAnswer.round"') = ?3`;
const ofOne = stored.replace('(?1 IS NULL OR householdId = ?1)', 'householdId = ?1');

/** Sheets of a round by household; with an id only that one. */
export function storedSheets(register: RegisterFile, form: string, round: string, householdId?: string): Map<string, StoredSheet> {
  const rows = register.sql(householdId === undefined ? stored : ofOne).all(householdId ?? null, form, round) as { id: string; ledger: string; householdId: string; data: string }[];
  const heads = new Map<string, { id: string; values: Values }>();
  const answers = new Map<string, Map<string, { id: string; values: Values }>>();
  for (const { id, ledger, householdId: whose, data } of rows) {
    const values = JSON.parse(data) as Values;
    if (ledger === 'surveySheet') heads.set(whose, { id, values });
    else {
      const own = answers.get(whose) ?? new Map<string, { id: string; values: Values }>();
      own.set(saidIn('surveyAnswer', values, 'item'), { id, values });
      answers.set(whose, own);
    }
  }
  return new Map([...heads].map(([whose, head]) => [whose, { ...head, answers: answers.get(whose) ?? new Map<string, { id: string; values: Values }>() }]));
}

/** 6 to 15: walls-and-forms.md §5.3. */
const compulsory = [6, 15] as const;

/** The items that a household is asked. */
export function itemsFor({ items }: Form, household: HouseholdFacts, today: string): FormItem[] {
  const pupils = household.members.some((member) => {
    const age = isHere(member) ? ageOn(member.values, today) : null;
    return age !== null && age >= compulsory[0] && age <= compulsory[1];
  });
  return items.filter(({ of }) => of !== 'schoolAge' || pupils);
}

const answerOf = (values: Values | undefined, again: boolean): Answer =>
  values === undefined ? unanswered : { answer: saidIn('surveyAnswer', values, again ? 'again' : 'answer'), reason: saidIn('surveyAnswer', values, again ? 'againReason' : 'reason') };

/** A field of the household, of each of its people or of each helper, as it may be seen on a level: 张试一 是、李试二 否. */
function knownOf(key: string, household: HouseholdFacts, level: Level, day: string): string {
  const own = field(key);
  const shown = (values: Values): string => {
    const text = passed(own, values[key] ?? null, level);
    return text === '' ? '' : `${text}${own.unit ?? ''}`;
  };
  if (own.entity === 'helper') return household.helpers.filter((helper) => helpsOn(helper, day)).map(({ values }) => shown(values)).filter((text) => text !== '').join('、');
  if (own.entity === 'member' || own.entity === 'memberYear') {
    const said = household.members.filter(isHere).map(({ values }) => ({ name: textOf(values, 'name'), text: shown(values) })).filter(({ text }) => text !== '');
    return said.map(({ name, text }) => `${name} ${text}`).join('、');
  }
  return shown(household.values);
}

/** What the register knows beside an item: 人均纯收入：5,600.00；… */
export const knownBeside = ({ known }: FormItem, household: HouseholdFacts, level: Level, day: string): string =>
  known.flatMap((key) => {
    const text = knownOf(key, household, level, day);
    return text === '' ? [] : [`${field(key).label}：${text}`];
  }).join('；');

const tests = new WeakMap<Condition, ReturnType<typeof householdTest>>();
/** A condition is made once, not for each household. */
function testOf(condition: Condition): ReturnType<typeof householdTest> {
  let found = tests.get(condition);
  if (!found) tests.set(condition, (found = householdTest(condition)));
  return found;
}

/** What the register says against an answer: a condition of the form, or another value of the same field. */
function againstOf({ against, same }: FormItem, { answer }: Answer, household: HouseholdFacts, limits: Limits, day: string): string[] {
  if (answer === '') return [];
  const said = against.filter((each) => each.answer === answer && testOf(each.when)(new Valued(household.values), { limits }) === true).map(({ says }) => says);
  return same === undefined ? said : [...said, ...differsFrom(same, answer, household, day)];
}

/** Another account's value held against the register's, read by the field's own kind. */
function differsFrom(key: string, answer: string, household: HouseholdFacts, day: string): string[] {
  const own = field(key);
  const mine = own.entity === 'helper' ? household.helpers.filter((helper) => helpsOn(helper, day)).map(({ values }) => values[key] ?? null) : [household.values[key] ?? null];
  const reading = kindOf(own).read(answer === '空' ? '' : answer, { today: '9999-12-31', typed: true });
  const value = reading.ok ? reading.value : answer;
  if (mine.includes(value) || (value === null && mine.length === 0)) return [];
  const shown = mine.map((each) => kindOf(own).show(each)).filter((text) => text !== '').join('、');
  return [`登记册里“${own.label}”是 ${shown || '空'}`];
}

export interface LookedAt {
  readonly items: readonly SheetItem[];
  readonly state: SheetState;
}

/** A sheet held against its form and the register. */
export function lookAtSheet(form: Form, household: HouseholdFacts, sheet: StoredSheet | undefined, { today, limits, level }: { readonly today: string; readonly limits: Limits; readonly level: Level }): LookedAt {
  const twice = sheet !== undefined && saidIn('surveySheet', sheet.values, 'second') !== '';
  const settled = sheet !== undefined && saidIn('surveySheet', sheet.values, 'settledOn') !== '';
  const items = itemsFor(form, household, today).map((item): SheetItem => {
    const values = sheet?.answers.get(item.key)?.values;
    const answer = answerOf(values, false);
    return { item, known: knownBeside(item, household, level, today), answer, again: twice ? answerOf(values, true) : null, lacks: lacksOf(item, answer), against: againstOf(item, answer, household, limits, today) };
  });
  return { items, state: stateOf(items, sheet !== undefined, twice, settled) };
}

function stateOf(items: readonly SheetItem[], there: boolean, twice: boolean, settled: boolean): SheetState {
  if (!there) return 'none';
  if (items.some(({ lacks }) => lacks !== null)) return 'partial';
  if (settled) return 'settled';
  return twice && items.some(({ answer, again }) => again !== null && !sameAnswer(answer, again)) ? 'differs' : twice ? 'settled' : 'first';
}

/** Whether the answer is a problem: by the form, or, where another account is held against the register, because it differs. */
export const isWrong = ({ item, answer, against }: SheetItem): boolean => item.wrong.includes(answer.answer) || (item.same !== undefined && against.length > 0);

