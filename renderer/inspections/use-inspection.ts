import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { registerKey, useClient } from '../app/session.tsx';

export const inspectionKey = 'inspection';

/** One inspection with its households and what was found. */
export function useInspection(number: number) {
  const client = useClient();
  return useQuery({ queryKey: [inspectionKey, 'record', number], queryFn: () => client.inspections.record({ number }), placeholderData: (before) => before, refetchOnWindowFocus: true });
}

/** What stands in the inspection's log is read again. */
export function useInspectionNews(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: [inspectionKey] }), [queries]);
}

/** A form's deed: what refuses it stands in the form. Answers whether it was done. */
export function useInspectionDeed(): { readonly doing: (deed: () => Promise<unknown>) => Promise<boolean>; readonly trouble: unknown; readonly busy: boolean } {
  const news = useInspectionNews();
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const doing = async (deed: () => Promise<unknown>): Promise<boolean> => {
    setTrouble(null);
    setBusy(true);
    try {
      await deed();
      await news();
      return true;
    } catch (error) {
      setTrouble(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { doing, trouble, busy };
}

/** The window is another one from here on: what it has read of the register is forgotten, and the register is read again. */
export function useTurnWindow(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await queries.invalidateQueries({ queryKey: registerKey });
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== registerKey[0] });
  }, [queries]);
}
