import type { FormList, FormPlace, FormSheetWord } from './form.ts';
import { addressOf, type GridReader, placeOf } from './form-grid.ts';
import { fieldsOfPlace, isSaying, labelTarget } from './form-words.ts';
import { blanksIn, marksIn } from './marks.ts';

type Found = Omit<FormPlace, 'given'>;

/** The single values of a sheet: marks, blanks behind labels, and blank cells beside them; none inside of the list. */
export function readPlaces(reader: GridReader, list: FormList | null, word: FormSheetWord | undefined): FormPlace[] {
  const found: Found[] = [];
  const fields = new Set(fieldsOfPlace().map(({ key }) => key));
  const may = (target: string | null): string | null => (target !== null && (isSaying(target) || fields.has(target)) ? target : null);
  for (const { number: row } of reader.grid.rows) {
    const inHead = list?.headerRows.includes(row) === true;
    const inBody = list !== null && row >= list.body.first && row <= list.body.last;
    for (const column of reader.filled(row)) {
      if (reader.covered(row, column) || reader.grid.worked(row, column)) continue;
      if ((inHead || inBody) && list?.columns.some(({ index }) => index === column)) continue;
      found.push(...inCell(reader, row, column, inHead || inBody));
    }
  }
  return found.map((place) => {
    const [row, column] = placeOf(place.cell);
    // Below a list somebody signs, and 联系电话 is his; what is framed there belongs to the form.
    const signs = list !== null && place.kind !== 'mark' && row > list.body.last && !reader.grid.framed(row, column);
    const given = word?.places && place.key in word.places ? (word.places[place.key] ?? null) : undefined;
    return { ...place, target: may(given !== undefined ? given : signs && !(place.target ?? '').startsWith('#') ? null : place.target), given: given !== undefined };
  });
}

function inCell(reader: GridReader, row: number, column: number, marksAlone: boolean): Found[] {
  const text = reader.own(row, column);
  const cell = addressOf(row, column);
  const marks = marksIn(text);
  if (marks.length > 0) return numbered(marks.map(({ label, target }): Found => ({ key: `${cell} ${label}`, cell, kind: 'mark', label, target })));
  if (marksAlone) return [];
  const whole = labelTarget(text);
  if (whole !== null) {
    const { right, top } = reader.block(row, column);
    const beside = right + 1;
    // A label without a frame beside it runs over into the next cell: what belongs to it stands behind it.
    const room = beside < reader.grid.width && reader.seen(top, beside) === '' && !reader.grid.worked(top, beside) && reader.grid.framed(top, beside);
    if (room) {
      const { top: at, left } = reader.block(top, beside);
      const cellBeside = addressOf(at, left);
      return [{ key: `${cellBeside} ${text.replace(/[:：]$/, '')}`, cell: cellBeside, kind: 'beside', label: text.replace(/[:：]$/, ''), target: whole }];
    }
  }
  return numbered(blanksIn(text).map(({ label, target }): Found => ({ key: `${cell} ${label}`, cell, kind: 'behind', label, target })));
}

/** The same label twice in a cell is told apart by a number. */
function numbered(places: readonly Found[]): Found[] {
  const seen = new Map<string, number>();
  return places.map((place) => {
    const times = (seen.get(place.key) ?? 0) + 1;
    seen.set(place.key, times);
    return times === 1 ? place : { ...place, key: `${place.key} ${times}` };
  });
}
