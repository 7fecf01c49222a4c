import { create } from 'zustand';

const key = 'mingce.masked';

/** 遮住号码, for both grids and the card; kept on this machine. */
export const useMasked = create<{ readonly masked: boolean; readonly setMasked: (masked: boolean) => void }>()((set) => ({
  masked: localStorage.getItem(key) === 'yes',
  setMasked(masked) {
    localStorage.setItem(key, masked ? 'yes' : 'no');
    set({ masked });
  },
}));
