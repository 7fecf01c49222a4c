import type { GridApi, IDatasource, IGetRowsParams } from 'ag-grid-community';
import type { Filter, RowsQuery, TableRow } from '../../shared/contract/tables.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import type { Client } from '../client/connect.ts';
import { sortsOf } from './views/grid-look.ts';

interface Around {
  readonly client: Client;
  readonly subject: Subject;
  readonly api: () => GridApi<TableRow> | null;
  /** The newest revision whose rows the grid shows. */
  readonly revision: () => number;
  readonly counted: (total: number) => void;
  /** A window of rows came. */
  readonly loaded: (rows: readonly TableRow[]) => void;
  /** Every row that was asked for anew is here; `before`: what they took the place of; `searched`: of another search. */
  readonly answered: (before: Shown | null, now: Shown, searched: boolean) => void;
  readonly failed: (error: unknown) => void;
}

/** An answer as the page has it before the eyes: the question, and a revision at which it was read. */
export interface Shown {
  readonly question: RowsQuery;
  readonly revision: number;
}

interface Asked {
  readonly year: number;
  readonly search: string;
  /** Conditions that stand in no column's funnel. */
  readonly conditions: readonly Filter[];
}

type Again = 'purge' | 'reload';

/** How many rows around one that somebody goes to are seen with it, at most. */
const aroundRows = 40;

/** How far beyond the rows that are drawn the next ones are asked for, so that they are there when somebody scrolls on. */
const aheadRows = 100;

/** Milliseconds after which somebody who has jumped sees the rows on their way, if they are not there. */
const patience = 200;

/**
 * Windows of rows for the grid. Rows never move under an open editor: another search, another year and news from elsewhere wait
 * until it is closed. An edit of one cell leaves its row where it stands, as Excel does, even where the row no longer meets the conditions;
 * then the places on screen are those of an older answer (`drifted`) until everything is read again.
 */
export class RowSource implements IDatasource {
  readonly #around: Around;
  #asked: Asked;
  #waiting: { readonly asked: Asked; readonly again: Again } | null = null;
  #newest = '';
  #shown: Shown | null = null;
  #loading = 0;
  #failed = false;
  #due = false;
  #searched = false;
  /** The revision of which the rows on screen are the answer. */
  #readAt: number | null = null;
  #settled: (() => void)[] = [];
  /** Rows that somebody wants to go to. */
  #wanted: { readonly rows: readonly number[]; readonly go: () => void }[] = [];
  drifted = false;

  constructor(around: Around, asked: Asked) {
    this.#around = around;
    this.#asked = asked;
  }

  getRows(wanted: IGetRowsParams): void {
    const { client, counted, loaded, failed } = this.#around;
    const { startRow, endRow } = wanted;
    if (this.drifted) this.reload();
    const sorts = wanted.sortModel.map(({ colId, sort }) => ({ field: colId, descending: sort === 'desc' }));
    this.#loading++;
    const question = this.question(sorts);
    const key = JSON.stringify(question);
    // Sorts and funnels are asked for by the grid itself.
    if (this.#newest !== '' && key !== this.#newest && !this.#due) this.#begin();
    this.#newest = key;
    const revision = (this.#readAt ??= this.#around.revision());
    const end = (): void => {
      this.#loading--;
      if (this.#loading > 0 || this.#owes) return;
      this.#end({ question, revision });
    };
    client.tables.rows({ ...question, offset: startRow, limit: Math.min(500, endRow - startRow) }).then(
      ({ rows, total }) => {
        wanted.successCallback([...rows], total);
        this.#came();
        // The answer to a question that was overtaken may come last.
        if (this.#newest === key) counted(total);
        loaded(rows);
        end();
      },
      (error: unknown) => {
        wanted.failCallback();
        for (const { go } of this.#wanted) go();
        this.#failed = true;
        failed(error);
        end();
      },
    );
  }

  /** Rows are drawn: those before and after them will be needed next. */
  drawn(first: number, last: number): void {
    // Where another window would have everything read again, it is read when it must be.
    if (this.drifted || this.due) return;
    this.#isHere(first - aheadRows);
    this.#isHere(last + aheadRows);
  }

  /**
   * Before somebody goes to a row far away: when it is here with those around it, so that they are drawn once and with what they hold; or
   * after a moment, where they do not come. Null: there is nothing to wait for.
   */
  have(row: number): Promise<void> | null {
    if (!this.#around.api() || this.drifted || this.due || this.#isHere(row)) return null;
    const { promise, resolve } = Promise.withResolvers<void>();
    const wanted = { rows: [row, row - aroundRows, row + aroundRows], go: resolve };
    this.#wanted.push(wanted);
    this.#came();
    setTimeout(resolve, patience);
    return promise.finally(() => { this.#wanted = this.#wanted.filter((each) => each !== wanted); });
  }

  /** Whether a row is here, or there is no such row. Asking for it sends for its window. */
  #isHere(row: number): boolean {
    const api = this.#around.api();
    return !api || row < 0 || row >= api.getDisplayedRowCount() || api.getDisplayedRowAtIndex(row)?.data !== undefined;
  }

  #came(): void {
    for (const { rows, go } of this.#wanted) if (rows.filter((row) => !this.#isHere(row)).length === 0) go();
  }

  /** The question that the rows on screen answer. */
  question(sorts: RowsQuery['sorts'] = sortsOf(this.#around.api()?.getColumnState() ?? [])): RowsQuery {
    const { subject, api } = this.#around;
    const search = this.#asked.search.trim();
    const filters = [...Object.values<Filter>(api()?.getFilterModel() ?? {}), ...this.#asked.conditions];
    return { subject, year: this.#asked.year, filters, sorts, ...(search === '' ? {} : { search }) };
  }

  /** What the core is asked about places on screen: the question, and of when its answer is. */
  asked(): { readonly question: RowsQuery; readonly revision: number } {
    const now = this.#around.revision();
    return { question: this.question(), revision: this.drifted ? (this.#readAt ?? now) : now };
  }

  /** Another year, another search, other conditions are another question. */
  ask(asked: Asked): void {
    if (JSON.stringify(asked) === JSON.stringify(this.#waiting?.asked ?? this.#asked)) return;
    this.#again('purge', asked);
  }

  /** The same question again: something was written. */
  reload(): void {
    this.#again('reload', this.#waiting?.asked ?? this.#asked);
  }

  #again(again: Again, asked: Asked): void {
    const api = this.#around.api();
    if (!api) {
      this.#asked = asked;
      return;
    }
    if (api.getEditingCells().length > 0) {
      this.#waiting = { asked, again: this.#waiting?.again === 'purge' ? 'purge' : again };
      return;
    }
    this.#waiting = null;
    this.#searched ||= asked.search !== this.#asked.search;
    this.#asked = asked;
    this.#begin();
    if (again === 'purge') api.purgeInfiniteCache();
    else api.refreshInfiniteCache();
  }

  #begin(): void {
    this.drifted = false;
    this.#readAt = this.#around.revision();
    this.#due = true;
  }

  /** Windows that are to be read again and were not asked for yet: the grid asks for two at a time. */
  get #owes(): boolean {
    // As the grid's reference has it; it types nothing here.
    const windows = (this.#around.api()?.getCacheBlockState() ?? {}) as Readonly<Record<string, { readonly pageStatus: string }>>;
    return Object.values(windows).some(({ pageStatus }) => pageStatus === 'needsLoading' || pageStatus === 'loading');
  }

  #end(now: Shown): void {
    const before = this.#shown;
    const [due, searched, failed] = [this.#due, this.#searched, this.#failed];
    this.#due = this.#searched = this.#failed = false;
    // What could not be read has put nothing in the place of what is there.
    if (!failed) this.#shown = now;
    if (due && !failed) this.#around.answered(before, now, searched);
    for (const go of this.#settled.splice(0)) go();
  }

  /** The editor is closed: what has waited for it comes now. */
  editorClosed(): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) this.#again(waiting.again, waiting.asked);
  }

  /** Rows of another question, or of the same one after news, are on their way. */
  get due(): boolean {
    return this.#due || (this.#newest !== '' && JSON.stringify(this.question()) !== this.#newest);
  }

  /** When no window is on its way. */
  settled(): Promise<void> {
    return this.#loading === 0 && !this.due ? Promise.resolve() : new Promise((resolve) => this.#settled.push(resolve));
  }
}
