import { create } from 'zustand';

/** What is open in place of a report: blank forms of others. */
export const formsKey = '#forms';

export type ReportTab = 'numbers' | 'paper' | 'prose' | 'sent';

interface ReportDesk {
  /** Key of the report that is open, or `pins`; null: the sheets for upstream. */
  readonly report: string | null;
  readonly tab: ReportTab;
  /** The period chosen for each report. */
  readonly periods: Readonly<Record<string, string>>;
  readonly open: (report: string | null) => void;
  readonly show: (tab: ReportTab) => void;
  readonly choose: (report: string, period: string) => void;
}

/** In the place of a report's key: the questions that are asked again and again. */
export const pinsKey = '#pins';

/** What is open on the screen of reports; stays while the user looks at a household and comes back. */
export const useReportDesk = create<ReportDesk>()((set) => ({
  report: null,
  tab: 'numbers',
  periods: {},
  open: (report) => set({ report, tab: 'numbers' }),
  show: (tab) => set({ tab }),
  choose: (report, period) => set(({ periods }) => ({ periods: { ...periods, [report]: period } })),
}));
