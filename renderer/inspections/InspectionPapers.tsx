import type { InspectionPaper } from '../../shared/contract/inspections.ts';
import { useClient } from '../app/session.tsx';
import { PagePreview } from '../ui/PagePreview.tsx';
import { createWork } from '../ui/work.ts';
import { WorkBar } from '../ui/WorkBar.tsx';
import { useInspectionNews } from './use-inspection.ts';

const usePaperWork = createWork();
const words: Readonly<Record<InspectionPaper, string>> = { list: '抽查名单', record: '迎检记录' };

/** 抽查名单 or 迎检记录 as it is printed. `state`: by what it is known that it shows something else now. */
export function InspectionPapers({ number, paper, state }: { number: number; paper: InspectionPaper; state: string }) {
  const client = useClient();
  const work = usePaperWork();
  const news = useInspectionNews();
  const noted = async (take: Promise<File>): Promise<File> => {
    const file = await take;
    await news();
    return file;
  };
  return (
    <>
      <WorkBar work={work} what={`正在出${words[paper]}`} />
      <PagePreview
        client={client}
        kind={paper === 'list' ? 'inspectionList' : 'inspectionRecord'}
        called={words[paper]}
        asked={['inspectionPaper', number, paper, state]}
        page={() => client.inspections.page({ number, paper })}
        save={(as) => noted(work.run(client, (job) => client.inspections.file({ number, paper, as, job })))}
        print={() => noted(client.inspections.notePage({ number, paper }))}
      />
    </>
  );
}
