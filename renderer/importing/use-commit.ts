import { useCallback } from 'react';
import { useClient, useRefreshRegister, useSaving } from '../app/session.tsx';
import { useImportDesk } from './import-desk.ts';
import { usePreviewView } from './preview-view.ts';

/** Writes the plan into the register and shows what is in it then. */
export function useCommit(): (confirmed: boolean) => Promise<void> {
  const client = useClient();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const commit = useImportDesk((state) => state.commit);
  const { show } = usePreviewView();
  return useCallback(
    async (confirmed) => {
      const done = await track(commit(client, confirmed));
      show(done ? { showing: 'households', field: null, sheet: null, sieve: 'all' } : { showing: 'households' });
      if (done) await refresh();
    },
    [client, refresh, track, commit, show],
  );
}
