import type { InspectedHousehold, InspectionFinding, InspectionRecord, InspectionScore } from '../../../shared/contract/inspections.ts';
import type { InspectionResult } from '../../../shared/register/codes/inspection-codes.ts';
import { textOf } from '../../../shared/register/facts.ts';
import { isHere } from '../../../shared/register/who.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readFacts } from '../tables/facts.ts';
import { findingsOfInspection } from './findings.ts';
import { inspectionHead, keptDraws } from './inspection-log.ts';

type StoredHousehold = Pick<InspectedHousehold, 'number' | 'position' | 'draw' | 'stratum' | 'householdId' | 'reason' | 'replaces' | 'replacedBy' | 'looks'>;

const households = `SELECT h.number, h.position, h.draw, h.stratum, h.householdId, h.reason, h.replaces,
    (SELECT o.number FROM inspectionHousehold o WHERE o.replaces = h.number) AS replacedBy,
    (SELECT count(*) FROM inspectionShown s, json_each(s.households) i WHERE s.inspection = h.inspection AND s.what = '户档案' AND s.way = 'screen' AND i.value = h.householdId) AS looks
  FROM inspectionHousehold h WHERE h.inspection = ? ORDER BY h.position`;

/** Different where anything is, else the same where anybody was met, else not met; null while nothing was said. */
export function resultOf(findings: readonly Pick<InspectionFinding, 'result' | 'takenBack'>[]): InspectionResult | null {
  const said = new Set(findings.filter(({ takenBack }) => takenBack === null).map(({ result }) => result));
  return (['different', 'same', 'notMet'] as const).find((each) => said.has(each)) ?? null;
}

/** 一致率: of the households that somebody was met in and said something of, those where nothing was different. */
export function scoreOf(results: readonly (InspectionResult | null)[]): InspectionScore {
  const count = (of: InspectionResult): number => results.filter((each) => each === of).length;
  const [same, different] = [count('same'), count('different')];
  const judged = same + different;
  return { judged, same, different, notMet: count('notMet'), rate: judged === 0 ? null : Math.round((same / judged) * 1000) / 10 };
}

/** Everything of one inspection but the lines of what was shown. */
export function inspectionRecord(register: RegisterFile, number: number, today: string): InspectionRecord {
  const head = inspectionHead(register, number);
  const stored = register.sql(households).all(number) as StoredHousehold[];
  const walked = readFacts(register, { year: head.year, ids: stored.map(({ householdId }) => householdId) });
  const facts = new Map(walked.map((each) => [each.id, each]));
  const findings = findingsOfInspection(register, number, today);
  const byHousehold = Map.groupBy(findings, ({ household }) => household);
  const rows = stored.map((row): InspectedHousehold => {
    const found = facts.get(row.householdId);
    const own = (key: string): string => (found ? textOf(found.values, key) : '');
    return {
      ...row,
      householdNo: own('householdNo'), head: found ? own('headName') : '已不在册', town: own('town'), village: own('village'), group: own('group'), kind: own('householdKind'),
      people: found?.members.filter(isHere).length ?? 0,
      result: resultOf(byHousehold.get(row.number) ?? []),
    };
  });
  const standing = rows.filter(({ replacedBy }) => replacedBy === null);
  const numbers = new Map(standing.map(({ householdId, number: of }) => [householdId, of]));
  const gone = standing.filter(({ householdId }) => !facts.has(householdId)).map(({ number: of }) => of);
  const { n } = register.sql('SELECT count(*) AS n FROM inspectionShown WHERE inspection = ?').get(number) as { n: number };
  return {
    head,
    draws: keptDraws(register, number).map(({ strata, ...draw }) => ({ ...draw, strata: strata.map(({ order: _order, ...each }) => each) })),
    households: rows,
    walk: [...walked.flatMap(({ id }) => numbers.get(id) ?? []), ...gone],
    findings,
    score: scoreOf(standing.map(({ result }) => result)),
    shown: n,
  };
}
