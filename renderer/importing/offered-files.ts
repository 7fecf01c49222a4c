import { create } from 'zustand';

interface OfferedFiles {
  /** Dropped on the window or chosen, and not planned yet. */
  readonly files: readonly File[];
  readonly offer: (files: readonly File[]) => void;
  readonly take: () => readonly File[];
}

/** Files wait here for the import screen: they may come before there is a register to import into. */
export const useOfferedFiles = create<OfferedFiles>()((set, get) => ({
  files: [],
  offer: (files) => set({ files }),
  take() {
    const { files } = get();
    set({ files: [] });
    return files;
  },
}));
