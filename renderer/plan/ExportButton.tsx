import { Button } from 'antd';
import type { Leaving } from '../../shared/contract/outgoing.ts';
import { useClient } from '../app/session.tsx';
import { download } from '../ui/download.ts';
import { askLeave } from '../ui/leave-gate.ts';
import { useNotices } from '../ui/messages.tsx';
import { WorkBar } from '../ui/WorkBar.tsx';
import { createWork } from '../ui/work.ts';

const usePlanWork = createWork();

/** Takes a table of the plan out as Excel, through the gate. */
export function ExportButton({ what, take }: { what: string; take: (leaving: Leaving, job: string) => Promise<File> }) {
  const client = useClient();
  const notices = useNotices();
  const work = usePlanWork();
  const save = async (): Promise<void> => {
    const leaving = await askLeave(what, 'reduced', ['reduced', 'full']);
    if (!leaving) return;
    try {
      const file = await work.run(client, (job) => take(leaving, job));
      download(file, file.name);
      notices.done(`已导出 ${file.name}`);
    } catch (error) {
      notices.refused(error, `导出${what}`);
    }
  };
  return (
    <>
      <Button size="small" disabled={work.running} onClick={() => void save()}>导出 Excel</Button>
      <WorkBar work={work} what={`正在导出${what}`} />
    </>
  );
}
