import { useState } from 'react';
import { headRows } from '../../shared/reports/head-rows.ts';
import { calledBy } from '../../shared/reports/make-prose.ts';
import type { MadeCell, MadeReport, MadeRow, MadeSheet } from '../../shared/reports/made-report.ts';
import { BehindNumber } from './BehindNumber.tsx';
import { NoteCell } from './NoteCell.tsx';

/** Lists longer than this are looked at on their paper. */
const mostRows = 500;

/** The tables of a report; a number opens what is behind it, a name goes to its household. */
export function ReportNumbers({ made, before }: { made: MadeReport; before: MadeReport | null }) {
  const [figure, setFigure] = useState<string | null>(null);
  return (
    <div className="report-numbers">
      <div className="report-tables" tabIndex={0} role="group" aria-label="报表各张表">
        {made.sheets.map((sheet) => <SheetTable key={sheet.key} sheet={sheet} made={made} chosen={figure} look={setFigure} />)}
      </div>
      {figure !== null && made.figures[figure] && <BehindNumber made={made} before={before} figure={figure} close={() => setFigure(null)} />}
    </div>
  );
}

interface TableProps {
  readonly sheet: MadeSheet;
  readonly made: MadeReport;
  readonly chosen: string | null;
  readonly look: (figure: string) => void;
}

function SheetTable({ sheet, made, chosen, look }: TableProps) {
  const shown = sheet.rows.slice(0, mostRows);
  return (
    <section aria-label={sheet.title}>
      <h2>{sheet.title}<span className="quiet"> {sheet.lines} 行</span></h2>
      <table className="report-table">
        <thead>
          {headRows(sheet.columns).map((cells, level) => (
            <tr key={cells[0]?.text ?? level}>{cells.map(({ text, column, across, down }) => <th key={column} scope="col" colSpan={across} rowSpan={down}>{text}</th>)}</tr>
          ))}
        </thead>
        <tbody>
          {shown.map((row) => <Row key={row.key} row={row} sheet={sheet} made={made} chosen={chosen} look={look} />)}
          {shown.length === 0 && <tr><td colSpan={sheet.columns.length} className="quiet">没有</td></tr>}
        </tbody>
      </table>
      {sheet.rows.length > mostRows && <p className="quiet">这里只列前 {mostRows} 行，全部在“打印样”和 Excel 里。</p>}
    </section>
  );
}

function Row({ row, sheet, made, chosen, look }: TableProps & { row: MadeRow }) {
  const cellOf = (cell: MadeCell, at: number) => {
    const column = sheet.columns[at];
    if (column?.written && row.rank !== 'group') return <NoteCell made={made} place={`${sheet.key}/${row.key}/${column.key}`} label={`${calledBy(sheet, row) || '合计'} ${column.head.join(' ')}`} text={cell.text} />;
    if (cell.figure === undefined || cell.number === 0) return cell.text;
    const figure = cell.figure;
    return <button type="button" className="figure" aria-pressed={chosen === figure} aria-label={`${made.figures[figure]?.label ?? ''}：${cell.text}，看是哪几户`} onClick={() => look(figure)}>{cell.text}</button>;
  };
  return (
    <tr className={row.rank}>
      {row.cells.map((cell, at) => <td key={sheet.columns[at]?.key ?? at} className={sheet.columns[at]?.align ?? 'left'}>{cellOf(cell, at)}</td>)}
    </tr>
  );
}
