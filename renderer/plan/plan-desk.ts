import { create } from 'zustand';

export type PlanPart = 'rows' | 'month' | 'duties' | 'villages' | 'aid' | 'money' | 'standards';

interface PlanDesk {
  readonly part: PlanPart;
  /** The day on which the plan is looked at; null: today, or the year's last day. */
  readonly day: string | null;
  /** The row that stands open beside the board. */
  readonly row: string | null;
  readonly show: (part: PlanPart) => void;
  readonly lookAt: (day: string | null) => void;
  readonly open: (row: string | null) => void;
}

/** What is open on the screen of the plan; stays while the user mends a household and comes back. */
export const usePlanDesk = create<PlanDesk>()((set) => ({
  part: 'rows',
  day: null,
  row: null,
  show: (part) => set({ part }),
  lookAt: (day) => set({ day }),
  open: (row) => set({ row }),
}));
