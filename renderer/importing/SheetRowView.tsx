import type { MouseEvent } from 'react';
import type { SheetLook } from '../../shared/contract/importing.ts';

interface Props {
  readonly row: SheetLook['rows'][number];
  readonly width: number;
  readonly place: 'above' | 'header' | 'below';
  readonly pick: (event: MouseEvent, row: number) => void;
}

/** A row as Excel shows it. Pressing it makes it the header. */
export function SheetRowView({ row: { number, cells }, width, place, pick }: Props) {
  const first = cells.findIndex((cell) => cell !== '');
  // A title stands alone in its row and reaches over the columns beside it, as in Excel.
  const alone = first >= 0 && cells.every((cell, at) => cell === '' || at === first);
  return (
    <tr className={`sheet-row sheet-${place}`} onClick={(event) => pick(event, number)}>
      <th scope="row">
        <button type="button" aria-pressed={place === 'header'} aria-label={`第 ${number} 行${place === 'header' ? '是表头' : '当表头'}`} title="把这一行当表头；按住 Shift 再点，表头占几行">{number}</button>
      </th>
      {alone ? (
        <>
          {first > 0 && <td colSpan={first} />}
          <td className="sheet-alone" colSpan={width - first} title={cells[first]}>{cells[first]}</td>
        </>
      ) : (
        Array.from({ length: width }, (_, index) => <td key={index} title={cells[index] ?? ''}>{cells[index] ?? ''}</td>)
      )}
    </tr>
  );
}
