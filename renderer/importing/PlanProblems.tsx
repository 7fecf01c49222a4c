import { useIsFetching, useQuery } from '@tanstack/react-query';
import { useClient, useRegister, useYear } from '../app/session.tsx';
import { GradeMark } from '../ui/Grade.tsx';
import { planKeys } from './use-choose.ts';

/** So many are listed; the rest is told by its number and found in 核对 afterwards. */
const most = 30;

/** What the rules would find after this import, and what it would mend; asked again when `chosen`, what would be written, is another. */
export function PlanProblems({ batch, chosen }: { batch: number; chosen: string }) {
  const client = useClient();
  const year = useYear();
  const { revision } = useRegister();
  // The rows come first: the rules hold up the core while they run.
  const reading = useIsFetching({ predicate: ({ queryKey: [list] }) => list === planKeys.rows || list === planKeys.households });
  const problems = useQuery({ queryKey: ['plan-problems', batch, year, revision, chosen], enabled: reading === 0, queryFn: () => client.checking.ofPlan({ batch, year }) });
  if (problems.isPending) return null;
  if (problems.isError) return <p className="quiet">导入以后会有什么疑点，这次没能算出来；导入后请到“核对”看。</p>;
  if (problems.data === null) return <p className="quiet">行数太多，疑点导入后到“核对”看。</p>;
  const { fresh, mended } = problems.data;
  if (fresh.length === 0) return <p className="quiet">导入后不会新增疑点{mended > 0 ? `，会改好 ${mended} 处` : ''}。</p>;
  return (
    <details className="plan-problems">
      <summary>导入后会新增疑点 {fresh.length} 处{mended > 0 ? `，改好 ${mended} 处` : ''}</summary>
      <ul>
        {fresh.slice(0, most).map(({ id, grade, person, head, household, message }) => (
          <li key={id}><GradeMark grade={grade} /> {person || head || household}：{message}</li>
        ))}
      </ul>
      {fresh.length > most && <p className="quiet">还有 {fresh.length - most} 处，导入后到“核对”看。</p>}
    </details>
  );
}
