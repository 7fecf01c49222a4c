import { type MouseEvent, type ReactNode, useMemo } from 'react';
import { columnLetters } from '../../../shared/sheets/cells.ts';
import type { FormSheetLook } from '../../../shared/contract/templates.ts';
import type { FormColumn, FormPlace, FormSheet } from '../../../shared/templates/form.ts';
import { addressOf, GridReader } from '../../../shared/templates/form-grid.ts';
import { targetLabel } from '../../../shared/templates/form-words.ts';
import { headerAfter } from '../../../shared/sheets/header-after.ts';
import { TargetPicker } from '../../ui/TargetPicker.tsx';
import { useFormDesk } from './form-desk.ts';
import { leftBlank, listOptions, placeOptions } from './form-options.ts';

/** Rows that are shown although nothing stands in them: where a list will be. */
const blankShown = 6;

const whys: Readonly<Record<FormColumn['by'], string>> = { header: '按列名', mark: '按记号', given: '自己指定', formula: '表里自己算', word: '表里每行都写着' };
const whyOf = ({ by, target }: FormColumn): string => (by === 'header' && target === null ? '列名不认识' : whys[by]);

/** The blank as Excel shows it: what each column and each place is, and how it will be filled. */
export function FormTable({ look, sheet }: { look: FormSheetLook; sheet: FormSheet }) {
  const sayOf = useFormDesk((state) => state.sayOf);
  const { list, places } = sheet;
  const reader = useMemo(() => new GridReader({ name: look.sheet, hidden: false, rows: look.rows, merges: look.merges, last: look.last, width: look.width, framed: () => false, worked: () => false }), [look]);
  const byCell = useMemo(() => Map.groupBy(places, ({ cell }) => cell), [places]);
  const columns = new Map(list?.columns.map((column) => [column.index, column]));
  const groups = useMemo(() => (list ? listOptions(list.subject) : []), [list]);
  const lastText = Math.max(0, ...look.rows.map(({ number }) => number), ...places.map(({ cell }) => Number(/\d+$/.exec(cell)?.[0])));
  const shown = shownRows(lastText, list?.body ?? null, Math.min(look.last, 60));
  const width = Math.max(1, look.width, ...(list?.columns.map(({ index }) => index + 1) ?? []));
  const pick = (event: MouseEvent, row: number): void => sayOf({ sheet: sheet.sheet, headerRows: headerAfter(list?.headerRows ?? [], row, event.shiftKey), ...(list ? {} : { subject: undefined }) });
  return (
    <div className="sheet-scroll" tabIndex={0} role="region" aria-label="空表">
      <table className={`sheet-table form-table${width === 1 ? ' form-text' : ''}`}>
        <thead>
          <tr className="sheet-letters">
            <th aria-label="行" />
            {Array.from({ length: width }, (_, index) => <th key={index} scope="col">{columnLetters(index)}</th>)}
          </tr>
          {list && (
            <tr className="sheet-targets">
              <th scope="row">填什么</th>
              {Array.from({ length: width }, (_, index) => {
                const column = columns.get(index);
                return <td key={index}>{column && <ColumnTarget column={column} groups={groups} choose={(target) => sayOf({ sheet: sheet.sheet, columns: { [column.letters]: target } })} />}</td>;
              })}
            </tr>
          )}
        </thead>
        <tbody>
          {shown.map((row) => {
            const place = list?.headerRows.includes(row) ? 'header' : list && row >= list.body.first && row <= Math.max(list.body.first, list.body.last) ? 'body' : 'around';
            return (
              <tr key={row} className={`sheet-row sheet-${place}`}>
                <th scope="row">
                  <button type="button" aria-pressed={place === 'header'} aria-label={`第 ${row} 行${place === 'header' ? '是表头' : '当表头'}`} title="把这一行当表头；按住 Shift 再点，表头占几行" onClick={(event) => pick(event, row)}>{row}</button>
                </th>
                {Array.from({ length: width }, (_, column) => <FormCell key={column} reader={reader} row={row} column={column} width={width} shown={shown} places={byCell.get(addressOf(row, column)) ?? []} body={place === 'body' && columns.has(column)} />)}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** All rows down to the last with anything; of the rows prepared for a list the first few. */
function shownRows(lastText: number, body: { readonly first: number; readonly last: number } | null, last: number): number[] {
  const end = Math.min(60, Math.max(lastText, body ? body.first : 0, Math.min(last, lastText + blankShown)));
  const rows = Array.from({ length: Math.max(1, end) }, (_, at) => at + 1);
  return body ? rows.filter((row) => row < body.first + blankShown || row > body.last) : rows;
}

function ColumnTarget({ column, groups, choose }: { column: FormColumn; groups: ReturnType<typeof listOptions>; choose: (target: string | null) => void }) {
  const { letters, header, target, by } = column;
  if (by === 'formula') return <span className="quiet">公式，保留</span>;
  return (
    <>
      <TargetPicker of={`${letters} 列“${header}”`} value={target ?? leftBlank} word={by === 'word' ? '原样保留' : target === null ? '空着' : targetLabel(target)} why={whyOf(column)} nothing={target === null && by !== 'word'} groups={groups} choose={(value) => choose(value === leftBlank ? null : value)} />
      <span className="quiet">{whyOf(column)}</span>
    </>
  );
}

interface CellProps {
  readonly reader: GridReader;
  readonly row: number;
  readonly column: number;
  readonly width: number;
  readonly shown: readonly number[];
  readonly places: readonly FormPlace[];
  readonly body: boolean;
}

function FormCell({ reader, row, column, width, shown, places, body }: CellProps): ReactNode {
  const { top, left, bottom, right } = reader.block(row, column);
  const firstShown = shown.find((each) => each >= top && each <= bottom);
  if (column !== left || row !== firstShown) return null;
  const rows = shown.filter((each) => each >= top && each <= bottom).length;
  const text = reader.own(top, left);
  return (
    <td rowSpan={rows > 1 ? rows : undefined} colSpan={right > left ? Math.min(right, width - 1) - left + 1 : undefined} className={`${right > left ? 'sheet-alone' : ''}${body ? ' form-body' : ''}${places.length > 0 ? ' form-place' : ''}`} title={text}>
      {text}
      {places.map((place) => <PlaceTarget key={place.key} place={place} sheet={reader.grid.name} />)}
    </td>
  );
}

function PlaceTarget({ place: { key, label, target, given }, sheet }: { place: FormPlace; sheet: string }) {
  const sayOf = useFormDesk((state) => state.sayOf);
  const groups = useMemo(() => placeOptions(), []);
  return <TargetPicker of={`“${label}”`} value={target ?? leftBlank} word={target === null ? '空着' : targetLabel(target)} why={given ? '自己指定' : '按标签'} nothing={target === null} groups={groups} choose={(value) => sayOf({ sheet, places: { [key]: value === leftBlank ? null : value } })} />;
}
