import type { CellClassParams, ColDef } from 'ag-grid-community';
import type { TableRow } from '../../../shared/contract/tables.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Field } from '../../../shared/register/field.ts';
import type { Table } from '../../../shared/sheets/table.ts';
import { paints } from '../../../shared/views/view.ts';
import type { GridContext } from '../grid-context.ts';
import { markOf, type CellMark } from './mark-book.ts';
import { MarkedCell } from './marked-cell.ts';

interface At {
  readonly context: unknown;
  readonly data?: TableRow | undefined;
}

/** What a column needs so that its cells bear marks: classes, the sign, the words behind it. */
export function markedColumn(table: Table, field: Field): Pick<ColDef<TableRow, Stored>, 'cellClassRules' | 'cellRendererSelector' | 'tooltipValueGetter'> {
  const at = ({ context, data }: At): CellMark => markOf((context as GridContext).marks, table, data, field);
  const toned = (tone: CellMark['tone']) => (params: CellClassParams<TableRow, Stored>): boolean => at(params).tone === tone;
  return {
    cellClassRules: {
      'mark-E': toned('E'),
      'mark-W': toned('W'),
      'mark-I': toned('I'),
      'mark-unsaved': toned('unsaved'),
      ...Object.fromEntries(paints.map((paint) => [`paint-${paint}`, (params: CellClassParams<TableRow, Stored>): boolean => at(params).paint === paint])),
    },
    cellRendererSelector: (params) => (at(params).sign === '' ? undefined : { component: MarkedCell, params: { table, field } }),
    tooltipValueGetter: (params) => at(params).text || undefined,
  };
}
