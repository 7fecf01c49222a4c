import { type MouseEvent, useMemo } from 'react';
import type { SheetSummary } from '../../shared/changes/plan-types.ts';
import type { SheetLook, SheetWord } from '../../shared/contract/importing.ts';
import { columnLetters } from '../../shared/sheets/cells.ts';
import { headerAfter } from '../../shared/sheets/header-after.ts';
import { SheetRowView } from './SheetRowView.tsx';
import { usePending } from './sheet-words.ts';
import { TargetPicker, whyMapped } from './TargetPicker.tsx';
import { targetGroups } from './target-options.ts';
import { pinned, type Understood } from './understand-sheet.ts';

interface Props {
  readonly sheet: SheetSummary;
  readonly look: SheetLook;
  readonly word: SheetWord;
  readonly understood: Understood;
  /** Everything is overwritten: where a blank wipes, too, can be said by column. */
  readonly replacing: boolean;
}

export function SheetTable({ sheet, look, word, understood, replacing }: Props) {
  const say = usePending((state) => state.say);
  const { columns, headerRows, kind } = understood;
  const groups = useMemo(() => targetGroups(kind), [kind]);
  const width = Math.max(1, ...look.rows.map(({ cells }) => cells.findLastIndex((cell) => cell !== '') + 1));
  const byIndex = new Map(columns.map((column) => [column.index, column]));
  const skipped = word.skip === true;
  const pick = (event: MouseEvent, row: number): void => {
    if (!skipped) say(pinned({ ...word, headerRows: headerAfter(headerRows, row, event.shiftKey) }, sheet));
  };
  const choose = (letters: string, target: string | null | undefined): void => {
    const { [letters]: _before, ...others } = word.columns ?? {};
    say(pinned({ ...word, columns: target === undefined ? others : { ...others, [letters]: target } }, sheet));
  };
  const wipes = new Set(word.wipe ?? []);
  const wipe = (field: string, on: boolean): void => say({ ...word, wipe: on ? [...wipes, field] : [...wipes].filter((each) => each !== field) });
  return (
    <div className="sheet-scroll" tabIndex={0} role="region" aria-label="表的前几行">
      <table className={`sheet-table${skipped ? ' sheet-skipped' : ''}`}>
        <thead>
          <tr className="sheet-letters">
            <th aria-label="行" />
            {Array.from({ length: width }, (_, index) => <th key={index} scope="col">{columnLetters(index)}</th>)}
          </tr>
          {columns.length > 0 && !skipped && (
            <tr className="sheet-targets">
              <th scope="row">是什么</th>
              {Array.from({ length: width }, (_, index) => {
                const column = byIndex.get(index);
                if (!column) return <td key={index} />;
                const { letters, target } = column;
                return (
                  <td key={index}>
                    <TargetPicker column={column} groups={groups} choose={(next) => choose(letters, next)} />
                    <span className={column.by === 'moved' ? 'mark-conflict' : 'quiet'}>{whyMapped(column)}</span>
                    {replacing && target !== null && !target.startsWith('#') && (
                      <label className="target-wipe" title="这一列空着的格，登记册里原有的也清掉"><input type="checkbox" aria-label={`${letters} 列空格也清掉`} checked={wipes.has(target)} onChange={(event) => wipe(target, event.target.checked)} /> 空格也清掉</label>
                    )}
                  </td>
                );
              })}
            </tr>
          )}
        </thead>
        <tbody>
          {look.rows.map((row) => <SheetRowView key={row.number} row={row} width={width} place={headerRows.includes(row.number) ? 'header' : row.number < (headerRows[0] ?? 0) ? 'above' : 'below'} pick={pick} />)}
        </tbody>
      </table>
    </div>
  );
}
