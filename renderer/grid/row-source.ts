import type { GridApi, IDatasource, IGetRowsParams } from 'ag-grid-community';
import type { PlacesOf } from '../../shared/contract/blocks.ts';
import type { Filter, RowsQuery, TableRow, Window } from '../../shared/contract/tables.ts';
import type { Subject } from '../../shared/sheets/subject.ts';
import type { Client } from '../client/connect.ts';
import { rowHeight } from './grid-theme.ts';
import { sortsOf } from './views/grid-look.ts';

interface Around {
  readonly client: Client;
  readonly subject: Subject;
  readonly api: () => GridApi<TableRow> | null;
  /** The newest revision whose rows the grid shows. */
  readonly revision: () => number;
  /** A row as it came, with what was typed into it and is still on its way to the core. */
  readonly over: (row: TableRow, year: number) => TableRow;
  readonly counted: (total: number) => void;
  /** A window of rows came. */
  readonly loaded: (rows: readonly TableRow[]) => void;
  /** Rows that were there hold what was written. */
  readonly freshened: () => void;
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

/** A window that is on its way before the grid has asked for it. */
interface Sent {
  readonly key: string;
  readonly revision: number;
  readonly answer: Promise<Window>;
}

/** Rows that one question fetches. */
export const windowRows = 100;

/** How far beyond the rows that are drawn the next ones are asked for, so that they are there when somebody scrolls on. */
const aheadRows = 100;

/** Windows that the grid asks for at a time. */
const atOnce = 2;

/** Milliseconds after which somebody who has jumped sees the rows on their way, if they are not there. */
const patience = 200;

/** Milliseconds after an answer before its last rows are read, if nobody waits for anything then. */
const restful = 700;

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
  /** The question whose last rows have been read, or are about to be. */
  #lastOf = '';
  /** The revision of which the rows on screen are the answer. */
  #readAt: number | null = null;
  #settled: (() => void)[] = [];
  /** Rows that somebody wants to go to. */
  #wanted: { readonly rows: readonly number[]; readonly go: () => void }[] = [];
  /** By their first row. */
  readonly #sent = new Map<number, Sent>();
  /** Windows that were sent for and have not come. */
  #flying = 0;
  /** Rows on their way that take the place of the same rows. */
  #freshening: Promise<unknown> | null = null;
  drifted = false;

  constructor(around: Around, asked: Asked) {
    this.#around = around;
    this.#asked = asked;
  }

  getRows(wanted: IGetRowsParams): void {
    const { client, over, counted, loaded, failed } = this.#around;
    const { startRow, endRow } = wanted;
    if (this.drifted || this.#freshening) this.reload();
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
    const sent = this.#sent.get(startRow);
    this.#sent.delete(startRow);
    const answer = sent?.key === key && sent.revision === this.#around.revision() ? sent.answer : client.tables.rows({ ...question, offset: startRow, limit: endRow - startRow });
    answer.then(
      ({ rows, total }) => {
        wanted.successCallback(rows.map((row) => over(row, question.year)), total);
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

  /** Rows come into sight that are not drawn: their windows are on their way while they are. No more than the grid would ask for at a time. */
  comeInSight(first: number, last: number): void {
    if (this.drifted || this.due) return;
    if (this.#wanted.length === 0) this.#sent.clear();
    for (const row of [first, last]) if (this.#flying < atOnce) this.#isHere(row, true);
  }

  /**
   * Before somebody goes to a row far away: when it is here with those that are seen with it, so that they are drawn once and with what they
   * hold; or after a moment, where they do not come. It will stand at the edge that is nearer, or in the middle, or is in sight already. Null: there is nothing to wait for.
   */
  have(row: number, at: 'edge' | 'middle' = 'edge'): Promise<void> | null {
    const api = this.#around.api();
    if (!api || this.drifted || this.due) return null;
    const { top, bottom } = api.getVerticalPixelRange();
    const seen = Math.ceil((bottom - top) / rowHeight);
    const place = row * rowHeight;
    const [above, below] = at === 'middle' ? [seen / 2, seen / 2] : place < top ? [0, seen] : place + rowHeight > bottom ? [seen, 0] : [0, 0];
    const last = api.getDisplayedRowCount() - 1;
    // What was sent for and the grid has not asked for, nobody waits for any more.
    if (this.#wanted.length === 0) this.#sent.clear();
    const rows = [row, Math.max(0, Math.floor(row - above)), Math.min(last, Math.ceil(row + below))];
    if (rows.filter((each) => !this.#isHere(each, true)).length === 0) return null;
    const { promise, resolve } = Promise.withResolvers<void>();
    const wanted = { rows, go: resolve };
    this.#wanted.push(wanted);
    setTimeout(resolve, patience);
    return promise.finally(() => { this.#wanted = this.#wanted.filter((each) => each !== wanted); });
  }

  /** The window of a row is sent for at once: the grid asks for it only when it has time, and for two at most. */
  #send(row: number): void {
    const offset = Math.floor(row / windowRows) * windowRows;
    const question = this.question();
    const [key, revision] = [JSON.stringify(question), this.#around.revision()];
    const state = Object.values(this.#windows).find(({ startRow }) => startRow === offset)?.pageStatus;
    if (key !== this.#newest || this.#sent.has(offset) || (state !== undefined && state !== 'needsLoading')) return;
    const answer = this.#around.client.tables.rows({ ...question, offset, limit: windowRows });
    this.#flying++;
    const landed = (): void => { this.#flying--; };
    // Whoever takes it says what went wrong.
    answer.then(landed, landed);
    this.#sent.set(offset, { key, revision, answer });
  }

  /** Whether a row is here, or there is no such row. Asking for it sends for its window, at once (`send`) or when the grid has time. */
  #isHere(row: number, send = false): boolean {
    const api = this.#around.api();
    if (!api || row < 0 || row >= api.getDisplayedRowCount()) return true;
    if (send) this.#send(row);
    return api.getDisplayedRowAtIndex(row)?.data !== undefined;
  }

  #came(): void {
    for (const { rows, go } of this.#wanted) if (rows.filter((row) => !this.#isHere(row)).length === 0) go();
  }

  /** The year whose rows are on screen, or come there next. */
  get year(): number {
    return this.#asked.year;
  }

  /** The question that the rows on screen answer. */
  question(sorts: RowsQuery['sorts'] = sortsOf(this.#around.api()?.getColumnState() ?? [])): RowsQuery {
    const { subject, api } = this.#around;
    const search = this.#asked.search.trim();
    const filters = [...Object.values<Filter>(api()?.getFilterModel() ?? {}), ...this.#asked.conditions];
    return { subject, year: this.#asked.year, filters, sorts, ...(search === '' ? {} : { search }) };
  }

  /** What the core is asked about places on screen: the question, and of when its answer is. */
  asked(): PlacesOf {
    const now = this.#around.revision();
    // What the clerk has written since stands before the eyes, too.
    return { question: this.question(), ...(this.drifted ? { revision: this.#readAt ?? now, seen: now } : { revision: now }) };
  }

  /** Another year, another search, other conditions are another question. */
  ask(asked: Asked): void {
    if (JSON.stringify(asked) === JSON.stringify(this.#waiting?.asked ?? this.#asked)) return;
    this.#again('purge', asked);
  }

  /**
   * Cells of rows that are on screen were written: they are read again where they stand, as Excel leaves them, though they might stand elsewhere
   * now. Where others are on their way, or it is no longer known where they stood, everything is read again.
   */
  freshen(): void {
    const { client, api, over, loaded, freshened } = this.#around;
    const grid = api();
    const standing = this.#readAt;
    if (!grid || standing === null || this.due || this.#loading > 0 || grid.getEditingCells().length > 0) return this.reload();
    const question = this.question();
    const work = Promise.all(Object.values(this.#windows).map(({ startRow }) => client.tables.rows({ ...question, offset: startRow, limit: windowRows, standing })));
    this.#freshening = work;
    work.then(
      (windows) => {
        if (this.#freshening !== work) return;
        this.#freshening = null;
        for (const { rows } of windows) {
          for (const row of rows) grid.getRowNode(row.id)?.setData(over(row, question.year));
          loaded(rows);
        }
        this.drifted ||= windows.some(({ moved }) => moved === true);
        freshened();
        this.#tellSettled();
      },
      () => {
        if (this.#freshening === work) this.reload();
      },
    );
  }

  #tellSettled(): void {
    if (this.#loading > 0 || this.#freshening !== null) return;
    for (const go of this.#settled.splice(0)) go();
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
    this.#freshening = null;
    this.#readAt = this.#around.revision();
    this.#due = true;
    this.#sent.clear();
  }

  /** Windows that are to be read again and were not asked for yet: the grid asks for two at a time. */
  get #owes(): boolean {
    return Object.values(this.#windows).some(({ pageStatus }) => pageStatus === 'needsLoading' || pageStatus === 'loading');
  }

  /** As the grid's reference has them; it types nothing here. */
  get #windows(): Readonly<Record<string, { readonly startRow: number; readonly pageStatus: string }>> {
    return (this.#around.api()?.getCacheBlockState() ?? {}) as Readonly<Record<string, { readonly startRow: number; readonly pageStatus: string }>>;
  }

  #end(now: Shown): void {
    const before = this.#shown;
    const [due, searched, failed] = [this.#due, this.#searched, this.#failed];
    this.#due = this.#searched = this.#failed = false;
    // What could not be read has put nothing in the place of what is there.
    if (!failed) this.#shown = now;
    if (due && !failed) this.#around.answered(before, now, searched);
    this.#tellSettled();
    this.#readLast();
  }

  /** The last rows are where a key leads from anywhere: they are read while there is nothing else to do. */
  #readLast(): void {
    const key = this.#newest;
    if (this.#lastOf === key) return;
    this.#lastOf = key;
    setTimeout(() => requestIdleCallback(() => {
      const last = (this.#around.api()?.getDisplayedRowCount() ?? 0) - 1;
      if (this.#newest !== key) return;
      // Somebody waits for others: when they are here.
      if (this.due || this.drifted || this.#loading > 0) this.#lastOf = '';
      else for (const row of [last, last - aheadRows]) this.#isHere(row);
    }), restful);
  }

  /** The editor is closed: what has waited for it comes now. */
  editorClosed(): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) this.#again(waiting.again, waiting.asked);
  }

  /** Rows of another question, or of the same one after news or a write, are on their way. */
  get due(): boolean {
    return this.#due || this.#freshening !== null || (this.#newest !== '' && JSON.stringify(this.question()) !== this.#newest);
  }

  /** When no window is on its way. */
  settled(): Promise<void> {
    return this.#loading === 0 && !this.due ? Promise.resolve() : new Promise((resolve) => this.#settled.push(resolve));
  }
}
