import type { BatchSummary } from '../../shared/changes/plan-types.ts';
import { AbsentRows } from './AbsentRows.tsx';
import { ListBar } from './ListBar.tsx';
import { PlanHouseholds } from './PlanHouseholds.tsx';
import type { PlanQuery } from './plan-query.ts';
import { PlanRows } from './PlanRows.tsx';
import './households.css';
import './plan-rows.css';
import { usePreviewView } from './preview-view.ts';
import { SieveBar } from './SieveBar.tsx';
import { sheetKey } from './sheet-words.ts';

/** The rows of the plan, by household or as they stand in the files, narrowed by verdict, sheet and field. */
export function PlanLists({ summary, done }: { summary: BatchSummary; done: boolean }) {
  const { sieve, sheet, field, list } = usePreviewView();
  const { batch } = summary;
  if (sieve === 'absent') {
    return (
      <section className="import-rows" aria-label="逐行核对">
        <SieveBar summary={summary} />
        <AbsentRows summary={summary} />
      </section>
    );
  }
  const query: PlanQuery = { batch, sieve, sheet, field: field?.key ?? null };
  const key = [batch, done, sieve, sheet && sheetKey(sheet), field?.key].join(' ');
  return (
    <section className="import-rows" aria-label="逐行核对">
      <SieveBar summary={summary} />
      <ListBar summary={summary} done={done} query={query} />
      {list === 'rows' ? <PlanRows key={key} query={query} summary={summary} done={done} /> : <PlanHouseholds key={key} query={query} summary={summary} done={done} />}
    </section>
  );
}
