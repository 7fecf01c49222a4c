import { Refusal } from '../../../shared/contract/errors.ts';
import type { SheetState } from '../../../shared/sweeps/sheet-state.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { plainName } from '../../../shared/fields/plain-name.ts';
import { textOf, type HouseholdFacts } from '../../../shared/register/facts.ts';
import { field } from '../../../shared/register/vocabulary.ts';
import { lacksOf, sameAnswer, unanswered, type Answer, type Form } from '../../../shared/sweeps/form.ts';
import { newId } from '../storage/new-id.ts';
import type { Writer } from '../storage/commands.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readTyped } from '../tables/typed-value.ts';
import { itemsFor, saidIn, storedSheets, type StoredSheet } from './sheets.ts';

export interface Entered {
  readonly entry: 'first' | 'second';
  readonly typist: string;
  readonly on: string;
  readonly by: string;
  readonly respondent: string;
  readonly answers: Readonly<Record<string, Answer>>;
}

interface Ground {
  readonly form: Form;
  readonly round: string;
  readonly household: HouseholdFacts;
  readonly today: string;
}

const nameOf = ({ values }: HouseholdFacts): string => textOf(values, 'headName') || textOf(values, 'householdNo');

type Told = Readonly<Record<string, Stored>>;

/** Writes a record over what stands there, or anew. */
function put(writer: Writer, ledger: 'surveySheet' | 'surveyAnswer', there: { readonly id: string; readonly values: Readonly<Record<string, Stored | undefined>> } | undefined, householdId: string, keys: Told, told: Told): void {
  const named = (of: Told): [string, Stored][] => Object.entries(of).map(([key, value]) => [`${ledger}.${key}`, value === '' ? null : value]);
  if (!there) {
    writer.create('entry', newId(), { ledger, householdId, ...Object.fromEntries([...named(keys), ...named(told)].filter(([, value]) => value !== null)) });
    return;
  }
  const changes = named(told).flatMap(([column, value]) => {
    const old = there.values[column] ?? null;
    return old === value ? [] : [{ column, old, value }];
  });
  if (changes.length > 0) writer.setAll('entry', there.id, changes);
}

/** Writes what was typed from the paper: one command. */
export function enterSheet(register: RegisterFile, { form, round, household, today }: Ground, entered: Entered): { label: string; state: SheetState } {
  const where = `${form.title} · ${nameOf(household)}`;
  const second = entered.entry === 'second';
  const sheet = storedSheets(register, form.key, round, household.id).get(household.id);
  const items = itemsFor(form, household, today);
  if (entered.typist === '') throw new Refusal('VALUE_REFUSED', '没有写录入人', { where, remedy: '请写录入人的姓名' });
  for (const [key, { answer }] of Object.entries(entered.answers)) {
    const item = items.find((each) => each.key === key);
    if (!item) throw new Refusal('WRONG_USAGE', `这一户不问“${key}”`, { where });
    if (answer !== '' && item.choices && !item.choices.includes(answer)) throw new Refusal('VALUE_REFUSED', `“${item.label}”不能答“${answer}”`, { where, remedy: `请答${item.choices.join('、')}` });
  }
  const typed = new Map(items.map(({ key }) => [key, entered.answers[key] ?? unanswered]));
  if (second) mayBeSecond(sheet, entered, where, items.some((item) => lacksOf(item, firstOf(sheet, item.key)) !== null));
  const on = entered.on === '' ? '' : String(readTyped(field('surveySheet.on'), entered.on, today, where) ?? '');
  const missing = items.filter((item) => lacksOf(item, typed.get(item.key) ?? unanswered) !== null);
  if (second && missing[0]) throw new Refusal('VALUE_REFUSED', `第二遍还差 ${missing.length} 项：${missing[0].label}等`, { where, remedy: '请照纸表录完再比对' });
  const agree = second && items.every(({ key }) => sameAnswer(firstOf(sheet, key), typed.get(key) ?? unanswered));
  const label = `录入${where}，第${second ? '二' : '一'}遍，${entered.typist}`;
  register.log.run({ kind: 'edit', label }, (writer) => {
    const keys = { form: form.key, round };
    put(writer, 'surveySheet', sheet, household.id, keys, second ? { second: entered.typist, settledOn: agree ? today : null } : { on, by: entered.by, respondent: entered.respondent, first: entered.typist, second: null, settledOn: null });
    for (const [key, { answer, reason }] of typed) {
      const there = sheet?.answers.get(key);
      if (!there && answer === '') continue;
      put(writer, 'surveyAnswer', there, household.id, { ...keys, item: key }, second ? { again: answer, againReason: reason } : { answer, reason, again: null, againReason: null });
    }
  });
  return { label, state: second ? (agree ? 'settled' : 'differs') : missing.length > 0 ? 'partial' : 'first' };
}

const firstOf = (sheet: StoredSheet | undefined, key: string): Answer => {
  const values = sheet?.answers.get(key)?.values;
  return values ? { answer: saidIn('surveyAnswer', values, 'answer'), reason: saidIn('surveyAnswer', values, 'reason') } : unanswered;
};

/** The second entry is somebody else's, of a sheet that was typed whole. */
function mayBeSecond(sheet: StoredSheet | undefined, { typist }: Entered, where: string, incomplete: boolean): void {
  if (!sheet || incomplete) throw new Refusal('VALUE_REFUSED', '第一遍还没有录完', { where, remedy: '请先录完第一遍' });
  const first = saidIn('surveySheet', sheet.values, 'first');
  if (plainName(typist) === plainName(first)) throw new Refusal('VALUE_REFUSED', `第一遍是${first}录的，第二遍要另一个人`, { where, remedy: '请换一个人录第二遍' });
  if (saidIn('surveySheet', sheet.values, 'settledOn') !== '') throw new Refusal('VALUE_REFUSED', '这张表已经核定', { where, remedy: '要改的，重新录第一遍' });
}

/** Which entry is right, for every item on which they differ: one command, after which the sheet is settled. */
export function settleSheet(register: RegisterFile, { form, round, household, today }: Ground, choices: Readonly<Record<string, 'first' | 'second'>>): { label: string } {
  const where = `${form.title} · ${nameOf(household)}`;
  const sheet = storedSheets(register, form.key, round, household.id).get(household.id);
  if (!sheet || saidIn('surveySheet', sheet.values, 'second') === '') throw new Refusal('VALUE_REFUSED', '还没有录第二遍', { where, remedy: '请另一个人录第二遍' });
  const differing = itemsFor(form, household, today).flatMap((item) => {
    const there = sheet.answers.get(item.key);
    const again = { answer: there ? saidIn('surveyAnswer', there.values, 'again') : '', reason: there ? saidIn('surveyAnswer', there.values, 'againReason') : '' };
    return there && !sameAnswer(firstOf(sheet, item.key), again) ? [{ item, there, again }] : [];
  });
  const open = differing.find(({ item }) => choices[item.key] === undefined);
  if (open) throw new Refusal('VALUE_REFUSED', `“${open.item.label}”两遍不一样，还没有定`, { where, remedy: '请对照纸表，每一项选一遍' });
  const label = `核定${where}，${differing.length} 项以选定的为准`;
  register.log.run({ kind: 'edit', label }, (writer) => {
    for (const { item, there, again } of differing) {
      const right = choices[item.key] === 'second' ? again : firstOf(sheet, item.key);
      put(writer, 'surveyAnswer', there, household.id, {}, { ...right, again: right.answer, againReason: right.reason });
    }
    put(writer, 'surveySheet', sheet, household.id, {}, { settledOn: today });
  });
  return { label };
}
