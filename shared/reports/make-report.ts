import { Refusal } from '../contract/errors.ts';
import type { Gathering, Ground } from './ground.ts';
import { brokenIdentities } from './identities.ts';
import { makeItems } from './make-items.ts';
import { makeList } from './make-list.ts';
import { makeSummary } from './make-summary.ts';
import type { MadeReport, MadeSheet } from './made-report.ts';
import { periodLabel } from './periods.ts';
import type { Report, ReportSheet } from './report.ts';

function makeSheet(sheet: ReportSheet, into: Gathering): MadeSheet {
  if (sheet.kind === 'summary') return makeSummary(sheet, into);
  return sheet.kind === 'list' ? makeList(sheet, into) : makeItems(sheet, into);
}

/** Makes a report. Refuses while one of its identities does not hold, with the rows where it does not. */
export function makeReport(report: Report, ground: Ground): MadeReport {
  const broken = brokenIdentities(report, ground);
  if (broken.length > 0) {
    const [first] = broken;
    throw new Refusal('NOT_ALLOWED', `“${report.title}”还不能出：${first?.says ?? ''}`, {
      where: broken.slice(0, 20).map(({ where }) => where).join('；') + (broken.length > 20 ? ` 等 ${broken.length} 处` : ''),
      remedy: '请先把这些户改对，再出报表',
    });
  }
  const into: Gathering = { ground, figures: {}, units: {}, definitions: [], leftOut: [] };
  const sheets = report.sheets.map((sheet) => makeSheet(sheet, into));
  return {
    key: report.key,
    title: report.title,
    period: ground.asked.period,
    periodLabel: periodLabel(report.period, ground.asked.period),
    today: ground.asked.today,
    office: ground.office,
    level: ground.level,
    revision: ground.revision,
    sheets,
    figures: into.figures,
    units: into.units,
    definitions: into.definitions,
    leftOut: [...new Set(into.leftOut)],
  };
}
