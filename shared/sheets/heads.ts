import { cellText, type SheetRow } from './cells.ts';
import { following } from '../register/own/spoken.ts';
import { targetOf, type Target } from './header-index.ts';
import { longestHeader, normalHeader } from './header-text.ts';
import { sheetKinds } from './kinds/index.ts';

/** One column's head in a band of rows, read once for all kinds. */
export interface Head {
  readonly index: number;
  /** As written, blanks and line breaks folded, levels joined by " / ". */
  readonly header: string;
  /** What it means where no kind says otherwise: the lowest level, and all levels together. */
  readonly general: Target | null;
  readonly generalJoined: Target | null;
  /** By key of the kinds that say otherwise. */
  readonly own: ReadonlyMap<string, Target> | undefined;
  readonly ownJoined: ReadonlyMap<string, Target> | undefined;
  /** Whether any kind knows it. */
  readonly known: boolean;
}

const folded = (text: string): string => text.replace(/\s+/g, '').trim();

/** What kinds say of a header, by the header: a head is asked for each of some forty kinds. */
const saidByKinds = following(() => {
  const byHeader = new Map<string, Map<string, Target>>();
  for (const { key, here } of sheetKinds) {
    for (const [header, target] of Object.entries(here)) {
      const said = byHeader.get(header);
      if (said) said.set(key, target);
      else byHeader.set(header, new Map([[key, target]]));
    }
  }
  return byHeader;
});

/** The heads of a band of rows. A merged head stands only in its first cell: a group reaches right until the next one. */
export function headsOf(band: readonly SheetRow[]): Head[] {
  const byHeader = saidByKinds();
  const width = Math.max(...band.map((row) => row.cells.length));
  const heads: Head[] = [];
  const reach: string[] = band.map(() => '');
  for (let index = 0; index < width; index++) {
    const levels: string[] = [];
    band.forEach((row, level) => {
      const own = folded(cellText(row.cells[index]));
      const last = level === band.length - 1;
      if (own !== '') {
        // What is no header heads no group: a page of words would be told again for each of a thousand columns.
        reach[level] = own.length > longestHeader ? '' : own;
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
    const own = byHeader.get(leaf);
    const ownJoined = joined === null ? undefined : byHeader.get(joined);
    const known = general !== null || generalJoined !== null || own !== undefined || ownJoined !== undefined || (slashed !== null && byHeader.has(slashed));
    heads.push({ index, header: several ? levels.join(' / ') : lowest, general, generalJoined, own, ownJoined, known });
  }
  return heads;
}
