import type { Leaving } from '../../shared/contract/outgoing.ts';
import { useClient } from '../app/session.tsx';
import { download } from '../ui/download.ts';
import { askLeave } from '../ui/leave-gate.ts';
import { useNotices } from '../ui/messages.tsx';
import { createWork } from '../ui/work.ts';

const useSheetWork = createWork();

/** Takes a workbook out through the gate. */
export function useTakeSheet() {
  const client = useClient();
  const notices = useNotices();
  const work = useSheetWork();
  const take = async (what: string, make: (leaving: Leaving & { readonly job: string }) => Promise<File>): Promise<void> => {
    const leaving = await askLeave(what, 'reduced', ['reduced', 'full']);
    if (!leaving) return;
    try {
      const file = await work.run(client, (job) => make({ ...leaving, job }));
      download(file, file.name);
      notices.done(`已导出 ${file.name}`);
    } catch (error) {
      notices.refused(error, `导出“${what}”`);
    }
  };
  return { take, running: work.running };
}
