import { create } from 'zustand';
import type { CycleStep } from '../../../shared/cycle/month.ts';
import { createWork } from '../../ui/work.ts';

interface MonthDesk {
  /** yyyy-MM; null: the running month, or the year's last. */
  readonly period: string | null;
  readonly step: CycleStep;
  /** Workbooks that came back and are being looked at. */
  readonly returned: readonly File[];
  readonly choose: (period: string) => void;
  readonly show: (step: CycleStep) => void;
  readonly receive: (files: readonly File[]) => void;
}

/** What is open of the months; stays while the user looks at an import and comes back. */
export const useMonthDesk = create<MonthDesk>()((set) => ({
  period: null,
  step: 'collect',
  returned: [],
  choose: (period) => set({ period, returned: [] }),
  show: (step) => set({ step }),
  receive: (files) => set({ returned: files, step: 'collect' }),
}));

/** Workbooks being made or looked at. */
export const useMonthWork = createWork();
