import { type ClipboardEvent, type KeyboardEvent, useId, useRef } from 'react';
import { fromClipboard } from '../../shared/clipboard/from-clipboard.ts';
import { mostNewRows, type NewCell, type NewRowsCheck } from '../../shared/contract/inserting.ts';
import { kindOf, type Field } from '../../shared/register/field.ts';
import { shown } from '../../shared/register/show-value.ts';
import type { Table } from '../../shared/sheets/table.ts';
import { choicesOf, hints } from '../grid/typing.ts';
import { useNotices } from '../ui/messages.tsx';
import { isComposing } from '../ui/method-words.ts';
import { Refusal } from '../../shared/contract/errors.ts';
import { isFilled, pasted, typed, withoutRow, type NewDraft } from './new-draft.ts';

interface Props {
  readonly table: Table;
  readonly draft: NewDraft;
  readonly change: (draft: NewDraft) => void;
  readonly told: NewRowsCheck | null;
  readonly submit: () => void;
}

/** About 4.2 px for each mm in print, as in the grid, and room for a choice. */
const widthOf = ({ printWidth, codes }: Field): number => Math.max(76, Math.round(printWidth * 4.2), codes ? 110 : 0);

const cellSelector = (row: number, column: number): string => `input[data-row="${row}"][data-column="${column}"]`;

/** Blank rows as a sheet has them: typed into, pasted into from Excel, with what is wrong at the cell. */
export function NewRowsSheet({ table, draft, change, told, submit }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const lists = useId();
  const notices = useNotices();
  const own = new Map(table.fields.map((field) => [field.key, field]));
  const fields = draft.fields.flatMap((key) => own.get(key) ?? []);
  const go = (row: number, column: number): boolean => {
    const cell = root.current?.querySelector<HTMLInputElement>(cellSelector(row, column));
    cell?.focus();
    cell?.select();
    return cell !== null && cell !== undefined;
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number): void => {
    if (isComposing(event.nativeEvent)) return;
    const { key, ctrlKey, metaKey, shiftKey } = event;
    if (key === 'Enter' && (ctrlKey || metaKey)) submit();
    else if (key === 'Enter') go(row + (shiftKey ? -1 : 1), column);
    else if (key === 'ArrowDown' && !event.altKey && choicesOf(fields[column] ?? fieldless).length === 0) go(row + 1, column);
    else if (key === 'ArrowUp' && !event.altKey && choicesOf(fields[column] ?? fieldless).length === 0) go(row - 1, column);
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>, row: number, column: number): void => {
    const texts = fromClipboard(event.clipboardData.getData('text/plain'), event.clipboardData.getData('text/html'));
    // One text goes where the cursor stands, as in any box.
    if (!texts || (texts.length === 1 && texts[0]?.length === 1)) return;
    event.preventDefault();
    const next = pasted(draft, table, { row, column }, texts);
    if (next) change(next);
    else notices.refused(new Refusal('NOT_ALLOWED', `一次最多新增 ${mostNewRows} 行`, { remedy: '更多的请存成 Excel，用“导入”' }), '粘贴');
  };
  const said = (cells: readonly NewCell[] | undefined, row: number, key: string): NewCell | undefined => cells?.find((cell) => cell.row === row && cell.field === key);
  return (
    <div className="new-rows" ref={root} tabIndex={-1}>
      <table aria-label="要新增的行">
        <thead>
          <tr>
            <th aria-label="行" className="new-number" />
            {fields.map((field) => <th key={field.key} scope="col" style={{ minWidth: widthOf(field) }}>{field.label}</th>)}
            <th aria-label="去掉" />
          </tr>
        </thead>
        <tbody>
          {draft.rows.map((texts, row) => (
            // Rows have no name but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={row}>
              <th scope="row" className="new-number">{row + 1}</th>
              {fields.map((field, column) => {
                const refused = isFilled(texts) ? said(told?.refused, row, field.key) : undefined;
                const doubt = refused ? undefined : isFilled(texts) ? said(told?.doubts, row, field.key) : undefined;
                const follows = told?.following.find((each) => each.row === row && each.field === field.key);
                const proposed = field.key === 'householdNo' ? told?.proposed.find((each) => each.row === row) : undefined;
                const why = refused ?? doubt;
                return (
                  <td key={field.key} className={refused ? 'new-refused' : doubt ? 'new-doubt' : ''} title={why ? `${why.why}。${why.remedy}` : undefined}>
                    <input
                      data-row={row}
                      data-column={column}
                      aria-label={`第 ${row + 1} 行 ${field.label}`}
                      aria-invalid={refused !== undefined}
                      className={kindOf(field).align === 'right' ? 'value-right' : ''}
                      value={texts[column] ?? ''}
                      placeholder={follows ? shown(field.key, follows.value) : proposed ? `建议 ${proposed.householdNo}` : row === 0 && !isFilled(texts) ? hints[field.kind] : undefined}
                      list={choicesOf(field).length > 0 ? `${lists}${field.key}` : undefined}
                      onChange={({ target }) => change(typed(draft, row, column, target.value))}
                      onPaste={(event) => onPaste(event, row, column)}
                      onKeyDown={(event) => onKey(event, row, column)}
                    />
                    {why && <span className="new-sign" aria-hidden>{refused ? '▲' : '△'}</span>}
                  </td>
                );
              })}
              <td>{isFilled(texts) && <button type="button" className="link" aria-label={`去掉第 ${row + 1} 行`} title="去掉这一行" onClick={() => change(withoutRow(draft, row))}>×</button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {fields.filter((field) => choicesOf(field).length > 0).map((field) => (
        <datalist key={field.key} id={`${lists}${field.key}`}>{choicesOf(field).map((choice) => <option key={choice} value={choice} />)}</datalist>
      ))}
    </div>
  );
}

const fieldless: Field = { key: '', entity: 'member', label: '', also: [], kind: 'text', sensitivity: 'inside', printWidth: 0, group: '' };
