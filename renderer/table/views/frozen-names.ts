import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Filter } from '../../../shared/contract/tables.ts';
import { useClient, useRegister } from '../../app/session.tsx';

/** Names of frozen lists by id, read where a condition is about one. */
export function useFrozenNames(conditions: readonly Filter[]): ReadonlyMap<string, string> {
  const client = useClient();
  const { revision } = useRegister();
  const lists = useQuery({
    queryKey: ['frozenLists', revision],
    enabled: conditions.some((filter) => filter.test === 'group' && filter.group === 'frozenList'),
    queryFn: () => client.views.frozenLists(),
  });
  return useMemo(() => new Map((lists.data ?? []).map(({ id, name }) => [id, name])), [lists.data]);
}
