import { everybodyWords, findMatchSubject } from '../../shared/changes/match-subjects.ts';
import type { DifferingField, Matching, NearMatch } from '../../shared/changes/matching.ts';

/** A line of a quadrant, whatever stands in it. */
export interface MatchLine {
  readonly id: string;
  /** 第 3 行, with the sheet where there are several; '' for who is on no row. */
  readonly place: string;
  readonly name: string;
  /** Their number. */
  readonly number: string;
  readonly text: string;
  readonly fields: readonly DifferingField[];
  readonly told: string;
  readonly memberId: string | null;
  /** Where the clerk may say who it is, or take back what was said. */
  readonly theirs: string | null;
  readonly near: readonly NearMatch[];
}

export interface Quadrant {
  readonly key: string;
  readonly word: string;
  readonly hint: string;
  readonly count: number;
  /** Made when they are looked at. */
  readonly lines: () => readonly MatchLine[];
}

const bare = { text: '', fields: [], told: '', memberId: null, theirs: null, near: [] } as const;

/** The places in which the rows of a list stand, in the order in which somebody has to do something about them. */
export function quadrantsOf(found: Matching): readonly Quadrant[] {
  const subject = found.subject === null ? undefined : findMatchSubject(found.subject);
  const words = subject?.words ?? everybodyWords;
  const hints = subject?.hints ?? {};
  const several = found.sheets.filter(({ why }) => why === undefined).length > 1;
  const spot = ({ sheet, row }: { readonly sheet: string; readonly row: number }) => ({ id: `${row} ${sheet}`, place: several ? `${sheet} ${row}` : String(row) });
  const nearBy = Map.groupBy(found.near, ({ sheet, row }) => `${row} ${sheet}`);
  const registered = (line: Matching['both'][number]): MatchLine => ({ ...bare, ...spot(line), name: line.name, number: line.key, told: line.told ?? '', memberId: line.memberId, theirs: line.theirs ?? null });
  const open = (line: Matching['onlyTheirs'][number], text: string): MatchLine => ({ ...bare, ...spot(line), name: line.name, number: line.key, told: line.told ?? '', theirs: line.theirs, near: nearBy.get(`${line.row} ${line.sheet}`) ?? [], text });
  return [
    { key: 'differ', word: words.differ, hint: hints.differ ?? '人在登记册里，有的项和名单说的不同。', count: found.differ.length, lines: () => found.differ.map((line) => ({ ...registered(line), fields: line.fields })) },
    { key: 'theirs', word: words.onlyTheirs, hint: hints.onlyTheirs ?? '名单上有，登记册里没有这个证件号码。可能是谁，列在下面，由您来认。', count: found.onlyTheirs.length, lines: () => found.onlyTheirs.map((line) => open(line, '')) },
    { key: 'register', word: words.onlyRegister, hint: subject && !subject.expects ? '这种名单不反过来查：登记册里的人不都该在上面。' : (hints.onlyRegister ?? '登记册里有，名单上没有。'), count: found.onlyRegister.length, lines: () => found.onlyRegister.map(({ memberId, name, village, householdNo, why }) => ({ ...bare, id: memberId, place: '', name, number: '', memberId, text: [`${village} 户 ${householdNo}`, why].filter((part) => part !== '').join('：') })) },
    { key: 'unusable', word: '没法比对', hint: '这些行没有能用的号码，或者重复了。认得出是谁的，点“就是他”；别的请部门补上号码。', count: found.unusable.length, lines: () => found.unusable.map((line) => open(line, line.why)) },
    { key: 'both', word: words.both, hint: hints.both ?? '名单和登记册说的一样。', count: found.both.length, lines: () => found.both.map(registered) },
  ];
}

/** Whether of all that is offered for a line one is plainly meant: the only candidate, of the same name, and nothing speaks against him. */
export const plainlyMeant = ({ near }: MatchLine): boolean => near.length === 1 && near[0]?.why.startsWith('同名') === true && !near[0].why.includes('证件号码不同');
