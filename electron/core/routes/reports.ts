import { reports, reportOf } from '../../../shared/reports/index.ts';
import { proseOf } from '../../../shared/reports/prose.ts';
import { letOut, outgoingList, whoseData } from '../reporting/outgoing.ts';
import { frozenFile, frozenMade, frozenReports } from '../reporting/frozen-reports.ts';
import { pdfOfReport } from '../reporting/pdf-of-pages.ts';
import { writeNote } from '../reporting/report-notes.ts';
import { currentPeriod, explainFrozen, makeFor, reportBeside, reportProse, takeReport } from '../reporting/take-report.ts';
import type { CoreContext, Implementer } from './base.ts';
import { fileOf } from './files.ts';
import { todayOf } from './today.ts';

const types = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const;

export function reportRoutes(os: Implementer, { host, desk, jobs }: CoreContext) {
  return {
    list: os.reports.list.handler(() =>
      reports.map((report) => ({ key: report.key, title: report.title, theme: report.theme, note: report.note, period: report.period, now: currentPeriod(report, todayOf(host)), sheets: report.sheets.map(({ title }) => title), prose: proseOf(report.key) !== undefined })),
    ),
    make: os.reports.make.handler(({ input }) => reportBeside(desk.register, desk.present, { ...input, today: todayOf(host) })),
    page: os.reports.page.handler(({ input, signal }) =>
      jobs.run(input.job, signal, async (job) => {
        const made = makeFor(desk.register, { ...input, today: todayOf(host) });
        return fileOf(await pdfOfReport(host, made, input, job), `${made.title}.pdf`);
      }),
    ),
    prose: os.reports.prose.handler(({ input }) => reportProse(desk.register, desk.present, { ...input, level: 'reduced', today: todayOf(host) }).prose),
    take: os.reports.take.handler(({ input, signal }) =>
      jobs.run(input.job, signal, async (job) => {
        const { name, bytes } = await takeReport(desk.register, desk.present, host, { ...input, today: todayOf(host) }, job);
        return new File([Uint8Array.from(bytes)], name, { type: types[input.as] });
      }),
    ),
    write: os.reports.write.handler(({ input }) => {
      writeNote(desk.register, { ...input, title: reportOf(input.report).title });
      return { revision: desk.register.log.revision };
    }),
    frozen: os.reports.frozen.handler(({ input }) => frozenReports(desk.present, input.report)),
    frozenOne: os.reports.frozenOne.handler(({ input }) => explainFrozen(desk.register, desk.present, input.number, todayOf(host))),
    frozenFile: os.reports.frozenFile.handler(({ input }) => {
      const { present } = desk;
      const { name, bytes } = frozenFile(present, input.number);
      const { title, periodLabel, level, sheets } = frozenMade(present, input.number);
      const rows = sheets.flatMap((sheet) => sheet.rows);
      letOut({ present, host }, {
        what: `${title} ${periodLabel}（定格的原件）`, purpose: '再取上报原件', level, reason: input.reason, columns: sheets.flatMap(({ columns }) => columns.map(({ head }) => head.join(' '))), rows: rows.length,
        households: rows.flatMap(({ householdId }) => householdId ?? []), members: rows.flatMap(({ memberId }) => memberId ?? []), file: name, bytes,
      });
      return new File([Uint8Array.from(bytes)], name);
    }),
  };
}

export function outgoingRoutes(os: Implementer, { host, desk }: CoreContext) {
  return {
    list: os.outgoing.list.handler(({ input }) => outgoingList(desk.present, input)),
    whose: os.outgoing.whose.handler(({ input }) => whoseData(desk.present, input.number)),
    copied: os.outgoing.copied.handler(({ input }) => ({
      number: letOut({ present: desk.present, host }, { what: '表格里复制的内容', purpose: '复制到剪贴板', level: input.masked ? 'reduced' : 'full', reason: '在表格里复制', columns: input.columns, rows: input.rows, households: input.households, members: input.members, file: '', bytes: null }),
    })),
  };
}
