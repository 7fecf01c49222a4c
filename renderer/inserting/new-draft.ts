import { mostNewRows } from '../../shared/contract/inserting.ts';
import type { BlockRest } from '../grid/grid-context.ts';
import { lockOf } from '../../shared/sheets/table-lock.ts';
import { columnOfHeader } from '../../shared/sheets/table-header.ts';
import type { Table } from '../../shared/sheets/table.ts';
import { createDrafts } from '../ui/drafts.ts';

/** What is being typed for new rows; it stays while the window shows something else. */
export interface NewDraft {
  /** Columns by key. */
  readonly fields: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The household of rows that name none. */
  readonly into: { readonly id: string; readonly name: string } | null;
  readonly reason: string;
  readonly on: string;
  readonly paper: string;
  /** What the last paste left out. */
  readonly note: string;
}

const blankRows = 3;

export const freshDraft = (fields: readonly string[], into: NewDraft['into'] = null): NewDraft => ({ fields, rows: Array.from({ length: blankRows }, () => []), into, reason: '', on: '', paper: '', note: '' });

export const isFilled = (row: readonly string[]): boolean => row.some((text) => text.trim() !== '');
export const filledRows = ({ rows }: NewDraft): number => rows.filter(isFilled).length;

/** There is always a blank row to go on with. */
function withBlank(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const last = rows.at(-1);
  return rows.length < mostNewRows && (last === undefined || isFilled(last)) ? [...rows, []] : rows;
}

const put = (row: readonly string[], at: number, text: string): string[] => Array.from({ length: Math.max(row.length, at + 1) }, (_, place) => (place === at ? text : (row[place] ?? '')));

export const typed = (draft: NewDraft, row: number, column: number, text: string): NewDraft => ({ ...draft, rows: withBlank(draft.rows.map((each, at) => (at === row ? put(each, column, text) : each))) });

export function withoutRow(draft: NewDraft, row: number): NewDraft {
  const rows = draft.rows.filter((_, at) => at !== row);
  return { ...draft, rows: withBlank(rows) };
}

/** Rows that were written leave the sheet. */
export function withoutRows(draft: NewDraft, gone: readonly number[]): NewDraft {
  const left = draft.rows.filter((row, at) => !gone.includes(at) && isFilled(row));
  return left.length === 0 ? { ...freshDraft(draft.fields, draft.into), reason: draft.reason } : { ...draft, note: '', rows: withBlank(left) };
}

export const withColumn = (draft: NewDraft, key: string): NewDraft => (draft.fields.includes(key) ? draft : { ...draft, fields: [...draft.fields, key] });

/** The columns that a pasted first row names; null: it is a row like the others. */
function headsIn(table: Table, first: readonly string[]): readonly (string | null | undefined)[] | null {
  const named = first.filter((text) => text.trim() !== '');
  const columns = first.map((text) => (text.trim() === '' ? undefined : columnOfHeader(table, text)));
  const known = columns.filter((column) => column !== undefined).length;
  return known >= 2 && known * 2 >= named.length ? columns : null;
}

/** A block from the clipboard, from a cell on; under heads its columns go where the heads say. Null: it is too long. */
export function pasted(draft: NewDraft, table: Table, at: { readonly row: number; readonly column: number }, texts: readonly (readonly string[])[]): NewDraft | null {
  const heads = headsIn(table, texts[0] ?? []);
  const body = heads ? texts.slice(1) : texts;
  if (at.row + body.length > mostNewRows) return null;
  let next = draft;
  for (const key of heads ?? []) if (typeof key === 'string') next = withColumn(next, key);
  const unknown = heads ? (texts[0] ?? []).filter((text, column) => heads[column] === undefined && text.trim() !== '') : [];
  const placeOf = (column: number): number => {
    if (!heads) return at.column + column;
    const key = heads[column];
    return typeof key === 'string' ? next.fields.indexOf(key) : -1;
  };
  const rows = [...next.rows];
  for (const [down, cells] of body.entries()) {
    let row = rows[at.row + down] ?? [];
    for (const [across, text] of cells.entries()) {
      const place = placeOf(across);
      if (place >= 0) row = put(row, place, text.trim());
    }
    while (rows.length < at.row + down) rows.push([]);
    rows[at.row + down] = row;
  }
  const note = unknown.length === 0 ? '' : `没有认出这些列，没有放进来：${unknown.join('、')}`;
  return { ...next, rows: withBlank(rows), note };
}

/** The rest of a block that was pasted into the table goes below what stands here, column by column. Null: it is too long. */
export function withRest(draft: NewDraft, table: Table, { fields, texts }: BlockRest, usual: readonly string[]): NewDraft | null {
  const filled = draft.rows.filter(isFilled);
  if (filled.length + texts.length > mostNewRows) return null;
  const told = (column: number): boolean => texts.some((row) => (row[column] ?? '').trim() !== '');
  const own = new Map(table.fields.map((field) => [field.key, field]));
  const takes = (key: string): boolean => {
    const field = own.get(key);
    return field !== undefined && (usual.includes(key) || lockOf(table, field) === null);
  };
  const wanted = fields.filter((key, column) => takes(key) && told(column));
  const next = wanted.reduce(withColumn, draft);
  const places = fields.map((key) => (wanted.includes(key) ? next.fields.indexOf(key) : -1));
  const rows = texts.map((texts) => places.reduce<readonly string[]>((row, place, column) => (place < 0 ? row : put(row, place, (texts[column] ?? '').trim())), []));
  const left = fields.filter((key, column) => !takes(key) && told(column)).map((key) => own.get(key)?.label ?? key);
  const wide = Math.max(0, ...texts.map((row) => row.length)) - fields.length;
  const notes = [
    `粘贴的内容比表里的行多，多出的 ${texts.length} 行放在这里，核对后再写入`,
    ...(left.length === 0 ? [] : [`这些列不在这里填，没有放进来：${left.join('、')}`]),
    ...(wide > 0 ? [`右边多出的 ${wide} 列没有列可放，没有放进来`] : []),
  ];
  return { ...next, rows: withBlank([...filled, ...rows]), note: notes.join('；') };
}

/** By what they are typed for: a table, or a household's card. */
export const useDrafts = createDrafts<NewDraft>();
