import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import type { ReportInfo } from '../../shared/contract/reports.ts';
import { periodOf } from '../../shared/reports/periods.ts';
import { useClient, useRegister } from '../app/session.tsx';
import { download } from '../ui/download.ts';
import { askLeave } from '../ui/leave-gate.ts';
import { useNotices } from '../ui/messages.tsx';
import { Reading } from '../ui/Reading.tsx';
import { createWork } from '../ui/work.ts';
import { WorkBar } from '../ui/WorkBar.tsx';
import { PeriodPicker } from './PeriodPicker.tsx';
import { ReportNumbers } from './ReportNumbers.tsx';
import { ReportPaper } from './ReportPaper.tsx';
import { SentReports } from './SentReports.tsx';
import { ReportProse } from './ReportProse.tsx';
import { type ReportTab, useReportDesk } from './report-desk.ts';

const useReportWork = createWork();

/** One report: its numbers with what is behind them, its paper, and what was sent. */
export function ReportView({ report }: { report: ReportInfo }) {
  const client = useClient();
  const register = useRegister();
  const notices = useNotices();
  const work = useReportWork();
  const { tab, show, periods, choose } = useReportDesk();
  // The register's own year comes first: who works on 2020 does not want this year's empty table.
  const usual = report.now.startsWith(String(register.workingYear)) ? report.now : periodOf(report.period, `${register.workingYear}-12-31`);
  const period = periods[report.key] ?? usual;
  const made = useQuery({ queryKey: ['report', register.file, register.revision, report.key, period], queryFn: () => client.reports.make({ report: report.key, period }), placeholderData: (before) => before });

  const take = async (as: 'xlsx' | 'pdf' | 'docx', freeze: boolean): Promise<void> => {
    const leaving = await askLeave(`${report.title}${freeze ? '（上报）' : ''}`, freeze ? 'full' : 'reduced');
    if (!leaving) return;
    try {
      const file = await work.run(client, (job) => client.reports.take({ report: report.key, period, ...leaving, as, withDefinitions: false, freeze, job }));
      download(file, file.name);
      notices.done(freeze ? `已上报定格：${file.name}` : `已出 ${file.name}`);
      if (freeze) await made.refetch();
    } catch (error) {
      notices.refused(error, `出“${report.title}”`);
    }
  };

  const frozen = made.data?.frozen ?? null;
  return (
    <section className="report-main" aria-label={report.title}>
      <header className="report-head">
        <h1>{report.title}</h1>
        <PeriodPicker kind={report.period} period={period} years={register.years} choose={(next) => choose(report.key, next)} />
        <div className="report-actions">
          <Button disabled={work.running} onClick={() => void take('xlsx', false)}>出 Excel</Button>
          <Button disabled={work.running} onClick={() => void take('pdf', false)}>出 PDF</Button>
          <Button type="primary" disabled={work.running || made.isError} title="出一份 Excel，连同数据一起定格；以后和它不同的地方，能说清是哪几户" onClick={() => void take('xlsx', true)}>上报并定格</Button>
        </div>
      </header>
      <div className="report-under">
        <Segmented<ReportTab>
          aria-label="看什么"
          value={tab === 'prose' && !report.prose ? 'numbers' : tab}
          onChange={(next) => show(next)}
          options={[{ value: 'numbers', label: '数字' }, { value: 'paper', label: '打印样' }, ...(report.prose ? [{ value: 'prose' as const, label: '文字稿' }] : []), { value: 'sent', label: '上报记录' }]}
        />
        <span className="quiet">{report.note}{frozen ? `。这一期已上报（${frozen.at.slice(0, 10)}，${frozen.who}）` : ''}</span>
      </div>
      <WorkBar work={work} what="正在出报表" />
      <div className="report-body">
        {tab === 'sent' ? (
          <SentReports report={report.key} />
        ) : made.isError || !made.data ? (
          <Reading of={made} doing={`出“${report.title}”`} />
        ) : (
          tab === 'prose' && report.prose ? <ReportProse report={report.key} period={period} take={() => void take('docx', false)} /> : tab !== 'paper' ? <ReportNumbers made={made.data.made} before={made.data.before} /> : <ReportPaper report={report.key} title={report.title} period={period} revision={register.revision} />
        )}
      </div>
    </section>
  );
}
