import { type ReactNode, useCallback } from 'react';
import { HistoryScreen } from '../history/HistoryScreen.tsx';
import { Guide } from '../guide/Guide.tsx';
import { useClosing } from './use-closing.ts';
import { DropZone } from '../importing/DropZone.tsx';
import { ImportScreen } from '../importing/ImportScreen.tsx';
import { useOfferedFiles } from '../importing/offered-files.ts';
import { LedgersScreen } from '../ledgers/LedgersScreen.tsx';
import { useMonthDesk } from '../plan/month/month-desk.ts';
import { usePlanDesk } from '../plan/plan-desk.ts';
import { PlanScreen } from '../plan/PlanScreen.tsx';
import { WallsScreen } from '../printing/WallsScreen.tsx';
import { RecordsScreen } from '../records/RecordsScreen.tsx';
import { useFormDesk } from '../reports/forms/form-desk.ts';
import { formsKey, useReportDesk } from '../reports/report-desk.ts';
import { ReportsScreen } from '../reports/ReportsScreen.tsx';
import { SettingsScreen } from '../settings/SettingsScreen.tsx';
import { useAreaKeys } from '../ui/areas.ts';
import './frame.css';
import { ChecksPlace, checksPartLabel } from './ChecksPlace.tsx';
import { FaultBoundary } from './FaultBoundary.tsx';
import type { Place, Screen } from './place.ts';
import { NotInThePast } from './NotInThePast.tsx';
import './past.css';
import { CopyBand } from './CopyBand.tsx';
import { PastBand } from './PastBand.tsx';
import { Rail } from './Rail.tsx';
import { navigate, useOnlyLooking, usePlace } from './session.tsx';
import { TopBar } from './TopBar.tsx';
import { useFollowWrites } from './use-follow-writes.ts';
import { useRefreshKey } from './use-refresh-key.ts';

/** Screens whose work is to write. */
const writing: Partial<Record<Screen, string>> = { importing: '导入', settings: '设置' };

/** The chapter of the user guide about a screen. */
const chapterOf: Readonly<Record<Screen, string>> = { households: '户和人', people: '户和人', importing: '导入', checks: '核对', ledgers: '台账', plan: '任务', reports: '报表', walls: '上墙', history: '记录', settings: '设置' };

/** The window while a register is open. */
export function Frame({ newRegister }: { newRegister: () => void }) {
  const place = usePlace();
  const looking = useOnlyLooking() !== null;
  useFollowWrites();
  useRefreshKey();
  useAreaKeys();
  useClosing();
  const offer = useOfferedFiles((state) => state.offer);
  const forms = useReportDesk((state) => state.report === formsKey) && place.screen === 'reports';
  // Over the months files are what offices send back.
  const months = usePlanDesk((state) => state.part === 'month') && place.screen === 'plan';
  const takeFiles = useCallback(
    (files: readonly File[]) => {
      offer(files);
      navigate({ screen: 'importing' });
    },
    [offer],
  );
  const dropped = (files: readonly File[]): void => {
    const [blank] = files;
    if (forms && blank) useFormDesk.getState().take(blank);
    else if (months) useMonthDesk.getState().receive(files);
    else takeFiles(files);
  };
  return (
    <div className="frame">
      <a className="skip-link" href="#place" onClick={(event) => { event.preventDefault(); document.getElementById('place')?.focus(); }}>跳到内容</a>
      <PastBand />
      <CopyBand />
      <div className="seal" aria-hidden><span>册</span></div>
      <TopBar newRegister={newRegister} />
      <Rail current={place.screen} />
      <main className="place" id="place" tabIndex={-1}>
        <FaultBoundary key={`${place.screen} ${looking && place.screen in writing}`}>{looking && place.screen in writing ? <NotInThePast title={writing[place.screen] ?? ''} /> : screenOf(place, takeFiles)}</FaultBoundary>
      </main>
      <DropZone onFiles={dropped} {...(forms ? { words: '松开鼠标，填这张空表' } : months ? { words: '松开鼠标，看交回的填报表' } : {})} />
      <Guide at={{ chapter: chapterOf[place.screen], part: place.screen === 'checks' ? checksPartLabel(place.part) : forms ? '填上级的空表' : months ? '月度' : undefined }} />
    </div>
  );
}

function screenOf(place: Place, toImport: (files: readonly File[]) => void): ReactNode {
  switch (place.screen) {
    case 'households': return <RecordsScreen key="households" subject="households" />;
    case 'people': return <RecordsScreen key="people" subject="people" />;
    case 'importing': return <ImportScreen />;
    case 'checks': return <ChecksPlace part={place.part} sheet={place.sheet} />;
    case 'ledgers': return <LedgersScreen />;
    case 'plan': return <PlanScreen toImport={toImport} />;
    case 'reports': return <ReportsScreen />;
    case 'walls': return <WallsScreen />;
    case 'history': return <HistoryScreen />;
    case 'settings': return <SettingsScreen />;
  }
}
