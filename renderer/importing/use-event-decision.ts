import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { PlanEvent } from '../../shared/changes/plan-types.ts';
import { useClient } from '../app/session.tsx';
import { inOrder } from './import-desk.ts';
import { planKeys } from './use-choose.ts';

type Decision = Pick<PlanEvent, 'accepted' | 'reason' | 'on' | 'paper'>;

const decisionOf = ({ accepted, reason, on, paper }: PlanEvent): Decision => ({ accepted, reason, on, paper });

/**
 * What the clerk decides of a life event: seen at once, taken down one after another and each time as a whole, so that quick
 * hands lose nothing. What the core refuses is not accepted; what was typed stays.
 */
export function useEventDecision(batch: number, event: PlanEvent) {
  const client = useClient();
  const queries = useQueryClient();
  const [shown, setShown] = useState<Decision>(() => decisionOf(event));
  const [trouble, setTrouble] = useState<unknown>(null);
  const latest = useRef(shown);
  const { number } = event;
  const decide = (more: Partial<Decision>): void => {
    const decision = { ...latest.current, ...more };
    latest.current = decision;
    setShown(decision);
    setTrouble(null);
    const { on, ...others } = decision;
    void inOrder(async () => {
      try {
        const decided = await client.importing.decide({ batch, event: number, ...others, ...(on === '' ? {} : { on }) });
        // The core may know the day better: that of a birth.
        if (decided.on !== decision.on && latest.current.on === decision.on) {
          latest.current = { ...latest.current, on: decided.on };
          setShown(latest.current);
        }
        queries.setQueryData<readonly PlanEvent[]>([planKeys.events, batch], (events) => events?.map((each) => (each.number === number ? decided : each)));
        // The rows tell what an event will write of what they leave to it.
        for (const key of [planKeys.rows, planKeys.households]) void queries.invalidateQueries({ queryKey: [key] });
      } catch (error) {
        setTrouble(error);
        latest.current = { ...latest.current, accepted: false };
        setShown(latest.current);
      }
    });
  };
  return { shown, decide, trouble, setTrouble };
}
