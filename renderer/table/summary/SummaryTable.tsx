import { headRows } from '../../../shared/reports/head-rows.ts';
import type { Table } from '../../../shared/sheets/table.ts';
import { columnHead, type SummarySheet } from '../../../shared/views/summary-sheet.ts';
import type { SummaryAsked } from '../../../shared/views/summary.ts';
import { moveInTable } from '../../ui/move-in-table.ts';
import '../../styles/figures.css';

interface Props {
  readonly table: Table;
  readonly asked: SummaryAsked;
  readonly sheet: SummarySheet;
  /** The figure whose rows the table shows now: line and column. */
  readonly chosen: string;
  readonly look: (line: number, column: number) => void;
}

/** The figures by groups; one leads to its rows. Arrow keys go from figure to figure. */
export function SummaryTable({ table, asked, sheet, chosen, look }: Props) {
  const { heads, columns, lines } = sheet;
  const two = asked.across !== null && asked.figures.length > 1;
  const rows = headRows([...heads.map((head) => ({ head: [head] })), ...columns.map((column) => ({ head: two ? [column.side ?? '合计', column.figure] : [columnHead(column, asked)] }))]);
  return (
    <table className="report-table" aria-label={`${table.title}分类汇总`} onKeyDown={moveInTable}>
      <thead>
        {rows.map((cells) => <tr key={cells[0]?.text}>{cells.map(({ text, column, across, down }) => <th key={column} scope="col" colSpan={across} rowSpan={down}>{text}</th>)}</tr>)}
      </thead>
      <tbody>
        {lines.map(({ labels, groups, cells }, line) => (
          <tr key={JSON.stringify(groups)} className={groups.length === 0 ? 'total' : groups.length < heads.length ? 'subtotal' : undefined}>
            {labels.map((label, depth) => <td key={heads[depth]} className="left">{label}</td>)}
            {cells.map(({ said }, column) => {
              const at = `${line}|${column}`;
              const head = columns[column];
              const name = `${labels.filter((label) => label !== '').join(' ')} ${head ? [head.side, head.figure].filter((part) => part !== null).join(' ') : ''}：${said}，在表里看`;
              return (
                // Columns have no other name than their place.
                // oxlint-disable-next-line react/no-array-index-key
                <td key={column} className="right">{said !== '' && <button type="button" className="figure" aria-pressed={chosen === at} aria-label={name} onClick={() => look(line, column)}>{said}</button>}</td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
