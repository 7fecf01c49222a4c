import type { Level } from '../../../shared/papers/gate.ts';
import { textOf, type HouseholdFacts, type RecordFacts } from '../../../shared/register/facts.ts';
import { ledgerOf } from '../../../shared/register/ledgers/index.ts';
import type { Ground } from '../../../shared/reports/ground.ts';
import { asked, isPeriod, periodOf } from '../../../shared/reports/periods.ts';
import type { PeriodKind, Report, Unit } from '../../../shared/reports/report.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { problemRows } from '../problems/problem-rows.ts';
import { readFacts, readRecords } from '../tables/facts.ts';
import { reportNotes } from './report-notes.ts';

const ofHousehold = (household: HouseholdFacts): Unit => {
  const [village, head] = [textOf(household.values, 'village'), textOf(household.values, 'headName') || `户编号 ${textOf(household.values, 'householdNo')}`];
  return { id: household.id, label: village === '' ? head : `${head}（${village}）`, town: textOf(household.values, 'town'), village, household, record: null };
};

/** A record that stands for itself is called by what it is known by; its street is the field of that name where it has one. */
function ofRecord(ledger: string, record: RecordFacts): Unit {
  const { keys, fields } = ledgerOf(ledger);
  const label = keys.map((key) => textOf(record.values, key)).find((text) => text !== '') ?? textOf(record.values, fields[0]?.key ?? '');
  return { id: record.id, label: label === '' ? '（没有名称）' : label, town: textOf(record.values, `${ledger}.town`), village: '', household: null, record };
}

/** In walking order with the household that it is about, those about none at the end. Of its evidence there is what is still there. */
function problemUnits(register: RegisterFile, households: readonly Unit[], today: string): Unit[] {
  const ofHouseholds = new Map(households.map((unit, at) => [unit.id, { unit, at }]));
  const units = problemRows(register, today).map(({ id, householdId, town, village, values, evidence }) => {
    const about = ofHouseholds.get(householdId ?? '');
    const record: RecordFacts = { id, memberId: null, year: null, values: { ...values, 'problem.evidence': evidence.map((each) => each.id).join(' ') } };
    const label = [about?.unit.label ?? village, textOf(values, 'problem.text')].filter((part) => part !== '').join('：');
    return { at: about?.at ?? households.length, unit: { id, label, town, village, household: about?.unit.household ?? null, record } };
  });
  return units.toSorted((one, other) => one.at - other.at).map(({ unit }) => unit);
}

const periodWords: Readonly<Record<PeriodKind, string>> = { year: '年度，如 2020', quarter: '季度，如 2020-Q1', month: '月份，如 2020-03', day: '日期，如 2020-03-31' };

/** What a report is made from: the register as it is, the period, and what the clerk wrote beside its rows. */
export function reportGround(register: RegisterFile, report: Report, of: { readonly period?: string | undefined; readonly level: Level; readonly today: string }): Ground {
  const period = of.period ?? periodOf(report.period, of.today);
  if (!isPeriod(report.period, period)) throw new Refusal('WRONG_USAGE', `“${report.title}”要的是${periodWords[report.period]}`, { where: period, remedy: '请改正后再出报表' });
  const wanted = asked(report.period, period, of.today);
  const counted = new Set(report.sheets.flatMap((sheet) => (sheet.kind === 'items' || sheet.of === 'households' ? [] : [sheet.of.ledger])));
  const oneByOne = (key: string): boolean => counted.has(key) || ledgerOf(key).about === 'nobody';
  const households = readFacts(register, { year: wanted.year, ledgers: report.ledgers.filter((key) => !oneByOne(key)) }).map(ofHousehold);
  const unitsOf = (ledger: string): Unit[] => (ledger === 'problem' ? problemUnits(register, households, of.today) : readRecords(register, ledger).map((record) => ofRecord(ledger, record)));
  return {
    asked: wanted,
    level: of.level,
    office: register.meta('office') ?? '',
    revision: register.log.revision,
    households,
    records: Object.fromEntries(report.ledgers.filter(oneByOne).map((ledger) => [ledger, unitsOf(ledger)])),
    notes: reportNotes(register, report.key, period),
  };
}
