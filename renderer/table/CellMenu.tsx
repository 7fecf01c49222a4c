import type { RefObject } from 'react';
import type { Filter } from '../../shared/contract/tables.ts';
import type { Table } from '../../shared/sheets/table.ts';
import { canGroup } from '../../shared/views/summary.ts';
import { lockOf } from '../../shared/sheets/table-lock.ts';
import { navigate } from '../app/session.tsx';
import type { GridHandle } from '../grid/grid-context.ts';
import { cellText } from '../grid/grid-columns.ts';
import type { CellAt } from '../grid/TableGrid.tsx';
import { PointMenu } from '../ui/PointMenu.tsx';

export interface MenuAt {
  readonly cell: CellAt;
  readonly x: number;
  readonly y: number;
}

/** What the screen around the table can do with a row. */
export interface RowAction {
  readonly key: string;
  readonly label: string;
  readonly extra?: string;
  readonly onClick: () => void;
}

interface Props {
  readonly table: Table;
  readonly at: MenuAt;
  readonly grid: RefObject<GridHandle | null>;
  readonly rowActions: readonly RowAction[];
  readonly history: (cell: CellAt) => void;
  readonly card: () => void;
  /** Shows the papers of the record; null: it takes none. */
  readonly papers: (() => void) | null;
  readonly dossiers: () => void;
  /** Sums the table up by a column. */
  readonly summary: (column: string) => void;
  /** Puts the selected rows onto a blank form. */
  readonly forms: () => void;
  /** Opens what writes one value of a column into many rows; null: nothing can be written. */
  readonly bulk: ((column: string) => void) | null;
  readonly close: () => void;
}

/** What can be done with a cell and its row: right button, or Shift+F10. */
export function CellMenu({ table, at, grid, rowActions, history, card, papers, dossiers, summary, forms, bulk, close }: Props) {
  const { cell } = at;
  const { householdId } = cell.row;
  const value = cell.row.values[cell.field.key] ?? null;
  const text = cellText(cell.field, value, false);
  const filter: Filter = value === null ? { field: cell.field.key, test: 'blank' } : { field: cell.field.key, test: 'in', values: [value] };
  const items = [
    ...(bulk === null ? [] : [{ key: 'cut', label: '剪切', extra: 'Ctrl+X', onClick: () => grid.current?.copy({ cut: true }) }]),
    { key: 'copy', label: '复制', extra: 'Ctrl+C', onClick: () => grid.current?.copy() },
    ...(bulk === null ? [] : [{ key: 'paste', label: '粘贴', extra: 'Ctrl+V', onClick: () => grid.current?.cells().paste() }]),
    { key: 'copyHeads', label: '连列名一起复制', extra: 'Ctrl+Shift+C', onClick: () => grid.current?.copy({ heads: true }) },
    ...(bulk === null
      ? []
      : [
          { key: 'clear', label: '清空', extra: 'Delete', onClick: () => grid.current?.cells().clear() },
          { key: 'down', label: '照上面的填', extra: 'Ctrl+D', onClick: () => grid.current?.cells().fill('down') },
          { key: 'right', label: '照左边的填', extra: 'Ctrl+R', onClick: () => grid.current?.cells().fill('right') },
        ]),
    { type: 'divider' as const },
    { key: 'filter', label: value === null ? `只看“${cell.field.label}”空着的` : `只看“${text.length > 12 ? `${text.slice(0, 12)}…` : text}”`, onClick: () => grid.current?.setFilters({ ...grid.current.filters(), [cell.field.key]: filter }) },
    ...(canGroup(cell.field) ? [{ key: 'summary', label: `按“${cell.field.label}”汇总`, onClick: () => summary(cell.field.key) }] : []),
    { type: 'divider' as const },
    ...(bulk === null || lockOf(table, cell.field) !== null ? [] : [{ key: 'bulk', label: `批量修改“${cell.field.label}”……`, extra: 'Ctrl+Shift+E', onClick: () => bulk(cell.field.key) }]),
    { key: 'history', label: '这一格的修改记录', extra: 'Ctrl+Shift+H', onClick: () => history(cell) },
    ...(householdId === '' ? [] : [{ key: 'card', label: '户卡片', extra: 'Ctrl+I', onClick: card }]),
    ...(papers === null ? [] : [{ key: 'papers', label: '材料', extra: 'Ctrl+J', onClick: papers }]),
    ...rowActions.map((action) => ({ ...action })),
    ...(householdId === '' ? [] : [{ key: 'wall', label: '打印这一户的上墙表', onClick: () => navigate({ screen: 'walls', householdId }) }, { key: 'dossiers', label: '出一户一档……', onClick: dossiers }]),
    { key: 'forms', label: '填上级的空表……', onClick: forms },
    { type: 'divider' as const },
    { key: 'freeze', label: `冻结到“${cell.field.label}”列`, onClick: () => grid.current?.freezeTo(cell.field.key) },
    { key: 'loosen', label: '取消冻结', onClick: () => grid.current?.freezeTo(null) },
    { key: 'hide', label: `隐藏“${cell.field.label}”列`, onClick: () => grid.current?.showColumns([cell.field.key], false) },
  ];
  return <PointMenu items={items} at={at} close={close} escape={() => { close(); grid.current?.focus(); }} />;
}
