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
  const { file, revision } = useRegister();
  const { day, look } = useLookedAtDay();
  const state = useQuery({ queryKey: ['registerState'], queryFn: () => client.registers.state(), refetchInterval: every, refetchOnWindowFocus: true });
  const { data } = state;
  useEffect(() => {
    if (data === undefined) return;
    if (data === null || data.file !== file) {
      if (day !== null) look(null);
      else void client.registers.current().then(show, () => undefined);
    }
    // A past day stays as it is.
    if (data?.file === file && day === null && data.revision > revision && queries.isFetching({ queryKey: registerKey }) === 0) void queries.invalidateQueries();
  }, [data, file, revision, day, look, client, queries, show]);
}
