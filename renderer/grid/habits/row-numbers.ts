import type { ColDef, GridApi } from 'ag-grid-community';
import type { TableRow } from '../../../shared/contract/tables.ts';

/** The column at the left that tells the place of a row; a click on it selects the row. No field of the register. */
export const numberColumn = 'rowNumber';

/** What a click on its head does. */
export const numberHeadWords = '全选（Ctrl+A）';

/** Px: four digits, and what each further one needs when it is bold. */
const usualWidth = 52;
const digitWidth = 10;

/** Wide enough for the number of the last row. */
export function fitRowNumbers(api: GridApi<TableRow> | null, total: number): void {
  const newWidth = usualWidth + digitWidth * Math.max(0, String(total).length - 4);
  if (api && api.getColumn(numberColumn)?.getActualWidth() !== newWidth) api.setColumnWidths([{ key: numberColumn, newWidth }]);
}

export const rowNumbers: ColDef<TableRow> = {
  colId: numberColumn,
  headerName: '',
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
  width: usualWidth,
  minWidth: usualWidth,
  cellClass: 'row-number',
  headerClass: 'row-number-head',
};
