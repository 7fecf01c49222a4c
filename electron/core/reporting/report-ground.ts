import type { Level } from '../../../shared/papers/gate.ts';
import { textOf, type HouseholdFacts } from '../../../shared/register/facts.ts';
import { ledgerOf } from '../../../shared/register/ledgers/index.ts';
import type { Ground } from '../../../shared/reports/ground.ts';
import { asked, isPeriod, periodOf } from '../../../shared/reports/periods.ts';
import type { PeriodKind, Report, Unit } from '../../../shared/reports/report.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readFacts, readRecords } from '../tables/facts.ts';
import { reportNotes } from './report-notes.ts';

const ofHousehold = (household: HouseholdFacts): Unit => {
  const [village, head] = [textOf(household.values, 'village'), textOf(household.values, 'headName') || `户编号 ${textOf(household.values, 'householdNo')}`];
  return { id: household.id, label: village === '' ? head : `${head}（${village}）`, town: textOf(household.values, 'town'), village, household, record: null, ledger: null };
};

/** The records of a ledger one by one: in walking order with the household that each is about, those about none at the end. */
function recordUnits(register: RegisterFile, key: string, households: readonly Unit[]): Unit[] {
  const { about, keys, fields, village: inVillage } = ledgerOf(key);
  const ofHouseholds = new Map(households.map((unit, at) => [unit.id, { unit, at }]));
  const units = readRecords(register, key).map(({ householdId, ...record }) => {
    const found = ofHouseholds.get(householdId ?? '');
    const called = keys.map((each) => textOf(record.values, each)).find((text) => text !== '') ?? textOf(record.values, fields[0]?.key ?? '');
    // About a household or not, a record of such a ledger has its village.
    const named = about === 'nobody' ? inVillage : `${key}.village`;
    const village = found?.unit.village ?? (named === null ? '' : textOf(record.values, named));
    const label = [found?.unit.label ?? (named === inVillage ? '' : village), called].filter((part) => part !== '').join('：') || '（没有名称）';
    return { at: found?.at ?? households.length, unit: { id: record.id, label, town: found?.unit.town ?? textOf(record.values, `${key}.town`), village, household: found?.unit.household ?? null, record, ledger: key } };
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
  const oneByOne = (key: string): boolean => counted.has(key) || ledgerOf(key).alone;
  const households = readFacts(register, { year: wanted.year, ledgers: report.ledgers.filter((key) => !oneByOne(key)) }).map(ofHousehold);
  return {
    asked: wanted,
    level: of.level,
    office: register.meta('office') ?? '',
    revision: register.log.revision,
    households,
    records: Object.fromEntries(report.ledgers.filter(oneByOne).map((ledger) => [ledger, recordUnits(register, ledger, households)])),
    notes: reportNotes(register, report.key, period),
  };
}
