import type { ColDef } from 'ag-grid-community';
import type { TableRow } from '../../../shared/contract/tables.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Field } from '../../../shared/register/field.ts';
import type { Table } from '../../../shared/sheets/table.ts';
import type { GridContext } from '../grid-context.ts';
import { markOf, type CellMark } from './mark-book.ts';
import { MarkedCell } from './marked-cell.ts';

interface At {
  readonly context: unknown;
  readonly data?: TableRow | undefined;
}

/** What a column needs so that its cells bear marks: classes beside those that it has anyway, and the sign. */
export function markedColumn(table: Table, field: Field, classes: readonly string[]): Pick<ColDef<TableRow, Stored>, 'cellClass' | 'cellRendererSelector'> {
  const at = ({ context, data }: At): CellMark => markOf((context as GridContext).marks, table, data, field);
  const usual = [...classes];
  return {
    // One function: rules of classes would be asked one by one, and most cells bear nothing.
    cellClass(params) {
      const { tone, paint } = at(params);
      return tone === null && paint === null ? usual : [...usual, ...(tone === null ? [] : [`mark-${tone}`]), ...(paint === null ? [] : [`paint-${paint}`])];
    },
    cellRendererSelector: (params) => (at(params).sign === '' ? undefined : { component: MarkedCell, params: { table, field } }),
  };
}
