import type { NewCell, NewRowsCheck } from '../../shared/contract/inserting.ts';
import { labelOf } from '../../shared/register/show-value.ts';

const listed = 60;
const where = ({ row, field }: NewCell): string => (row < 0 ? '' : `第 ${row + 1} 行${field === '' ? '' : ` · ${labelOf(field)}`}：`);

/** What is wrong with new rows, and what should be looked at; each leads to its cell. */
export function NewRowsSaid({ told, go }: { readonly told: NewRowsCheck; readonly go: (cell: NewCell) => void }) {
  const lines = [...told.refused.map((cell) => ({ sign: '▲', cell })), ...told.doubts.map((cell) => ({ sign: '△', cell }))];
  if (lines.length === 0) return null;
  return (
    <ul className="new-said" aria-label="要改的和要核对的" tabIndex={0}>
      {lines.slice(0, listed).map(({ sign, cell }) => (
        <li key={`${sign} ${cell.row} ${cell.field} ${cell.why}`}>
          <button type="button" className="link" onClick={() => go(cell)}>{sign} {where(cell)}{cell.why}</button>
          <span className="quiet">。{cell.remedy}</span>
        </li>
      ))}
      {lines.length > listed && <li className="quiet">还有 {lines.length - listed} 处没有列出，改好这些再看。</li>}
    </ul>
  );
}

/** What would come into being: 2 户、5 人. */
export const comes = ({ households, people, records }: NewRowsCheck): string =>
  [[households, '户'], [people, '人'], [records, '条']].flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}`])).join('、');
