import { cellText, type SheetRow } from './cells.ts';
import { targetOf, type Target } from './header-index.ts';
import { normalHeader } from './header-text.ts';
import { sheetKinds } from './kinds/index.ts';

/** One column's head in a band of rows, read once for all kinds. */
export interface Head {
  readonly index: number;
  /** As written, blanks and line breaks folded, levels joined by " / ". */
  readonly header: string;
  /** Normalised: the lowest level, and all levels together where there are several. */
  readonly leaf: string;
  readonly joined: string | null;
  /** What it means where no kind says otherwise: the lowest level, and all levels together. */
  readonly general: Target | null;
  readonly generalJoined: Target | null;
  /** Whether any kind knows it. */
  readonly known: boolean;
}

const folded = (text: string): string => text.replace(/\s+/g, '').trim();

const knownSomewhere = new Set(sheetKinds.flatMap(({ here }) => Object.keys(here)));

/** The heads of a band of rows. A merged head stands only in its first cell: a group reaches right until the next one. */
export function headsOf(band: readonly SheetRow[]): Head[] {
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
    const lowest = levels.at(-1);
    if (lowest === undefined || !anyOwn) continue;
    const several = levels.length > 1;
    const leaf = normalHeader(lowest);
    const joined = several ? normalHeader(levels.join('')) : null;
    const slashed = several ? normalHeader(levels.join('/')) : null;
    const general = targetOf(lowest) ?? null;
    const generalJoined = several ? (targetOf(levels.join('')) ?? null) : null;
    const known = general !== null || generalJoined !== null || knownSomewhere.has(leaf) || (joined !== null && knownSomewhere.has(joined)) || (slashed !== null && knownSomewhere.has(slashed));
    heads.push({ index, header: several ? levels.join(' / ') : lowest, leaf, joined, general, generalJoined, known });
  }
  return heads;
}
