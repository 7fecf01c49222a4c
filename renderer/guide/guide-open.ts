import { create } from 'zustand';

interface GuideOpen {
  readonly open: boolean;
  readonly show: (open: boolean) => void;
}

/** Whether the user guide stands beside what is being done. */
export const useGuideOpen = create<GuideOpen>()((set) => ({ open: false, show: (open) => set({ open }) }));
