import { sql } from 'kysely';
import { mostAcross, mostDown } from '../../../shared/contract/summaries.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Field } from '../../../shared/register/field.ts';
import { canGroup, canReckon, groupOf, orderOfGroups, ownerOf, type Figure, type Grouping, type Summary, type SummaryAsked, type SummaryRow } from '../../../shared/views/summary.ts';
import { query } from '../storage/query-builder.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { compileSource, type TableQuery } from './ordered-ids.ts';
import { columnOf, sourceOf, type TableSource } from './sources.ts';

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
}

/** Columns of areas stand in the order in which one walks. */
const walked = new Set(['town', 'village', 'group']);

function columnFor(source: TableSource, key: string, may: (field: Field) => boolean, what: string): { readonly field: Field; readonly sql: string } {
  const column = columnOf(source, key);
  if (!may(column.field)) throw new Refusal('NOT_ALLOWED', `“${column.field.label}”不能用来${what}`, { remedy: '请换一列' });
  return column;
}

const tooMany = (field: Field, most: number, way: string): Refusal => new Refusal('NOT_ALLOWED', `按“${field.label}”${way}，超过 ${most} ${way === '分栏' ? '栏' : '组'}，分得太细`, { remedy: '请换一列；日期可以按年、按月，金额和数量可以按每多少一档来分' });

/** Sums a table up by groups, in one pass over its rows. What belongs to a household or person counts once in a group, on however many rows it stands. */
export function sumUp(register: RegisterFile, asked: TableQuery, { down, across, figures }: SummaryAsked): Summary {
  const source = sourceOf(asked.subject);
  const groupings = [...down, ...(across ? [across] : [])];
  const grouped = groupings.map(({ field }) => columnFor(source, field, canGroup, '分组'));
  const reckoned = figures.map((figure) => ('field' in figure ? columnFor(source, figure.field, canReckon, '计算') : null));
  // Of an area the order of the walk tells its place, where the rows have one.
  const walks = source.order.includes('h.walkKey') && down.some(({ field }) => walked.has(field));
  const selected = [
    ...grouped.map(({ sql: column }, at) => `${column} AS g${at}`),
    ...reckoned.flatMap((column, at) => (column ? [`${column.sql} AS v${at}`] : [])),
    `${source.householdId} AS household`,
    `${source.memberId} AS member`,
    ...(walks ? ['h.walkKey AS walk'] : []),
  ].join(', ');
  const rows = register.all<Row>(sql<Row>`SELECT ${sql.raw(selected)} ${compileSource(source, asked, selected)}`.compile(query));

  const tallies = (): Tally[] => figures.map((figure, at) => tallyOf(source, figure, `v${at}`));
  const root = new Group(tallies());
  const acrossSeen = new Set<Stored>();
  let groups = 0;
  for (const row of rows) {
    const side = across ? groupOf(across, row[`g${down.length}`] ?? null) : null;
    if (across && !acrossSeen.has(side)) {
      acrossSeen.add(side);
      const field = grouped[down.length]?.field;
      if (acrossSeen.size > mostAcross && field) throw tooMany(field, mostAcross, '分栏');
    }
    let group = root;
    for (let depth = 0; ; depth++) {
      for (const tally of group.all) tally.add(row);
      if (across) {
        let beside = group.across.get(side);
        if (!beside) group.across.set(side, (beside = tallies()));
        for (const tally of beside) tally.add(row);
      }
      const grouping = down[depth];
      if (!grouping) break;
      const key = groupOf(grouping, row[`g${depth}`] ?? null);
      let within = group.within.get(key);
      if (!within) {
        const field = grouped[depth]?.field;
        if (++groups > mostDown && field) throw tooMany(field, mostDown, '分组');
        group.within.set(key, (within = new Group(tallies())));
      }
      if (walks) {
        const walk = String(row['walk'] ?? '');
        if (within.walk === '' || walk < within.walk) within.walk = walk;
      }
      group = within;
    }
  }
  const sides = across ? [...acrossSeen].toSorted(orderOfGroups(grouped[down.length]?.field ?? fieldMissing())) : [];
  return { across: sides, rows: [...told(root, [], down, grouped.map(({ field }) => field), sides, figures.length)] };
}

function fieldMissing(): never {
  throw new Error('A grouping without its column');
}

function tallyOf(source: TableSource, figure: Figure, column: string): Tally {
  if (!('field' in figure)) return figure.of === 'rows' ? new Rows() : new Different(figure.of === 'households' ? 'household' : 'member');
  const owner = ownerOf(source.table, columnOf(source, figure.field).field);
  return new Amounts(figure.of, column, owner === 'row' ? null : owner);
}

/** The rows of a group's summary: of those within it one after another, each before its own; everything at the end. */
function* told(group: Group, path: readonly Stored[], down: readonly Grouping[], fields: readonly Field[], sides: readonly Stored[], figures: number): Generator<SummaryRow> {
  const none = Array.from({ length: figures }, () => null);
  const cells = [...sides.flatMap((side) => group.across.get(side)?.map(({ value }) => value) ?? none), ...group.all.map(({ value }) => value)];
  if (path.length > 0) yield { groups: path, cells };
  const [field, grouping] = [fields[path.length], down[path.length]];
  if (field && grouping) {
    const byText = orderOfGroups(field);
    const byWalk = walked.has(field.key);
    const within = [...group.within].toSorted(([one, a], [other, b]) => (byWalk && one !== null && other !== null && a.walk !== b.walk ? (a.walk < b.walk ? -1 : 1) : byText(one, other)));
    for (const [key, each] of within) yield* told(each, [...path, key], down, fields, sides, figures);
  }
  if (path.length === 0) yield { groups: [], cells };
}
