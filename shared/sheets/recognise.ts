import { cellText, columnLetters, type SheetRow } from './cells.ts';
import { normalHeader } from './header-text.ts';
import { targetOf, type Target } from './header-index.ts';
import { sheetKinds } from './kinds/index.ts';
import type { SheetKind } from './kinds/sheet-kind.ts';

/** One column of a recognised sheet. `target` is null where the vocabulary does not know the header: it is kept under it. */
export interface Column {
  readonly index: number;
  readonly letters: string;
  /** As written, blanks and line breaks folded, levels joined by " / ", a repeated header numbered ".1". */
  readonly header: string;
  readonly target: Target | null;
}

export interface Recognised {
  readonly kind: SheetKind;
  /** Row numbers in the file. */
  readonly headerRows: readonly number[];
  readonly columns: readonly Column[];
  /** Text of the rows above the header. */
  readonly titles: readonly string[];
}

/** How many rows from the top a header may begin. */
export const headerSearchRows = 30;

const folded = (text: string): string => text.replace(/\s+/g, '').trim();

interface Head {
  readonly index: number;
  readonly header: string;
  /** What to look up, most specific first. */
  readonly spellings: readonly string[];
}

/** The header texts of a band of rows. A merged head stands only in its first cell: a group reaches right until the next one. */
function headsOf(band: readonly SheetRow[]): Head[] {
  const width = Math.max(...band.map((row) => row.cells.length));
  const heads: Head[] = [];
  const reach: string[] = band.map(() => '');
  for (let index = 0; index < width; index++) {
    const levels: string[] = [];
    band.forEach((row, level) => {
      const own = folded(cellText(row.cells[index]));
      const last = level === band.length - 1;
      if (own !== '') {
        reach[level] = own;
        reach.fill('', level + 1);
      }
      // A blank below a head that stands alone belongs to that head (merged downwards); a blank in the lowest row is no column of a group.
      const text = own !== '' ? own : last ? '' : (reach[level] ?? '');
      if (text !== '') levels.push(text);
    });
    const anyOwn = band.some((row) => folded(cellText(row.cells[index])) !== '');
    const leaf = levels.at(-1);
    if (leaf === undefined || !anyOwn) continue;
    const joined = levels.join('');
    heads.push({ index, header: levels.length > 1 ? levels.join(' / ') : leaf, spellings: levels.length > 1 ? [leaf, joined] : [leaf] });
  }
  return heads;
}

function columnsFor(heads: readonly Head[], kind: SheetKind | null): Column[] {
  const taken = new Set<Target>();
  const seen = new Map<string, number>();
  return heads.map(({ index, header, spellings }) => {
    let target: Target | null = null;
    for (const spelling of spellings) {
      target = kind?.here[normalHeader(spelling)] ?? targetOf(spelling) ?? null;
      if (target !== null) break;
    }
    // The same meaning twice in one sheet: the first column is the field, the second is kept beside it.
    if (target !== null && target !== '#ordinal' && target !== '#note' && taken.has(target)) target = null;
    if (target !== null) taken.add(target);
    const times = seen.get(header) ?? 0;
    seen.set(header, times + 1);
    return { index, letters: columnLetters(index), header: times === 0 ? header : `${header}.${times}`, target };
  });
}

const known = (columns: readonly Column[]): number => new Set(columns.flatMap((column) => (column.target === null ? [] : [column.target]))).size;

/**
 * Finds the header band (1–3 rows within the first rows) and the kind of a sheet by the hits of its headers, not by
 * their place. Null where no band fits any kind.
 */
export function recognise(top: readonly SheetRow[]): Recognised | null {
  let best: { score: number; found: Recognised } | null = null;
  const searched = top.slice(0, headerSearchRows);
  for (let start = 0; start < searched.length; start++) {
    for (let height = 1; height <= 3 && start + height <= searched.length; height++) {
      const band = searched.slice(start, start + height);
      const heads = headsOf(band);
      if (known(columnsFor(heads, null)) < 2) continue;
      for (const kind of sheetKinds) {
        const columns = columnsFor(heads, kind);
        const targets = new Set(columns.flatMap((column) => (column.target === null ? [] : [column.target])));
        const fit = kind.fit(targets);
        if (fit === 0) continue;
        // Unknown columns speak against a band only a little: real sheets have them; a taller band must earn its rows.
        const score = known(columns) * 4 + fit - (height - 1) * 3 - (columns.length - known(columns)) * 0.5;
        if (best !== null && score <= best.score) continue;
        const titles = top.filter((row) => row.number < (band[0]?.number ?? 0)).map((row) => row.cells.map((cell) => cellText(cell)).join(' ').trim());
        best = { score, found: { kind, headerRows: band.map((row) => row.number), columns, titles: titles.filter((title) => title !== '') } };
      }
    }
  }
  return best?.found ?? null;
}
