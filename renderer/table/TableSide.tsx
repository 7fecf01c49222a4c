import { type ReactNode, type RefObject, useEffect } from 'react';
import type { FrozenList, FrozenRow } from '../../shared/contract/views.ts';
import type { RowsQuery } from '../../shared/contract/tables.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import { tableOf } from '../../shared/sheets/table.ts';
import { useOnlyLooking } from '../app/session.tsx';
import { HouseholdCard } from '../card/HouseholdCard.tsx';
import type { CellAt, GridHandle, Selected } from '../grid/grid-context.ts';
import { NewColumnSide } from '../own/NewColumnSide.tsx';
import { BulkEdit } from './BulkEdit.tsx';
import { CellHistory } from './CellHistory.tsx';
import { DossierSide } from './DossierSide.tsx';
import { PapersSide } from './PapersSide.tsx';
import { SummarySide } from './summary/SummarySide.tsx';
import { FrozenSide } from './views/FrozenSide.tsx';

export type Side = { readonly kind: 'card' } | { readonly kind: 'papers' } | { readonly kind: 'dossiers' } | { readonly kind: 'column' } | { readonly kind: 'summary'; readonly column: string | null } | { readonly kind: 'bulk'; readonly column: string | null } | { readonly kind: 'history'; readonly cell: CellAt } | { readonly kind: 'frozen'; readonly id: string };

interface Props {
  readonly subject: Subject;
  readonly side: Side;
  readonly focused: CellAt | null;
  readonly selected: Selected | null;
  readonly question: RowsQuery;
  readonly grid: RefObject<GridHandle | null>;
  readonly narrow: (question: Pick<RowsQuery, 'filters' | 'search'>) => void;
  readonly goTo: (row: FrozenRow) => void;
  readonly removeList: (list: FrozenList) => void;
  readonly columnAdded: (key: string) => void;
  readonly close: () => void;
}

/** What a table shows beside its grid. */
export function TableSide({ subject, side, focused, selected, question, grid, narrow, goTo, removeList, columnAdded, close }: Props) {
  const writable = useOnlyLooking() === null;
  switch (side.kind) {
    case 'card':
      return focused !== null && focused.row.householdId !== '' ? <HouseholdCard householdId={focused.row.householdId} rowId={focused.row.id} grid={grid} close={close} /> : null;
    case 'papers': {
      const { ledger } = tableOf(subject);
      return ledger?.papers ? <Escapes close={close}><PapersSide ledger={ledger} focused={focused?.row ?? null} narrow={narrow} close={close} /></Escapes> : null;
    }
    case 'column':
      return writable ? <NewColumnSide subject={subject} close={close} done={columnAdded} /> : null;
    case 'bulk':
      return writable ? <BulkEdit key={`${subject} ${side.column ?? ''}`} subject={subject} grid={grid} selected={selected} column={side.column} close={close} /> : null;
    case 'summary':
      return <Escapes close={close}><SummarySide key={`${subject} ${side.column ?? ''}`} subject={subject} column={side.column} question={question} narrow={narrow} close={close} /></Escapes>;
    case 'dossiers':
      return <DossierSide question={grid.current?.query() ?? question} selected={selected} focused={focused?.row.householdId ?? ''} close={close} />;
    case 'frozen':
      return <Escapes close={close}><FrozenSide id={side.id} narrow={narrow} goTo={goTo} remove={removeList} close={close} /></Escapes>;
    case 'history':
      return <Escapes close={close}><CellHistory subject={subject} cell={side.cell} close={close} /></Escapes>;
  }
}

/** Esc closes it from inside, too, and where the button that had the keys is gone with its line; on a cell of the grid the table does. */
function Escapes({ close, children }: { readonly close: () => void; readonly children: ReactNode }) {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && event.target === document.body) close();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [close]);
  return <div className="side-keys" onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) close(); }}>{children}</div>;
}
