import { Select } from 'antd';
import { useState } from 'react';
import type { WhichProblems } from '../../shared/contract/problems.ts';
import { useClient } from '../app/session.tsx';
import { PagePreview } from '../ui/PagePreview.tsx';
import { createWork } from '../ui/work.ts';

const usePosterWork = createWork();
const choices = [
  { value: 'unclosed', label: '未销号的' },
  { value: 'all', label: '全部（含已销号）' },
  { value: 'overdue', label: '逾期未改的' },
  { value: 'onTheSpot', label: '现场整改的' },
  { value: 'handedDown', label: '交办整改的' },
] as const satisfies readonly { value: NonNullable<WhichProblems['of']>; label: string }[];

/** 问题清单上墙: the page as it is printed. It names no household, no person of one, and not what was found of them. */
export function Poster({ town, revision }: { town: string | null; revision: number }) {
  const client = useClient();
  const work = usePosterWork();
  const [of, setOf] = useState<NonNullable<WhichProblems['of']>>('unclosed');
  const which = { of, ...(town === null ? {} : { town }) };
  return (
    <PagePreview
      client={client}
      kind="problems"
      key={`${of} ${town}`}
      called="问题清单"
      asked={['problemPoster', of, town, revision]}
      page={() => client.problems.posterPage({ ...which })}
      save={(as) => work.run(client, (job) => client.problems.poster({ ...which, as, job }))}
      print={() => client.problems.notePoster(which)}
    >
      <Select aria-label="上墙哪些问题" value={of} onChange={setOf} options={[...choices]} style={{ width: 170 }} />
      <span className="quiet">只写“上墙的问题”、单位、责任人、措施、时限；不写户名和人名</span>
    </PagePreview>
  );
}
