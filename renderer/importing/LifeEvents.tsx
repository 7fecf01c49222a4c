import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { BatchSummary } from '../../shared/changes/plan-types.ts';
import { useClient } from '../app/session.tsx';
import { Reading } from '../ui/Reading.tsx';
import { LifeEventRow } from './LifeEventRow.tsx';
import { usePreviewView } from './preview-view.ts';
import { planKeys } from './use-choose.ts';

/** Who came, went, moved or became head, as the files suggest it: done with reason, day and paper, or left. */
export function LifeEvents({ summary: { batch, events: count } }: { summary: BatchSummary }) {
  const client = useClient();
  const back = usePreviewView((state) => state.back);
  const events = useQuery({ queryKey: [planKeys.events, batch], queryFn: () => client.importing.events({ batch }) });
  const accepted = events.data?.filter((event) => event.accepted).length ?? 0;
  return (
    <section className="import-part" aria-labelledby="events-title">
      <header className="part-head">
        <div>
          <h2 id="events-title">人口变动 {count} 条</h2>
          <p className="quiet">表里看出来的。新增的人随行收进来，只问原因；走的、转户的、换户主的，选了原因勾上“办理”才办，不勾就不动。</p>
        </div>
        <div className="part-actions">
          <span role="status">办理 {accepted} 条</span>
          <Button onClick={back}>回到预览</Button>
        </div>
      </header>
      <div className="part-body">
        {(events.isPending || events.isError) && <Reading of={events} what="人口变动" />}
        {events.data && (
          <table className="plain-table event-table">
            <thead><tr><th>办理</th><th>变动</th><th>谁，怎么回事</th><th>原因</th><th>日期</th><th>依据材料</th><th>来自</th></tr></thead>
            <tbody>{events.data.map((event) => <LifeEventRow key={event.number} batch={batch} event={event} />)}</tbody>
          </table>
        )}
      </div>
    </section>
  );
}
