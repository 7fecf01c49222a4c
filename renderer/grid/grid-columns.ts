import type { ColDef, ColGroupDef } from 'ag-grid-community';
import type { TableRow } from '../../shared/contract/tables.ts';
import type { Stored } from '../../shared/fields/reading.ts';
import { kindOf, type Field } from '../../shared/register/field.ts';
import { maskedText } from '../../shared/register/masked.ts';
import type { Table } from '../../shared/sheets/table.ts';
import { lockOf } from '../../shared/sheets/table-lock.ts';
import { EditorPart } from './editor-part.tsx';
import { FilterPart } from './filter-part.tsx';
import { lookOf } from './first-columns.ts';
import type { GridContext } from './grid-context.ts';
import { rowNumbers } from './habits/row-numbers.ts';
import { markedColumn } from './marks/marked-column.ts';

const widthOf = (field: Field): number => Math.round(Math.max(64, field.printWidth * 4.2 + 8, field.label.length * 13 + 50));

/** What stands in a cell, and what copying it gives while numbers are not masked. */
export function cellText(field: Field, value: Stored, masked: boolean): string {
  const text = kindOf(field).show(value);
  return masked ? maskedText(field.kind, text) : text;
}

/** What is told of a column when the mouse rests on its head. */
export function headWords(table: Table, field: Field): string {
  const lock = lockOf(table, field);
  const { label, unit } = field;
  return lock ? `${label}：${lock.remedy}` : unit ? `${label}（${unit}）` : label;
}

function column(table: Table, field: Field, place: { readonly frozen: boolean; readonly hidden: boolean }): ColDef<TableRow, Stored> {
  const align = kindOf(field).align;
  const numeric = align === 'right';
  const lock = lockOf(table, field);
  return {
    colId: field.key,
    headerName: field.label,
    valueGetter: ({ data }) => data?.values[field.key] ?? null,
    valueFormatter: ({ value, context }) => cellText(field, value ?? null, (context as GridContext).masked()),
    // Two values are the same when they are stored the same.
    equals: (one, other) => one === other,
    // What has not come yet cannot be typed over.
    editable: ({ data, context }) => lock === null && data !== undefined && (context as GridContext).frozen() === null,
    cellEditor: EditorPart,
    cellEditorPopup: true,
    cellEditorParams: { field },
    filter: FilterPart,
    filterParams: { field, subject: table.subject },
    width: widthOf(field),
    minWidth: 48,
    hide: place.hidden,
    pinned: place.frozen ? 'left' : null,
    headerClass: numeric ? 'head-right' : '',
    // A click on the name selects the column; these arrows sort.
    unSortIcon: true,
    sortingOrder: ['asc', 'desc', null],
    ...markedColumn(table, field, [numeric ? 'cell-right' : align === 'center' ? 'cell-center' : '', lock ? 'cell-derived' : ''].filter((name) => name !== '')),
  };
}

/** The columns of a grid under their groups, as the provincial sheets have two rows of heads. */
export function gridColumns(table: Table): (ColGroupDef<TableRow> | ColDef<TableRow>)[] {
  const all = table.fields;
  const byKey = new Map(all.map((field) => [field.key, field]));
  const look = lookOf(table);
  const first = look.first.filter((key) => byKey.has(key) && !look.frozen.includes(key));
  const { frozen, frozenHead } = look;
  const order = [...frozen, ...first, ...all.map(({ key }) => key).filter((key) => !first.includes(key) && !frozen.includes(key))];
  // One of each name: two would stand beside each other wherever a view brings their columns together. The grid parts one by itself.
  const groups = new Map<string, ColGroupDef<TableRow>>();
  const frozenGroup: ColDef<TableRow>[] = [];
  for (const key of order) {
    const field = byKey.get(key);
    if (!field) continue;
    const made = column(table, field, { frozen: frozen.includes(key), hidden: !first.includes(key) && !frozen.includes(key) });
    if (frozen.includes(key)) {
      frozenGroup.push(made as ColDef<TableRow>);
      continue;
    }
    const group = groups.get(field.group);
    if (group) group.children.push(made as ColDef<TableRow>);
    else groups.set(field.group, { headerName: field.group, children: [made as ColDef<TableRow>] });
  }
  return [rowNumbers, { headerName: frozenHead, children: frozenGroup }, ...groups.values()];
}
