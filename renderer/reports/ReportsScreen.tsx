import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ReportInfo } from '../../shared/contract/reports.ts';
import { NothingYet } from '../app/NothingYet.tsx';
import { useClient, usePlace, useRegister } from '../app/session.tsx';
import { Reading } from '../ui/Reading.tsx';
import { Screen } from '../ui/Screen.tsx';
import { ReportView } from './ReportView.tsx';
import { UpstreamSheets } from './UpstreamSheets.tsx';
import { pickRows } from './forms/form-desk.ts';
import { FormsView } from './forms/FormsView.tsx';
import { PinsScreen } from './PinsScreen.tsx';
import { formsKey, pinsKey, useReportDesk } from './report-desk.ts';
import './reports.css';
import '../styles/figures.css';

/** What goes upstream: the provincial sheets, and every report with its numbers, its paper and what was sent. */
export function ReportsScreen() {
  const client = useClient();
  const register = useRegister();
  const list = useQuery({ queryKey: ['reports'], queryFn: () => client.reports.list() });
  const { report: key, open } = useReportDesk();
  const place = usePlace();
  const picked = place.screen === 'reports' ? place.forms : undefined;
  useEffect(() => {
    if (!picked) return;
    open(formsKey);
    pickRows(picked);
  }, [picked, open]);
  if (register.people === 0) {
    return (
      <Screen title="报表">
        <NothingYet title="还没有可上报的内容">
          登记册里有了户和人，就能在这里出各种报表，导出上报用的人员表和户表。
        </NothingYet>
      </Screen>
    );
  }
  if (list.isError || !list.data) return <Screen title="报表"><Reading of={list} what="报表目录" /></Screen>;
  const chosen = list.data.find((report) => report.key === key);
  return (
    <div className="reports">
      <ReportList reports={list.data} chosen={key === formsKey || key === pinsKey ? key : (chosen?.key ?? null)} open={open} />
      {key === formsKey ? <FormsView key={register.file} /> : key === pinsKey ? <PinsScreen /> : chosen ? <ReportView key={`${register.file} ${chosen.key}`} report={chosen} /> : <UpstreamSheets />}
    </div>
  );
}

function ReportList({ reports, chosen, open }: { reports: readonly ReportInfo[]; chosen: string | null; open: (key: string | null) => void }) {
  return (
    <nav className="place-list report-nav" aria-label="报表目录">
      <button type="button" title="钉住的数，打开就有答案" aria-current={chosen === pinsKey ? 'page' : undefined} onClick={() => open(pinsKey)}>常问的数</button>
      <h2>省级上报</h2>
      <button type="button" aria-current={chosen === null ? 'page' : undefined} onClick={() => open(null)}>人员表、户表</button>
      <button type="button" title="上级或部门发来的空表（.xlsx、.docx），拖进来照原样填好" aria-current={chosen === formsKey ? 'page' : undefined} onClick={() => open(formsKey)}>填上级的空表</button>
      {[...Map.groupBy(reports, ({ theme }) => theme)].map(([theme, ofTheme]) => (
        <section key={theme}>
          <h2>{theme}</h2>
          {ofTheme.map(({ key, title, note }) => (
            <button key={key} type="button" title={note} aria-current={chosen === key ? 'page' : undefined} onClick={() => open(key)}>{title}</button>
          ))}
        </section>
      ))}
    </nav>
  );
}
