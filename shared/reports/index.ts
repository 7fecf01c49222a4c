import { Refusal } from '../contract/errors.ts';
import { checkingReports } from './builtin/checking.ts';
import { departmentReports } from './builtin/department-sheets.ts';
import { educationAndWorkReports } from './builtin/education-and-work.ts';
import { fiveGroupsReport } from './builtin/five-groups.ts';
import { helpAndMoneyReports } from './builtin/help-and-money.ts';
import { incomeReports } from './builtin/incomes.ts';
import { industryAndHealthReports } from './builtin/industry-and-health.ts';
import { monthWorkReport } from './builtin/month-work.ts';
import { officeWorkReports } from './builtin/office-work.ts';
import { rosterReports } from './builtin/rosters.ts';
import { supportAndLivingReports } from './builtin/support-and-living.ts';
import type { Report } from './report.ts';

/** Every report that is built in, in the order of the list. */
export const reports: readonly Report[] = [...rosterReports, ...incomeReports, monthWorkReport, ...officeWorkReports, fiveGroupsReport, ...industryAndHealthReports, ...educationAndWorkReports, ...supportAndLivingReports, ...departmentReports, ...helpAndMoneyReports, ...checkingReports];

const byKey = new Map(reports.map((report) => [report.key, report]));
if (byKey.size !== reports.length) throw new Error('Two reports share a key');

/** The report of that key; refuses one that is not there. */
export function reportOf(key: string): Report {
  const found = byKey.get(key);
  if (!found) throw new Refusal('NOT_FOUND', `没有“${key}”这种报表`, { remedy: '用 reports 看有哪些报表' });
  return found;
}
