import type { ColDef } from 'ag-grid-community';
import type { TableRow } from '../../../shared/contract/tables.ts';

/** The column at the left that tells the place of a row; a click on it selects the row. No field of the register. */
export const numberColumn = 'rowNumber';

export const rowNumbers: ColDef<TableRow> = {
  colId: numberColumn,
  headerName: '',
  headerTooltip: '全选（Ctrl+A）',
  valueGetter: ({ node }) => (node?.rowIndex ?? 0) + 1,
  pinned: 'left',
  lockPinned: true,
  lockPosition: 'left',
  lockVisible: true,
  suppressMovable: true,
  suppressNavigable: true,
  suppressHeaderMenuButton: true,
  resizable: false,
  sortable: false,
  filter: false,
  editable: false,
  width: 52,
  minWidth: 52,
  cellClass: 'row-number',
  headerClass: 'row-number-head',
};
