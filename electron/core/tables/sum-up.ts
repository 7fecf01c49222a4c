import { sql } from 'kysely';
import { mostAcross, mostDown } from '../../../shared/contract/summaries.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Field } from '../../../shared/register/field.ts';
import { canGroup, canReckon, groupOf, orderOfGroups, ownerOf, type Figure, type Grouping, type Summary, type SummaryAsked, type SummaryRow } from '../../../shared/views/summary.ts';
import { query } from '../storage/query-builder.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { compileSource, type TableQuery } from './ordered-ids.ts';
import { columnOf, sourceOf, type ColumnSource, type TableSource } from './sources.ts';

type Row = Readonly<Record<string, Stored>>;

/** One figure of a group, as the rows go by. */
interface Tally {
  add(row: Row): void;
  readonly value: number | null;
}

class Rows implements Tally {
  value = 0;

  add(): void {
    this.value++;
  }
}

/** How many different ones there are in a column; nothing is none. */
class Different implements Tally {
  readonly #seen = new Set<Stored>();
  readonly #column: string;

  constructor(column: string) {
    this.#column = column;
  }

  add(row: Row): void {
    const id = row[this.#column] ?? null;
    if (id !== null) this.#seen.add(id);
  }

  get value(): number {
    return this.#seen.size;
  }
}

/** An amount's figure. `owner`: the column that tells whose it is, where it stands on several rows. */
class Amounts implements Tally {
  readonly #of: 'sum' | 'mean' | 'least' | 'most';
  readonly #column: string;
  readonly #owner: string | null;
  readonly #seen = new Set<Stored>();
  #count = 0;
  #sum = 0;
  #least = Infinity;
  #most = -Infinity;

  constructor(of: 'sum' | 'mean' | 'least' | 'most', column: string, owner: string | null) {
    this.#of = of;
    this.#column = column;
    this.#owner = owner;
  }

  add(row: Row): void {
    const stored = row[this.#column] ?? null;
    if (stored === null) return;
    if (this.#owner !== null) {
      const owner = row[this.#owner] ?? null;
      if (this.#seen.has(owner)) return;
      this.#seen.add(owner);
    }
    const amount = Number(stored);
    this.#count++;
    this.#sum += amount;
    if (amount < this.#least) this.#least = amount;
    if (amount > this.#most) this.#most = amount;
  }

  get value(): number | null {
    if (this.#count === 0) return null;
    return this.#of === 'sum' ? this.#sum : this.#of === 'mean' ? this.#sum / this.#count : this.#of === 'least' ? this.#least : this.#most;
  }
}

/** A group, the groups within it and those across. */
class Group {
  readonly within = new Map<Stored, Group>();
  readonly across = new Map<Stored, readonly Tally[]>();
  readonly all: readonly Tally[];
  /** The first of its rows by the walk. */
  walk = '';

  constructor(tallies: readonly Tally[]) {
    this.all = tallies;
  }

  comesAt(walk: string): void {
    if (this.walk === '' || walk < this.walk) this.walk = walk;
  }

  /** `beside` makes what is told of a group across; null where none stands there. */
  add(row: Row, side: Stored, beside: (() => readonly Tally[]) | null): void {
    for (const tally of this.all) tally.add(row);
    if (beside === null) return;
    let tallies = this.across.get(side);
    if (!tallies) this.across.set(side, (tallies = beside()));
    for (const tally of tallies) tally.add(row);
  }
}

function columnFor(source: TableSource, key: string, may: (field: Field) => boolean, what: string): ColumnSource {
  const column = columnOf(source, key);
  if (!may(column.field)) throw new Refusal('NOT_ALLOWED', `“${column.field.label}”不能用来${what}`, { remedy: '请换一列' });
  return column;
}

/** Areas: where rows of households are walked through, they stand as one comes to them. */
const walked = new Set(['town', 'village', 'group']);

/** A column by which rows fall into groups, as `as` in what is read of them. */
interface Level extends ColumnSource {
  readonly grouping: Grouping;
  readonly as: string;
  /** Its groups stand in the order of the walk. */
  readonly walks: boolean;
}

const levelOf = (source: TableSource, grouping: Grouping, as: string): Level => ({ grouping, as, walks: walked.has(grouping.field) && source.order.includes('h.walkKey'), ...columnFor(source, grouping.field, canGroup, '分组') });

const keyIn = ({ grouping, as }: Level, row: Row): Stored => groupOf(grouping, row[as] ?? null);

const tooMany = ({ field }: Level, most: number, way: '分组' | '分栏'): Refusal =>
  new Refusal('NOT_ALLOWED', `按“${field.label}”${way}，超过 ${most} ${way === '分栏' ? '栏' : '组'}，分得太细`, { remedy: '请换一列；日期可以按年、按月，金额和数量可以按每多少一档来分' });

/** Sums a table up by groups, in one pass over its rows. What belongs to a household or person counts once in a group, on however many rows it stands. */
export function sumUp(register: RegisterFile, asked: TableQuery, { down, across, figures }: SummaryAsked): Summary {
  const source = sourceOf(asked.subject);
  const levels = down.map((grouping, at) => levelOf(source, grouping, `g${at}`));
  const beside = across && levelOf(source, across, 'across');
  const amounts = figures.map((figure, at) => ('field' in figure ? { ...columnFor(source, figure.field, canReckon, '计算'), as: `v${at}` } : null));
  const selected = [
    ...[...levels, ...(beside ? [beside] : []), ...amounts.filter((column) => column !== null)].map(({ sql: column, as }) => `${column} AS ${as}`),
    `${source.householdId} AS household`,
    `${source.memberId} AS member`,
    ...(levels.some(({ walks }) => walks) ? ['h.walkKey AS walk'] : []),
  ].join(', ');
  const rows = register.all<Row>(sql<Row>`SELECT ${sql.raw(selected)} ${compileSource(source, asked, selected)}`.compile(query));

  const tallies = (): Tally[] => figures.map((figure, at) => tallyOf(source, figure, `v${at}`));
  const root = new Group(tallies());
  const sides = new Set<Stored>();
  let groups = 0;
  for (const row of rows) {
    const side = beside ? keyIn(beside, row) : null;
    if (beside && sides.add(side).size > mostAcross) throw tooMany(beside, mostAcross, '分栏');
    let group = root;
    group.add(row, side, beside ? tallies : null);
    for (const level of levels) {
      const key = keyIn(level, row);
      let within = group.within.get(key);
      if (!within) {
        if (++groups > mostDown) throw tooMany(level, mostDown, '分组');
        group.within.set(key, (within = new Group(tallies())));
      }
      within.add(row, side, beside ? tallies : null);
      if (level.walks) within.comesAt(String(row['walk'] ?? ''));
      group = within;
    }
  }
  const inOrder = beside ? [...sides].toSorted(orderOfGroups(beside.field)) : [];
  return { across: inOrder, rows: [...told(root, [], levels, inOrder)] };
}

function tallyOf(source: TableSource, figure: Figure, column: string): Tally {
  if (!('field' in figure)) return figure.of === 'rows' ? new Rows() : new Different(figure.of === 'households' ? 'household' : 'member');
  const owner = ownerOf(source.table, columnOf(source, figure.field).field);
  return new Amounts(figure.of, column, owner === 'row' ? null : owner);
}

/** The rows of a group's summary: its own before those within it, one after another; everything at the end. */
function* told(group: Group, path: readonly Stored[], levels: readonly Level[], sides: readonly Stored[]): Generator<SummaryRow> {
  const none = group.all.map(() => null);
  const cells = [...sides.flatMap((side) => group.across.get(side)?.map(({ value }) => value) ?? none), ...group.all.map(({ value }) => value)];
  if (path.length > 0) yield { groups: path, cells };
  const level = levels[path.length];
  if (level) {
    const byText = orderOfGroups(level.field);
    const within = [...group.within].toSorted(([one, a], [other, b]) => (level.walks && one !== null && other !== null && a.walk !== b.walk ? (a.walk < b.walk ? -1 : 1) : byText(one, other)));
    for (const [key, each] of within) yield* told(each, [...path, key], levels, sides);
  }
  if (path.length === 0) yield { groups: [], cells };
}
