import { useState } from 'react';
import { useClient, useRefreshRegister, useSaving } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';

/** What is done with a problem: told when it is done, kept to be shown where it is refused. Answers whether it was done. */
export type Doing = (what: string, deed: () => Promise<{ readonly label: string }>) => Promise<boolean>;

export function useProblemDeed(): { readonly doing: Doing; readonly trouble: unknown } {
  const client = useClient();
  const notices = useNotices();
  const refresh = useRefreshRegister();
  const track = useSaving((state) => state.track);
  const [trouble, setTrouble] = useState<unknown>(null);
  const doing: Doing = async (_what, deed) => {
    setTrouble(null);
    try {
      const { label } = await track(deed());
      await refresh();
      notices.done(`已${label}`, { label: '撤销', run: () => void track(client.tables.undo()).then(refresh, (error: unknown) => notices.refused(error, '撤销')) });
      return true;
    } catch (error) {
      setTrouble(error);
      return false;
    }
  };
  return { doing, trouble };
}
