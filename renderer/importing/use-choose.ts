import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Choice, PlanHousehold, PlanRow } from '../../shared/changes/plan-types.ts';
import { useClient } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';
import { chosenHousehold, type Choosing, chosenRow } from './chosen-rows.ts';
import { type ChoiceScope, useImportDesk } from './import-desk.ts';

interface RowsPage {
  readonly total: number;
  readonly rows: readonly PlanRow[];
}
interface HouseholdsPage {
  readonly total: number;
  readonly households: readonly PlanHousehold[];
}

export const planKeys = { rows: 'planRows', households: 'planHouseholds', fields: 'planFields', events: 'planEvents', look: 'sheetLook' } as const;

/** How many choices the core has not answered yet. */
let open = 0;

export type Choose = (scope: ChoiceScope, target: string, choice: Choice | null) => void;

/** Accepts or leaves out: seen at once, then read again as the core has it. */
export function useChoose(): Choose {
  const client = useClient();
  const queries = useQueryClient();
  const notices = useNotices();
  const choose = useImportDesk((state) => state.choose);
  return useCallback(
    (scope, target, choice) => {
      const choosing: Choosing = { scope, target, choice };
      // What is still being read is of before this choice: it would show it undone, and the next key would turn it the wrong way.
      for (const key of [planKeys.rows, planKeys.households]) void queries.cancelQueries({ queryKey: [key] });
      queries.setQueriesData<RowsPage>({ queryKey: [planKeys.rows] }, (page) => page && { ...page, rows: page.rows.map((row) => chosenRow(row, choosing)) });
      queries.setQueriesData<HouseholdsPage>({ queryKey: [planKeys.households] }, (page) => page && { ...page, households: page.households.map((each) => chosenHousehold(each, choosing)) });
      open++;
      choose(client, scope, target, choice)
        .catch((error: unknown) => notices.refused(error, '记下取舍'))
        .finally(() => {
          // While more choices are on their way, what the core has now would show them undone for a moment.
          if (--open === 0) for (const key of [planKeys.rows, planKeys.households, planKeys.fields]) void queries.invalidateQueries({ queryKey: [key] });
        });
    },
    [client, queries, notices, choose],
  );
}
