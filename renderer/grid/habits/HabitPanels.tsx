import { useStore } from 'zustand';
import { Later } from '../../ui/Later.tsx';
import { WorkBar } from '../../ui/WorkBar.tsx';
import { AskBlanks } from './AskBlanks.tsx';
import { FindBar } from './FindBar.tsx';
import { FillChoice } from './FillChoice.tsx';
import type { GridHabits } from './grid-habits.ts';
import { HeadMenu } from './HeadMenu.tsx';
import { RefusedCells } from './RefusedCells.tsx';

/** What the habits of a grid show beside its cells: the bar that finds, questions before a write, what is being done. */
export function HabitPanels({ habits }: { habits: GridHabits }) {
  const { asking, filled, finding, head, busy } = useStore(habits.store);
  const work = useStore(habits.desk.work);
  return (
    <>
      {finding !== null && <FindBar habits={habits} replacing={finding === 'replace'} />}
      {filled !== null && <FillChoice habits={habits} filled={filled} />}
      {head !== null && <HeadMenu habits={habits} at={head} />}
      {busy !== null && asking === null && <Later><div className="habit-busy"><WorkBar work={work} what={busy} now /></div></Later>}
      {asking?.kind === 'refused' && <RefusedCells {...asking} />}
      {asking?.kind === 'blanks' && <AskBlanks {...asking} />}
    </>
  );
}
