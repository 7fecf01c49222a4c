import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { create } from 'zustand';

/** How often the clerk has asked for everything to be read again: what does not read by queries, as the grids, goes by it. */
export const useRefreshes = create<{ readonly times: number; readonly again: () => void }>()((set) => ({
  times: 0,
  again: () => set(({ times }) => ({ times: times + 1 })),
}));

/** Reads everything on screen again; nothing that is being typed is lost. */
export function useRefresh(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    useRefreshes.getState().again();
    void queries.invalidateQueries();
  }, [queries]);
}
