import { create } from 'zustand';
import type { Leaving } from '../../shared/contract/outgoing.ts';
import type { Level } from '../../shared/papers/gate.ts';

interface Question {
  /** What is about to leave: 人员表, 家庭收入测算表 … */
  readonly what: string;
  readonly choices: readonly Level[];
  readonly usual: Level;
  readonly answer: (leaving: Leaving | null) => void;
}

/** The question at the gate, while it is asked. */
export const useLeaveGate = create<{ readonly question: Question | null }>()(() => ({ question: null }));

/** Asks on what level something may leave, and why; null when the user stays. */
export function askLeave(what: string, usual: Level, choices: readonly Level[] = ['public', 'reduced', 'full']): Promise<Leaving | null> {
  useLeaveGate.getState().question?.answer(null);
  return new Promise((resolve) => {
    const answer = (leaving: Leaving | null): void => {
      useLeaveGate.setState({ question: null });
      resolve(leaving);
    };
    useLeaveGate.setState({ question: { what, choices, usual, answer } });
  });
}
