import type { CellRemark, PlanRow, RemarkEffect, ValueChange } from '../../shared/changes/plan-types.ts';
import { shown } from '../ui/shown.ts';
import { verdictWords } from './verdict-words.ts';

const linesAtOnce = 4;

/** What the row's own columns say already, and what is the same on every row of an office. */
const toldAlready = new Set(['province', 'city', 'county', 'village', 'householdNo', 'headName', 'name']);

/** One row of a file: whose it is, the verdict, and the three columns of truth for each value that differs. */
export function PlanRowView({ row, open, show }: { row: PlanRow; open: boolean; show: () => void }) {
  const { word, sign } = verdictWords[row.verdict];
  const summed = row.verdict === 'new' && !open && row.changes.length > 1;
  const lines = open ? row.changes : row.changes.slice(0, linesAtOnce);
  const hidden = row.changes.length - lines.length;
  return (
    <div className={`plan-row verdict-${row.verdict}`} role="row">
      <span role="cell" className="amount" title={`${row.file} ${row.sheet} 第 ${row.row} 行`}>{row.row}</span>
      <span role="cell" className="plan-number">{row.householdNo}</span>
      <span role="cell">{row.name}</span>
      <span role="cell">{row.village}</span>
      <span role="cell" className={`nowrap mark-${row.verdict}`}>{sign}{word}</span>
      <div className="plan-values" role="cell">
        {summed ? (
          <button type="button" className="plan-more plan-summed" onClick={show} title="展开各项">
            {row.changes.filter(({ field }) => !toldAlready.has(field)).map((change) => `${change.label} ${shown(change.field, change.new)}`).join('，')}
          </button>
        ) : (
          lines.map((change) => <ChangeLine key={change.field} change={change} fresh={row.verdict === 'new'} />)
        )}
        {!summed && hidden > 0 && <button type="button" className="plan-more" onClick={show}>还有 {hidden} 项，展开</button>}
        {row.verdict === 'same' && row.changes.length === 0 && <span className="plan-same">和登记册一致</span>}
        {row.remarks.map((remark) => <RemarkLine key={`${remark.cell} ${remark.rule}`} remark={remark} />)}
      </div>
    </div>
  );
}

function ChangeLine({ change, fresh }: { change: ValueChange; fresh: boolean }) {
  const old = shown(change.field, change.old);
  const next = shown(change.field, change.new);
  return (
    <div className="plan-line">
      <span className="quiet">{change.label}</span>
      <span>{next}</span>
      <span>{old === '' ? <i className="quiet">{fresh ? '没有' : '空'}</i> : old}</span>
      <span>
        {change.kept === true ? (
          <><b>{old}</b><i className="quiet">（不变）</i></>
        ) : (
          <>{old !== '' && <del>{old}</del>} <ins>{next === '' ? '空' : next}</ins></>
        )}
      </span>
    </div>
  );
}

const effects: Record<RemarkEffect, string> = { row: '整行不收', outside: '不在册', cell: '这一格不收', flagged: '照写，请核实' };

function RemarkLine({ remark }: { remark: CellRemark }) {
  return (
    <div className={`plan-remark mark-${remark.effect === 'row' ? 'refused' : 'remarked'}`}>
      <b>{remark.cell}</b>
      {remark.value !== '' && <q>{remark.value}</q>}
      <span>{remark.message}</span>
      <span className="plan-remedy">{effects[remark.effect]}：{remark.remedy}</span>
    </div>
  );
}
