import { useEffect, useState } from 'react';
import type { CellRemark, PlanRow, RemarkEffect } from '../../shared/changes/plan-types.ts';
import { sheetPlace } from '../../shared/sheets/sheet-place.ts';
import { shown } from '../ui/shown.ts';
import { ChangeLine } from './ChangeLine.tsx';
import { canBeLeft } from './chosen-rows.ts';
import { useChoose } from './use-choose.ts';
import { verdictWords } from './verdict-words.ts';

const linesAtOnce = 5;

/** What the row's own columns say already, and what is the same on every row of an office. */
const toldAlready = new Set(['province', 'city', 'county', 'village', 'householdNo', 'headName', 'name']);

interface Props {
  readonly row: PlanRow;
  readonly list: 'households' | 'rows';
  /** What its sheet is. */
  readonly kind: string;
  readonly done: boolean;
  readonly open: boolean;
  readonly toggle: () => void;
}

/** One row of a file: whose it is, the verdict, and the three columns of truth for each value that differs. */
export function PlanRowView({ row, list, kind, done, open, toggle }: Props) {
  const { word, sign } = verdictWords[row.verdict];
  const skipped = row.effective === 'skip';
  const summed = row.verdict === 'new' && !open && row.changes.length > 1;
  const lines = open ? row.changes : row.changes.slice(0, linesAtOnce);
  const hidden = row.changes.length - lines.length;
  const choosable = !done && canBeLeft(row);
  return (
    <div className={`plan-row of-${list} verdict-${row.verdict}${skipped ? ' plan-left' : ''}`} role="row">
      <span role="cell">{choosable && <Take row={row} />}</span>
      <span role="cell" className="plan-place" title={`${sheetPlace(row.file, row.sheet)} 第 ${row.row} 行`}>{kind !== '' && <span className="quiet">{kind} </span>}{row.row}</span>
      {list === 'rows' && <span role="cell" className="plan-number">{row.householdNo} <span className="quiet">{row.village}</span></span>}
      <span role="cell" className="plan-name">{row.name}</span>
      <span role="cell" className={`nowrap mark-${row.verdict}`}>{skipped ? '－这行不收' : `${sign}${word}`}</span>
      <div className="plan-values" role="cell">
        {summed ? (
          <button type="button" className="plan-more plan-summed" onClick={toggle} title="展开各项">
            {row.changes.filter(({ field, taken }) => !toldAlready.has(field) && (skipped || taken !== false)).map((change) => `${change.label} ${shown(change.field, change.new)}`).join('，') || '展开各项'}
          </button>
        ) : (
          lines.map((change) => <ChangeLine key={change.field} row={row} change={change} done={done} />)
        )}
        {!summed && hidden > 0 && <button type="button" className="plan-more" onClick={toggle}>还有 {hidden} 项，展开</button>}
        {open && row.changes.length > linesAtOnce && <button type="button" className="plan-more" onClick={toggle}>收起</button>}
        {row.verdict === 'same' && row.changes.length === 0 && <span className="plan-same">和登记册一致</span>}
        {row.verdict === 'new' && row.changes.length === 0 && <span className="plan-same">和前面的行一致，不再写</span>}
        {row.remarks.map((remark) => <RemarkLine key={`${remark.cell} ${remark.rule}`} remark={remark} />)}
      </div>
    </div>
  );
}

function Take({ row }: { row: PlanRow }) {
  const choose = useChoose();
  const truth = row.effective === 'take';
  // The rows hear of a choice a moment after the click; the box must not spring back meanwhile.
  const [pressed, setPressed] = useState<boolean | null>(null);
  useEffect(() => setPressed(null), [truth]);
  const take = (on: boolean): void => {
    setPressed(on);
    // Taken back where nothing wider leaves the row out; said outright where something does.
    choose('row', String(row.position), !on ? 'skip' : row.choice === 'skip' ? null : 'take');
  };
  return (
    <input
      type="checkbox"
      data-stop
      aria-label={`收 ${row.name ?? ''} 第 ${row.row} 行`}
      title={truth ? '收这一行；去掉就不收' : '这一行不收；勾上就收'}
      checked={pressed ?? truth}
      onChange={({ target }) => take(target.checked)}
    />
  );
}

const effects: Record<RemarkEffect, string> = { row: '整行不收', outside: '不在册', cell: '这一格不收', flagged: '要核实' };

function RemarkLine({ remark }: { remark: CellRemark }) {
  return (
    <div className={`plan-remark mark-${remark.effect === 'row' ? 'refused' : 'remarked'}`}>
      <b>{remark.cell}</b>
      {remark.value !== '' && !remark.message.startsWith(`“${remark.value}”`) && <q>{remark.value}</q>}
      <span>{remark.message}</span>
      <span className="plan-remedy">{effects[remark.effect]}：{remark.remedy}</span>
    </div>
  );
}
