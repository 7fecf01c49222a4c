import type { RegisterFile } from '../storage/register-file.ts';
import { countRows } from './count-rows.ts';
import { firstRows } from './first-rows.ts';
import { orderStands } from './order-stands.ts';
import { orderedIds, type TableQuery } from './ordered-ids.ts';
import { sourceOf } from './sources.ts';

export interface Ordered {
  readonly ids: readonly string[];
  /** Place of a row; undefined where the answer does not have it. */
  readonly place: { get(id: string): number | undefined };
}

export interface RowWindow {
  readonly total: number;
  readonly ids: readonly string[];
}

/** How long after its first rows the order of all is found out, unless somebody needs it before. */
const afterwards = 300;

/** An answer to a question. It holds from the revision at which it was given up to the last at which it was found to be the same. */
class Answer implements Ordered {
  readonly key: string;
  readonly revision: number;
  upTo: number;
  readonly #register: RegisterFile;
  readonly #asked: TableQuery;
  readonly #few: number;
  readonly #ahead: number;
  #ids: readonly string[] | null = null;
  #places: Map<string, number> | null = null;
  #first: RowWindow | null = null;

  constructor(register: RegisterFile, asked: TableQuery, key: string, few: number, ahead: number) {
    this.#register = register;
    this.#asked = asked;
    this.#few = few;
    this.#ahead = ahead;
    this.key = key;
    this.revision = this.upTo = register.log.revision;
  }

  /** Whether it is all there, or still could be: the register is as it was. */
  get holds(): boolean {
    return this.#ids !== null || this.#register.log.revision === this.upTo;
  }

  get ids(): readonly string[] {
    return (this.#ids ??= orderedIds(this.#register, this.#asked));
  }

  readonly place = { get: (id: string): number | undefined => (this.#places ??= new Map(this.ids.map((each, at) => [each, at]))).get(id) };

  /** Rows from a place on. The first of a long table come before the order of all is known. */
  window(offset: number, limit: number): RowWindow {
    const first = this.#ids === null && offset + limit <= this.#ahead ? this.#firstRows(offset + limit) : null;
    const { total, ids } = first ?? { total: this.ids.length, ids: this.ids };
    return { total, ids: ids.slice(offset, offset + limit) };
  }

  #firstRows(wanted: number): RowWindow | null {
    const { search, filters, sorts, subject, year } = this.#asked;
    // Which rows these leave must be looked for among all of them anyway.
    if (search?.trim() || filters?.length) return null;
    if (this.#first && Math.min(wanted, this.#first.total) <= this.#first.ids.length) return this.#first;
    const total = this.#first?.total ?? countRows(this.#register, this.#asked);
    if (total <= this.#few) return null;
    // The first of all are found by one walk through them, in a third of the time that putting all into order takes.
    const ids = sorts?.length ? orderedIds(this.#register, this.#asked, { most: this.#ahead }) : firstRows(this.#register, sourceOf(subject), year, wanted, total);
    return (this.#first = ids && { total, ids });
  }
}

/** Answers kept: those of now, and the ones before them that a page may still show. */
const mostKept = 8;

const keyOf = (asked: TableQuery): string => JSON.stringify([asked.subject, asked.year, asked.search?.trim() ?? '', asked.filters ?? [], asked.sorts ?? []]);

/** The same, kept for the last few questions; as it was before the last writes, too, for a page that has not read again. */
export class OrderedIds {
  readonly #kept: Answer[] = [];
  readonly #few: number;
  readonly #ahead: number;
  #later: ReturnType<typeof setTimeout> | null = null;

  /** Tables of up to `few` rows are put into their order at once; of others up to `ahead` rows come before it. */
  constructor(few = 5000, ahead = 500) {
    this.#few = few;
    this.#ahead = ahead;
  }

  #keep(answer: Answer): Answer {
    const at = this.#kept.indexOf(answer);
    if (at !== -1) this.#kept.splice(at, 1);
    this.#kept.push(answer);
    if (this.#kept.length > mostKept) this.#kept.shift();
    return answer;
  }

  /** The answer of now: the last one, where nothing was written by which rows come, go or move. */
  #now(register: RegisterFile, asked: TableQuery): Answer {
    const key = keyOf(asked);
    const last = this.#kept.filter((answer) => answer.key === key && answer.holds).toSorted((a, b) => b.upTo - a.upTo)[0];
    if (last && (last.upTo === register.log.revision || orderStands(register, asked, last.upTo))) {
      last.upTo = register.log.revision;
      return this.#keep(last);
    }
    return this.#keep(new Answer(register, asked, key, this.#few, this.#ahead));
  }

  of(register: RegisterFile, asked: TableQuery): Ordered {
    return this.#now(register, asked);
  }

  /** Rows from a place on, and how many there are in all. */
  window(register: RegisterFile, asked: TableQuery, offset: number, limit: number): RowWindow {
    const found = this.#now(register, asked).window(offset, limit);
    // A copy of a past day stays as it is, and may be gone by then.
    if (register.original === null) this.#later ??= setTimeout(() => void this.#readAll(register), afterwards).unref();
    return found;
  }

  async #readAll(register: RegisterFile): Promise<void> {
    await register.idle();
    if (this.#later !== null) this.ready();
  }

  /** Before somebody writes: an answer of which a page has seen the first rows can be given no more once the register has changed. */
  ready(): void {
    this.#stopLater();
    for (const answer of this.#kept) if (answer.holds) void answer.ids;
  }

  #stopLater(): void {
    if (this.#later !== null) clearTimeout(this.#later);
    this.#later = null;
  }

  /** The newest answer that was given up to a revision: what a page of that revision shows. Undefined where it is no longer known. */
  at(register: RegisterFile, asked: TableQuery, revision: number): Ordered | undefined {
    return this.#at(register, asked, revision);
  }

  #at(register: RegisterFile, asked: TableQuery, revision: number): Answer | undefined {
    if (revision > register.log.revision) return undefined;
    const key = keyOf(asked);
    const given = this.#kept.filter((answer) => answer.key === key && answer.revision <= revision && answer.holds).toSorted((a, b) => b.revision - a.revision)[0];
    if (given) return this.#keep(given);
    return revision === register.log.revision ? this.#now(register, asked) : undefined;
  }

  /** Rows of the answer that a page has before the eyes, whatever was written since, and whether they would stand otherwise now. */
  standing(register: RegisterFile, asked: TableQuery, revision: number, offset: number, limit: number): (RowWindow & { readonly moved: boolean }) | undefined {
    const given = this.#at(register, asked, revision);
    if (!given) return undefined;
    const now = register.log.revision;
    const stands = given.upTo === now || orderStands(register, asked, given.upTo);
    if (stands) given.upTo = now;
    return { total: given.ids.length, ids: given.ids.slice(offset, offset + limit), moved: !stands };
  }

  /** Whether two questions are one. */
  same(one: TableQuery, other: TableQuery): boolean {
    return keyOf(one) === keyOf(other);
  }

  clear(): void {
    this.#stopLater();
    this.#kept.length = 0;
  }
}
