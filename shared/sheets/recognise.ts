import { saysNothing } from '../fields/clean-text.ts';
import { yesNo } from '../fields/yes-no.ts';
import { findField, inUse as vocabularyHas } from '../register/vocabulary.ts';
import { cellText, columnLetters, type SheetRow } from './cells.ts';
import { type Head, headsOf } from './heads.ts';
import { normalHeader } from './header-text.ts';
import type { Target } from './header-index.ts';
import { findSheetKind, sheetKinds } from './kinds/index.ts';
import type { SheetHints, SheetKind } from './kinds/sheet-kind.ts';
import type { LayoutChange } from '../changes/plan-types.ts';
import { compareLayout, fingerprintOf, shareOf, type SheetLayout } from './sheet-layout.ts';
import { aboveTable, type AboveValue, titleOf } from './above-table.ts';

/** One column of a recognised sheet. `target` is null where the vocabulary does not know the header: it is kept under it. */
export interface Column {
  readonly index: number;
  readonly letters: string;
  /** As written, blanks and line breaks folded, levels joined by " / ", a repeated header numbered ".1". */
  readonly header: string;
  readonly target: Target | null;
  /** Why: said by the clerk, remembered, or carried over from an older version of the form. Absent: by its header. */
  readonly by?: 'given' | 'remembered' | 'moved';
}

export interface Recognised {
  readonly kind: SheetKind;
  /** Row numbers in the file. */
  readonly headerRows: readonly number[];
  readonly columns: readonly Column[];
  /** Text of the rows above the header. */
  readonly titles: readonly string[];
  /** What stands above the table for all of its rows: 户主：…. */
  readonly above: readonly AboveValue[];
  readonly fingerprint: string;
  /** The remembered layout that this is. */
  readonly layout: SheetLayout | null;
  /** The remembered layout that this seems to be a new version of. */
  readonly change: LayoutChange | null;
}

/** What the clerk says of a sheet. */
export interface GivenSheet {
  readonly kind?: string | undefined;
  /** Row numbers in the file. */
  readonly headerRows?: readonly number[] | undefined;
  /** By column letters; null: kept as a note, '#leave': left out. */
  readonly columns?: Readonly<Record<string, Target | null>> | undefined;
}

export interface RecogniseOptions {
  readonly sheet?: string;
  readonly file?: string;
  readonly layouts?: readonly SheetLayout[];
  readonly given?: GivenSheet | undefined;
  /** The layout by which the sheet is to be read, as far as it has the headers. */
  readonly forced?: SheetLayout | undefined;
}

/** How many rows from the top a header may begin. */
export const headerSearchRows = 30;
/** From this share of headers on a sheet is taken for a new version of a remembered layout. */
const versionShare = 0.5;

interface Memory {
  readonly by: 'remembered' | 'moved';
  /** By normalised header. */
  readonly targets: ReadonlyMap<string, Target | null>;
}

const alwaysAgain = new Set<Target>(['#ordinal', '#note', '#leave']);

/** What a head means on a sheet of the kind. All levels say more than the lowest: 帮扶责任人 / 姓名 is not 姓名. */
const meaningOf = ({ own, ownJoined, general, generalJoined }: Head, kind: SheetKind | null): Target | null =>
  kind === null ? (generalJoined ?? general) : (ownJoined?.get(kind.key) ?? generalJoined ?? own?.get(kind.key) ?? general);

function columnsFor(heads: readonly Head[], kind: SheetKind | null, memory?: Memory, given?: GivenSheet['columns']): Column[] {
  const taken = new Set<Target>();
  const seen = new Map<string, number>();
  const said = new Set(Object.values(given ?? {}));
  return heads.map((head) => {
    const { index, header } = head;
    const letters = columnLetters(index);
    const times = seen.get(header) ?? 0;
    seen.set(header, times + 1);
    const own = times === 0 ? header : `${header}.${times}`;
    const normal = memory && normalHeader(own);
    let by: Column['by'];
    let target: Target | null;
    if (given && letters in given) [target, by] = [given[letters] ?? null, 'given'];
    else if (memory && normal !== undefined && memory.targets.has(normal)) [target, by] = [memory.targets.get(normal) ?? null, memory.by];
    else {
      target = meaningOf(head, kind);
      if (target !== null && said.has(target)) target = null;
    }
    // The same meaning twice in one sheet: the first column is the field, the second is kept beside it.
    if (target !== null && !alwaysAgain.has(target) && taken.has(target)) target = null;
    if (target !== null) taken.add(target);
    return { index, letters, header: own, target, ...(by === undefined ? {} : { by }) };
  });
}

/** All that a band would tell on a sheet of the kind: what `columnsFor` finds, without making the columns. */
function meaningsOf(heads: readonly Head[], kind: SheetKind): Set<Target> {
  const meanings = new Set<Target>();
  for (const head of heads) {
    if (!head.known) continue;
    const meaning = meaningOf(head, kind);
    if (meaning !== null) meanings.add(meaning);
  }
  return meanings;
}

const targetsOf = (columns: readonly Column[]): Set<Target> => new Set(columns.flatMap(({ target }) => (target === null ? [] : [target])));
/** A column of the office's own that was taken back or retired since means nothing: its header is kept as a note again. */
const known = (target: Target | null): Target | null => (target !== null && (target.startsWith('#') || vocabularyHas(target)) ? target : null);
const memoryOf = (layout: SheetLayout, by: Memory['by']): Memory => ({ by, targets: new Map(layout.columns.map(({ header, target }) => [normalHeader(header), known(target)])) });

/** What stands above a band. */
interface Surroundings {
  readonly hints: SheetHints;
  readonly above: readonly AboveValue[];
  readonly titles: readonly string[];
}

interface Band {
  readonly rows: readonly SheetRow[];
  readonly heads: readonly Head[];
  /** Looked at only for a band that may be a header. */
  around(): Surroundings;
}

function surroundingsOf(first: SheetRow | undefined, top: readonly SheetRow[], options: RecogniseOptions): Surroundings {
  const before = top.filter((row) => row.number < (first?.number ?? 0));
  const titles = before.map(titleOf).filter((title) => title !== '');
  const above = aboveTable(before);
  const words = [...titles, options.sheet ?? '', options.file ?? ''].join(' ').replace(/\s+/g, '');
  return { titles, above, hints: { words, above: new Set(above.map(({ target }) => target)) } };
}

/** 低保 heads amounts on one list of people and 是 and 否 on another: what stands below it tells. */
function byContents(columns: readonly Column[], kind: SheetKind, top: readonly SheetRow[], header: number): readonly Column[] {
  if (kind.about !== 'person') return columns;
  const taken = targetsOf(columns);
  return columns.map((column) => {
    const other = column.by === undefined && column.target !== null ? findField(column.target)?.yesNo : undefined;
    if (other === undefined || taken.has(other)) return column;
    const below = top.flatMap(({ number, cells }) => (number > header && !saysNothing(cellText(cells[column.index])) ? [cells[column.index] ?? ''] : []));
    const answers = below.length > 0 && below.every((cell) => typeof cell === 'string' && /\D/.test(cell) && yesNo.read(cell, { today: '' }).ok);
    return answers ? { ...column, target: other } : column;
  });
}

function found(band: Band, kind: SheetKind, columns: readonly Column[], layout: SheetLayout | null, change: LayoutChange | null): Recognised {
  return {
    kind,
    headerRows: band.rows.map((row) => row.number),
    columns,
    titles: band.around().titles,
    above: band.around().above,
    fingerprint: fingerprintOf(columns.map(({ header }) => header)),
    layout,
    change,
  };
}

/** The bands in which a header may stand: one to three rows among the first, or those that the clerk named. */
function* bandsOf(top: readonly SheetRow[], options: RecogniseOptions): Generator<Band> {
  const named = options.given?.headerRows;
  if (named !== undefined && named.length > 0) {
    const rows = top.filter(({ number }) => named.includes(number));
    if (rows.length > 0) yield { rows, heads: headsOf(rows), around: once(() => surroundingsOf(rows[0], top, options)) };
    return;
  }
  const searched = top.slice(0, headerSearchRows);
  for (let start = 0; start < searched.length; start++) {
    const around = once(() => surroundingsOf(searched[start], top, options));
    for (let height = 1; height <= 3 && start + height <= searched.length; height++) {
      const rows = searched.slice(start, start + height);
      yield { rows, heads: headsOf(rows), around };
    }
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Unknown columns speak against a band only a little: real sheets have them; a taller band must earn its rows. */
const scoreOf = ({ heads, rows }: Band, known: number, fit: number): number => known * 4 + fit - (rows.length - 1) * 3 - (heads.length - known) * 0.5;

/** The remembered layout of which a sheet of this kind seems to be a new version. */
function olderVersion(kind: SheetKind, columns: readonly Column[], layouts: readonly SheetLayout[]): SheetLayout | null {
  const headers = columns.map(({ header }) => header);
  const [best] = layouts.filter((layout) => layout.kind === kind.key).map((layout) => ({ layout, share: shareOf(layout, headers) })).toSorted((a, b) => b.share - a.share || b.layout.id - a.layout.id);
  return best && best.share >= versionShare ? best.layout : null;
}

/** What the older version knew of its headers, and of those that were renamed since. */
function movedMemory(layout: SheetLayout, change: LayoutChange): Memory {
  const memory = new Map(memoryOf(layout, 'moved').targets);
  for (const { from, to } of change.renamed) memory.set(normalHeader(to), memory.get(normalHeader(from)) ?? null);
  return { by: 'moved', targets: memory };
}

/** Reads a sheet by a layout that was named: the band that shares most headers with it. */
function byLayout(layout: SheetLayout, top: readonly SheetRow[], options: RecogniseOptions): Recognised | null {
  const kind = findSheetKind(layout.kind);
  if (!kind) return null;
  let best: { share: number; band: Band } | null = null;
  for (const band of bandsOf(top, options)) {
    const share = shareOf(layout, columnsFor(band.heads, null).map(({ header }) => header));
    if (share > 0 && (best === null || share > best.share)) best = { share, band };
  }
  if (best === null) return null;
  const columns = columnsFor(best.band.heads, kind, memoryOf(layout, 'remembered'), options.given?.columns);
  const change = best.share === 1 ? null : compareLayout(layout, columns.map(({ header }) => header));
  return found(best.band, kind, columns, layout, change);
}

/**
 * Finds the header band (1–3 rows within the first rows) and the kind of a sheet: as the clerk says, else as a remembered
 * layout has it, else by the hits of its headers, not by their place. Null where no band fits any kind.
 */
export function recognise(top: readonly SheetRow[], options: RecogniseOptions = {}): Recognised | null {
  const { given, layouts = [], forced } = options;
  if (forced && given?.kind === undefined) return byLayout(forced, top, options);
  const chosenKind = given?.kind === undefined ? undefined : findSheetKind(given.kind);
  const byFingerprint = new Map(layouts.map((layout) => [layout.fingerprint, layout]));
  let best: { score: number; band: Band; kind: SheetKind } | null = null;
  for (const band of bandsOf(top, options)) {
    if (band.heads.length === 0) continue;
    const remembered = layouts.length === 0 ? undefined : byFingerprint.get(fingerprintOf(columnsFor(band.heads, null).map(({ header }) => header)));
    const kindThen = remembered && (chosenKind ?? findSheetKind(remembered.kind));
    if (remembered && kindThen && kindThen.key === remembered.kind) {
      return found(band, kindThen, columnsFor(band.heads, kindThen, memoryOf(remembered, 'remembered'), given?.columns), remembered, null);
    }
    const sure = given?.headerRows !== undefined && chosenKind !== undefined;
    if (!sure && band.heads.filter(({ known }) => known).length < 2) continue;
    for (const kind of chosenKind ? [chosenKind] : sheetKinds) {
      const targets = given?.columns ? targetsOf(columnsFor(band.heads, kind, undefined, given.columns)) : meaningsOf(band.heads, kind);
      const fit = kind.fit(targets, band.around().hints);
      if (fit === 0 && !sure && !(chosenKind && given?.columns)) continue;
      const score = scoreOf(band, targets.size, fit);
      if (best === null || score > best.score) best = { score, band, kind };
    }
  }
  if (best === null) return null;
  const { band, kind } = best;
  const contents = (columns: readonly Column[]): readonly Column[] => byContents(columns, kind, top, band.rows.at(-1)?.number ?? 0);
  const columns = contents(columnsFor(band.heads, kind, undefined, given?.columns));
  const older = olderVersion(kind, columns, layouts);
  if (!older) return found(band, kind, columns, null, null);
  const change = compareLayout(older, columns.map(({ header }) => header));
  return found(band, kind, contents(columnsFor(band.heads, kind, movedMemory(older, change), given?.columns)), null, change);
}
