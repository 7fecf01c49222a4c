import { create } from 'zustand';
import type { BatchSummary, Choice, Verdict } from '../../shared/changes/plan-types.ts';
import type { SheetWord } from '../../shared/contract/importing.ts';
import { sheetKey, type SheetName } from './sheet-words.ts';
import { rowCount, type Sieve } from './verdict-words.ts';

/** What stands on the right of the preview. */
export type Showing = 'households' | 'rows' | 'sheet' | 'questions' | 'events' | 'brake';

interface View {
  readonly showing: Showing;
  /** Of the two lists of rows, the one that was read last. */
  readonly list: 'households' | 'rows';
  readonly sieve: Sieve;
  /** To whose rows the lists are narrowed. */
  readonly sheet: SheetName | null;
  /** The sheet that is looked at as Excel shows it; that narrows nothing. */
  readonly looked: SheetName | null;
  readonly field: { readonly key: string; readonly label: string } | null;
  /** What was chosen for all rows of a verdict. */
  readonly verdicts: Readonly<Partial<Record<Verdict, Choice>>>;
}

interface PreviewView extends View {
  readonly show: (view: Partial<View>) => void;
  /** Back to the list of rows. */
  readonly back: () => void;
}

const start: View = { showing: 'households', list: 'households', sieve: 'all', sheet: null, looked: null, field: null, verdicts: {} };

/** What the preview shows. It stays while the user looks at another screen. */
export const usePreviewView = create<PreviewView>()((set) => ({
  ...start,
  show: (view) => set({ ...view, ...(view.showing === 'households' || view.showing === 'rows' ? { list: view.showing } : {}) }),
  back: () => set(({ list }) => ({ showing: list })),
}));

/** Begins with what needs looking at: everything where little came, the changes where most is the same. */
const firstSieve = ({ counts }: BatchSummary): Sieve => (counts.changed > 0 && counts.same > rowCount(counts) / 2 ? 'changed' : 'all');

/** Sheets that ask where their header is: of the files in which nothing was recognised, unless they are left out. */
export function askingSheets(summary: BatchSummary, words: readonly SheetWord[]): readonly SheetName[] {
  const skipped = new Set(words.filter(({ skip }) => skip === true).map(sheetKey));
  return summary.files
    .filter(({ sheets }) => sheets.every(({ kind }) => kind === null))
    .flatMap(({ file, sheets }) => sheets.map(({ sheet }) => ({ file, sheet })))
    .filter((sheet) => !skipped.has(sheetKey(sheet)));
}

/** What a new preview begins with: a sheet that asks, or the rows. */
export function beginPreview(summary: BatchSummary, words: readonly SheetWord[]): void {
  const [asking] = askingSheets(summary, words);
  const first = { ...start, sieve: firstSieve(summary) };
  usePreviewView.setState(asking ? { ...first, showing: 'sheet', looked: asking } : first);
}

/** The same files were compared again: what was being read stays, what was asked and is answered goes. */
export function goOn(summary: BatchSummary, words: readonly SheetWord[]): void {
  const { showing, list } = usePreviewView.getState();
  const [asking] = askingSheets(summary, words);
  if (showing === 'sheet' && asking) usePreviewView.setState({ looked: asking, field: null });
  else if (showing === 'sheet') usePreviewView.setState({ showing: list, sheet: null, field: null, sieve: 'all' });
  else if (showing !== 'events') usePreviewView.setState({ showing: list });
}
