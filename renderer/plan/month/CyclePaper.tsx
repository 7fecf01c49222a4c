import { cyclePaperWords, type CyclePaper as Kind } from '../../../shared/cycle/month.ts';
import { useClient, useRefreshRegister, useRegister } from '../../app/session.tsx';
import { PagePreview } from '../../ui/PagePreview.tsx';
import { useMonthWork } from './month-desk.ts';

/** A paper of the month: looked at, saved, printed. What was saved stands with its step. */
export function CyclePaper({ period, paper }: { period: string; paper: Kind }) {
  const client = useClient();
  const { file, revision } = useRegister();
  const refresh = useRefreshRegister();
  const run = useMonthWork((state) => state.run);
  const save = async (as: 'pdf' | 'xlsx'): Promise<File> => {
    const made = await run(client, (job) => client.cycle.paper({ period, paper, as, job }));
    await refresh();
    return made;
  };
  return (
    <PagePreview
      client={client}
      kind={`month:${paper}`}
      called={cyclePaperWords[paper]}
      asked={['cyclePaper', file, revision, period, paper]}
      page={() => client.cycle.paperPage({ period, paper })}
      save={save}
      print={() => client.cycle.notePaper({ period, paper })}
    />
  );
}
