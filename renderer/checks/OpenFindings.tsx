import type { FindingRow } from '../../shared/contract/checking.ts';
import { useClient, useYear } from '../app/session.tsx';
import { OpenProblems } from '../problems/OpenProblems.tsx';

/** Findings become problems to be put right. */
export function OpenFindings({ findings, close }: { findings: readonly FindingRow[]; close: () => void }) {
  const client = useClient();
  const year = useYear();
  const ids = findings.map(({ id }) => id);
  return <OpenProblems submit={ids.length === 1 ? '列入整改' : `这 ${ids.length} 处列入整改`} open={(values) => client.problems.open({ findings: ids, year, values })} close={close} />;
}
