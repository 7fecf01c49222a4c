import { Select } from 'antd';
import { useState } from 'react';
import type { Scope } from '../../shared/contract/walls.ts';
import { useClient } from '../app/session.tsx';
import { PagePreview } from '../ui/PagePreview.tsx';
import { createWork } from '../ui/work.ts';

const usePaperWork = createWork();

interface Props {
  readonly asked: { readonly form: string; readonly round: string };
  readonly title: string;
  readonly villages: readonly string[];
  readonly revision: number;
}

/** The empty form with what is known, a page a household, village by village. */
export function SweepPaper({ asked, title, villages, revision }: Props) {
  const client = useClient();
  const work = usePaperWork();
  const [village, setVillage] = useState<string>(villages[0] ?? '');
  const of: Scope = village === '' ? { scope: 'all' } : { scope: 'village', village };
  return (
    <PagePreview
      client={client}
      kind="survey"
      key={village}
      called={`${title}表`}
      asked={['sweepPaper', asked, village, revision]}
      page={() => client.sweeps.paperPage({ ...asked, of })}
      save={(as) => work.run(client, (job) => client.sweeps.paper({ ...asked, of, as, job }))}
      print={() => client.sweeps.notePaper({ ...asked, of })}
    >
      <Select aria-label="打印哪些户" style={{ width: 180 }} value={village} onChange={setVillage} options={[...villages.map((each) => ({ value: each, label: each })), { value: '', label: '全部户' }]} />
      <span className="quiet">每户一页，登记册里已有的印在旁边</span>
    </PagePreview>
  );
}
