import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { registerKey, useClient, useLookedAtDay, useRegister } from './session.tsx';
import { useShowRegister } from './use-show-register.ts';

/** How often a window that is seen asks whether another window has written. */
const every = 1500;

/** What other windows of the program write appears here too; a register that another window opened in its place is shown. */
export function useFollowWrites(): void {
  const client = useClient();
  const queries = useQueryClient();
  const show = useShowRegister();
  const { file, revision, inspection } = useRegister();
  const { day, look } = useLookedAtDay();
  const state = useQuery({ queryKey: ['registerState'], queryFn: () => client.registers.state(), refetchInterval: every, refetchOnWindowFocus: true });
  const { data } = state;
  useEffect(() => {
    if (data === undefined) return;
    if (data === null || data.file !== file) {
      if (day !== null) look(null);
      else void client.registers.current().then(show, () => undefined);
    }
    // Another window began or ended an inspection.
    if (data?.file === file && day === null && data.inspection !== (inspection?.number ?? null) && queries.isFetching({ queryKey: registerKey }) === 0) void queries.invalidateQueries({ queryKey: registerKey });
    // A past day stays as it is.
    if (data?.file === file && day === null && data.revision > revision && queries.isFetching({ queryKey: registerKey }) === 0) void queries.invalidateQueries();
  }, [data, file, revision, inspection, day, look, client, queries, show]);
}
