import type { ReactNode } from 'react';
import type { RowsQuery } from '../../shared/contract/tables.ts';
import { rowName, type Table } from '../../shared/sheets/table.ts';
import { cellText } from '../grid/grid-columns.ts';
import type { CellAt } from '../grid/TableGrid.tsx';
import { FindingsButton } from './views/FindingsButton.tsx';

interface Props {
  readonly table: Table;
  readonly focused: CellAt | null;
  /** What the cell under the cursor bears, in words. */
  readonly mark: string;
  readonly masked: boolean;
  readonly question: RowsQuery;
  readonly nextMark: () => void;
  /** What the selected cells come to. */
  readonly figures: ReactNode;
  /** 筛出 38 / 208 人, or what the screen says of the whole. */
  readonly count: string;
}

/** The bar below a table: the cell under the cursor and what is wrong with it, how many rows have findings, how many rows there are. */
export function TableFoot({ table, focused, mark, masked, question, nextMark, figures, count }: Props) {
  return (
    <footer className="records-foot" role="status">
      <span className="records-cell">
        {focused && `${rowName(table, focused.row.values)} · ${focused.field.label}：${cellText(focused.field, focused.row.values[focused.field.key] ?? null, masked) || '空'}`}
        {mark !== '' && <span className="records-mark">　{mark.replaceAll('\n', '；')}</span>}
      </span>
      {figures}
      {!table.ledger && <FindingsButton table={table} question={question} next={nextMark} />}
      <span className="nowrap">{count}</span>
    </footer>
  );
}
