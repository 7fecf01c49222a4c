import type { Limits } from '../../../shared/checks/limits.ts';
import type { Discipline, MovementRow } from '../../../shared/contract/accounts.ts';
import { evaluated, movementPapers, procedureFaults, procedureOf, statusPapers, type DisciplinePaper } from '../../../shared/plan/discipline.ts';
import { numberOf, textOf, type HouseholdFacts, type RecordFacts } from '../../../shared/register/facts.ts';
import { isHere } from '../../../shared/register/who.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readFacts } from '../tables/facts.ts';

const read = ['status', 'movement', 'document', 'exitReview', 'monitorStep'] as const;

const monthsFrom = (from: string, until: string): number => (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(until.slice(5, 7)) - Number(from.slice(5, 7));
const recordsOf = (household: HouseholdFacts, ledger: (typeof read)[number]): readonly RecordFacts[] => household.records[ledger] ?? [];
const inYear = (on: string, year: number): boolean => on.startsWith(String(year));

/** Papers that are not on file: of the household, and, of a change of one person, that person's too. */
function missing(papers: readonly DisciplinePaper[], household: HouseholdFacts, memberId: string | null): string[] {
  const there = recordsOf(household, 'document').filter((record) => record.memberId === null || record.memberId === memberId).map(({ values }) => textOf(values, 'document.kind'));
  return papers.filter(({ kinds }) => !kinds.some((kind) => there.includes(kind))).map(({ label }) => label);
}

function statusRow(household: HouseholdFacts, { id, values }: RecordFacts, limits: Limits): MovementRow {
  const [kind, on, paper] = [textOf(values, 'status.kind'), textOf(values, 'status.on'), textOf(values, 'status.paper')];
  const lacks = [...(on.length < 7 ? ['变动的年月'] : []), ...(paper === '' ? ['依据材料的名称'] : []), ...missing(statusPapers[kind] ?? [], household, null)];
  const faults: string[] = [];
  if (evaluated.has(kind)) {
    const reviews = recordsOf(household, 'exitReview').filter((record) => textOf(record.values, 'exitReview.on') >= on.slice(0, 4));
    if (reviews.length === 0) lacks.push('第三方评估');
    if (reviews.some((record) => textOf(record.values, 'exitReview.result') === '不通过')) faults.push('第三方评估不通过');
  }
  const procedure = procedureOf[kind];
  if (procedure) {
    const done = recordsOf(household, 'monitorStep').filter((record) => textOf(record.values, 'monitorStep.kind') === procedure).map((record) => ({ step: textOf(record.values, 'monitorStep.step'), on: textOf(record.values, 'monitorStep.on'), until: textOf(record.values, 'monitorStep.until') }));
    faults.push(...procedureFaults(done, { postingDays: limits.postingDays ?? 0, procedureDays: limits.procedureDays ?? 0, kind: procedure }));
    faults.push(...(procedure === '纳入' ? overLine(household, limits) : clearedTooSoon(household, on, limits)));
  }
  return rowOf(household, id, { kind, detail: textOf(values, 'status.detail'), on, person: '', lacks, faults });
}

/** Somebody is watched for the line of the year; only a sudden blow may strike who is above it. */
function overLine({ values }: HouseholdFacts, { monitoringLine }: Limits): string[] {
  const income = numberOf(values, 'perCapitaIncome');
  if (monitoringLine === null || income === null || income < monitoringLine || textOf(values, 'monitoredKind') === '突发严重困难户') return [];
  return [`人均纯收入 ${(income / 100).toFixed(2)} 元，不低于监测线 ${(monitoringLine / 100).toFixed(2)} 元，请写明风险`];
}

function clearedTooSoon(household: HouseholdFacts, on: string, { clearMonths }: Limits): string[] {
  const entered = recordsOf(household, 'status').filter(({ values }) => textOf(values, 'status.kind') === '纳入监测').map(({ values }) => textOf(values, 'status.on')).filter((month) => month.length >= 7 && month <= on).toSorted().at(-1);
  if (clearMonths === null || entered === undefined || on.length < 7 || monthsFrom(entered, on) >= clearMonths) return [];
  return [`${entered} 纳入，只过了 ${monthsFrom(entered, on)} 个月就消除，不足 ${clearMonths} 个月`];
}

function movementRow(household: HouseholdFacts, { id, memberId, values }: RecordFacts): MovementRow {
  const [reason, on, paper] = [textOf(values, 'movement.reason'), textOf(values, 'movement.on'), textOf(values, 'movement.paper')];
  const member = household.members.find((each) => each.id === memberId);
  const lacks = [...(reason === '' ? ['变动原因'] : []), ...(on.length < 10 ? ['变动日期'] : []), ...(paper === '' ? ['依据材料的名称'] : []), ...missing(movementPapers[reason] ?? [], household, memberId)];
  return rowOf(household, id, { kind: textOf(values, 'movement.kind'), detail: reason, on, person: textOf(member?.values ?? {}, 'name'), lacks, faults: [] });
}

const rowOf = ({ id, values }: HouseholdFacts, recordId: string, told: Pick<MovementRow, 'kind' | 'detail' | 'on' | 'person' | 'lacks' | 'faults'>): MovementRow => ({
  recordId, householdId: id, household: textOf(values, 'householdNo'), head: textOf(values, 'headName'), village: textOf(values, 'village'), ...told,
});

/** What happened in a year to households and people, each held against the papers and steps that it must have; and who is under watch. */
export function discipline(register: RegisterFile, year: number, limits: Limits): Discipline {
  const households = readFacts(register, { year, ledgers: [...read] });
  const rows = households.flatMap((household) => [
    ...recordsOf(household, 'status').filter(({ values }) => textOf(values, 'status.on') === '' || inYear(textOf(values, 'status.on'), year)).map((record) => statusRow(household, record, limits)),
    ...recordsOf(household, 'movement').filter((record) => record.year === year || inYear(textOf(record.values, 'movement.on'), year)).map((record) => movementRow(household, record)),
  ]).toSorted((a, b) => b.lacks.length + b.faults.length - (a.lacks.length + a.faults.length));
  const whole = ({ lacks, faults }: MovementRow): boolean => lacks.length + faults.length === 0;
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const watched = households.filter(({ values }) => textOf(values, 'monitoredKind') !== '');
  return {
    year, rows, line: limits.monitoringLine === null ? null : limits.monitoringLine / 100,
    counts: kinds.map((kind) => ({ kind, all: rows.filter((row) => row.kind === kind).length, whole: rows.filter((row) => row.kind === kind && whole(row)).length })),
    watched: [...new Set(watched.map(({ values }) => textOf(values, 'monitoredKind')))].map((kind) => {
      const own = watched.filter(({ values }) => textOf(values, 'monitoredKind') === kind);
      return { kind, households: own.length, people: own.reduce((sum, { members }) => sum + members.filter(isHere).length, 0), cleared: own.filter(({ values }) => textOf(values, 'riskCleared') === '是').length };
    }),
  };
}
