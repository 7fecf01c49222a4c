import type { HouseholdSheet, SheetLine, SurveySheet, SweepPlace, SweepProgress, SweepResult, SweepWrong } from '../../../shared/contract/sweeps.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { limitsIn, type LimitSet } from '../../../shared/checks/limits.ts';
import { textOf, type HouseholdFacts } from '../../../shared/register/facts.ts';
import { isHere } from '../../../shared/register/who.ts';
import type { Form } from '../../../shared/sweeps/form.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readFacts } from '../tables/facts.ts';
import { roundOn } from '../../../shared/sweeps/form.ts';
import { deadlineOf, knownForms } from './forms.ts';
import { isWrong, lookAtSheet, saidIn, storedSheets, type LookedAt } from './sheets.ts';

export interface Asked {
  readonly form: Form;
  readonly round: string;
  readonly today: string;
  /** Thresholds that the office set. */
  readonly limits: readonly LimitSet[];
}

/** Households that the form is about in its round, or the one of them: everybody who still has somebody, or who is under observation then. */
export function askedHouseholds(register: RegisterFile, { form, round }: Asked, only?: string): HouseholdFacts[] {
  const year = Number(round.slice(0, 4));
  const all = readFacts(register, { year, ledgers: form.of === 'observed' ? ['observed'] : [], ...(only === undefined ? {} : { ids: [only] }) });
  const here = all.filter(({ members }) => members.some(isHere));
  if (form.of === 'all') return here;
  const until = (text: string): string => text || '9999-12';
  return here.filter(({ records }) => (records['observed'] ?? []).some(({ values }) => textOf(values, 'observed.since') <= `${round}-99` && until(textOf(values, 'observed.until')) >= round));
}

interface Seen extends LookedAt {
  readonly household: HouseholdFacts;
}

export function lookAtAll(register: RegisterFile, asked: Asked): Seen[] {
  const { form, round, today } = asked;
  const sheets = storedSheets(register, form.key, round);
  const around = { today, limits: limitsIn(Number(round.slice(0, 4)), asked.limits), level: 'reduced' as const };
  return askedHouseholds(register, asked).map((household) => ({ household, ...lookAtSheet(form, household, sheets.get(household.id), around) }));
}

const lineOf = ({ household, items, state }: Seen): SheetLine => ({
  householdId: household.id,
  household: textOf(household.values, 'householdNo'),
  head: textOf(household.values, 'headName'),
  town: textOf(household.values, 'town'),
  village: textOf(household.values, 'village'),
  people: household.members.filter(isHere).length,
  state,
  wrong: items.filter(isWrong).length,
  against: items.filter(({ item, against }) => item.same === undefined && against.length > 0).length,
});

const entered = ({ state }: SheetLine): boolean => state !== 'none' && state !== 'partial';

function placeOf(town: string, village: string, lines: readonly SheetLine[]): SweepPlace {
  const settled = lines.filter(({ state }) => state === 'settled');
  const people = (of: readonly SheetLine[]): number => of.reduce((sum, line) => sum + line.people, 0);
  return { town, village, households: lines.length, people: people(lines), entered: lines.filter(entered).length, settled: settled.length, settledPeople: people(settled), wrong: lines.reduce((sum, line) => sum + line.wrong, 0) };
}

/** How far the round is, by street and village, and which household stands where. */
export function sweepProgress(register: RegisterFile, asked: Asked): SweepProgress {
  const { form, round, today } = asked;
  const lines = lookAtAll(register, asked).map(lineOf);
  const towns = [...new Set(lines.map(({ town }) => town))];
  const places = towns.flatMap((town) => {
    const own = lines.filter((line) => line.town === town);
    return [placeOf(town, '', own), ...[...new Set(own.map(({ village }) => village))].map((village) => placeOf(town, village || '（没有写村）', own.filter((line) => line.village === village)))];
  });
  const deadline = deadlineOf(form, round);
  return { title: form.title, round, deadline, overdue: deadline !== '' && today > deadline && lines.some(({ state }) => state !== 'settled'), places: [...places, placeOf('合计', '', lines)], lines };
}

/** One household's sheet; `hide`: nothing of what was typed is told. */
export function surveySheet(register: RegisterFile, asked: Asked, householdId: string, hide: boolean): SurveySheet {
  const { form, round, today } = asked;
  const [household] = readFacts(register, { year: Number(round.slice(0, 4)), ids: [householdId] });
  if (!household) throw new Refusal('NOT_FOUND', '这一户已不在登记册里', { remedy: '请重新选一户' });
  const sheet = storedSheets(register, form.key, round, householdId).get(householdId);
  const { items, state } = lookAtSheet(form, household, sheet, { today, limits: limitsIn(Number(round.slice(0, 4)), asked.limits), level: 'reduced' });
  const said = (key: string): string => (sheet ? saidIn('surveySheet', sheet.values, key) : '');
  return {
    household: textOf(household.values, 'householdNo'), head: textOf(household.values, 'headName'), village: textOf(household.values, 'village'),
    revision: register.log.revision, state, on: said('on'), by: said('by'), respondent: said('respondent'), first: said('first'), second: said('second'), settledOn: said('settledOn'),
    items: hide ? items.map((item) => ({ ...item, answer: { answer: '', reason: '' }, again: null, lacks: null, against: [] })) : items,
  };
}

const told = `SELECT DISTINCT data ->> '$."surveySheet.form"' AS form, data ->> '$."surveySheet.round"' AS round FROM entry WHERE ledger = 'surveySheet' AND householdId = ?`;

/** A household's sheets of all forms and rounds, and those that it is to be asked in the year: a monthly form in the month of today. */
export function sheetsOfHousehold(register: RegisterFile, { householdId, year }: { readonly householdId: string; readonly year: number }, { today, limits }: Pick<Asked, 'today' | 'limits'>): HouseholdSheet[] {
  const there = register.sql(told).all(householdId) as { form: string; round: string }[];
  return knownForms(register).flatMap(({ form }) => {
    const now = form.every === 'month' ? (today.startsWith(String(year)) ? roundOn(form, today) : '') : String(year);
    const rounds = new Set(there.filter((each) => each.form === form.key).map(({ round }) => round));
    if (now !== '' && askedHouseholds(register, { form, round: now, today, limits }, householdId).length > 0) rounds.add(now);
    return [...rounds].flatMap((round): HouseholdSheet[] => {
      const [household] = readFacts(register, { year: Number(round.slice(0, 4)), ids: [householdId] });
      if (!household) return [];
      const sheet = storedSheets(register, form.key, round, householdId).get(householdId);
      const { items, state } = lookAtSheet(form, household, sheet, { today, limits: limitsIn(Number(round.slice(0, 4)), limits), level: 'reduced' });
      const said = (key: string): string => (sheet ? saidIn('surveySheet', sheet.values, key) : '');
      const wrong = items.filter(isWrong).map(({ item, answer, against }) => ({ label: item.label, answer: answer.answer, reason: answer.reason || against.join('；') }));
      return [{ form: form.key, title: form.title, round, state, on: said('on'), by: said('by'), deadline: deadlineOf(form, round), wrong }];
    });
  }).toSorted((a, b) => (a.round === b.round ? 0 : a.round < b.round ? 1 : -1));
}

/** What was answered, item by item and village by village, of sheets that were typed whole; and what is wrong, by name. */
export function sweepResults(register: RegisterFile, asked: Asked): { results: SweepResult[]; wrong: SweepWrong[] } {
  const seen = lookAtAll(register, asked).filter((each) => entered(lineOf(each)));
  const villages = [...new Set(seen.map(({ household }) => textOf(household.values, 'village')))];
  const count = (key: string, of: readonly Seen[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { items } of of) for (const { item, answer } of items) if (item.key === key) counts[answer.answer] = (counts[answer.answer] ?? 0) + 1;
    return counts;
  };
  const results = asked.form.items.flatMap(({ key, group, label, choices, wrong }): SweepResult[] => choices === undefined ? [] : [{
    key, group, label, choices, wrong,
    rows: [...villages.map((village) => ({ place: village || '（没有写村）', counts: count(key, seen.filter(({ household }) => textOf(household.values, 'village') === village)) })), { place: '合计', counts: count(key, seen) }],
  }]);
  const wrong = seen.flatMap(({ household, items }) => items.filter(isWrong).map(({ item, answer, against }): SweepWrong => ({
    householdId: household.id, household: textOf(household.values, 'householdNo'), head: textOf(household.values, 'headName'), village: textOf(household.values, 'village'),
    label: item.label, answer: answer.answer, reason: answer.reason || against.join('；'),
  })));
  return { results, wrong };
}

