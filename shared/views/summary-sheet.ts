import type { Stored } from '../fields/reading.ts';
import { kindOf, type Field } from '../register/field.ts';
import type { Table } from '../sheets/table.ts';
import { figureLabel, figureNumber, figureSaid, groupText, ownerOf, type Figure, type Grouping, type Summary, type SummaryAsked } from './summary.ts';

/** A column of figures: of one group across, of all of them, or of a summary without any. */
export interface SheetColumn {
  /** The group across; null: all of them. */
  readonly side: string | null;
  readonly figure: string;
  /** Place in the summary's groups across; null: all of them. */
  readonly at: number | null;
}

export interface SheetLine {
  /** A text a column of groups; '' where the group stands above, 小计 and 合计 where it sums up. */
  readonly labels: readonly string[];
  readonly groups: readonly Stored[];
  readonly cells: readonly { readonly said: string; readonly number: number | '' }[];
}

/** A summary as a table of texts and numbers: what screen, clipboard, paper and workbook show. */
export interface SummarySheet {
  readonly heads: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly lines: readonly SheetLine[];
  /** What a reader must know of how it was counted; '' for nothing. */
  readonly means: string;
}

const fieldOf = ({ fields }: Table, key: string): Field => {
  const found = fields.find((field) => field.key === key);
  if (!found) throw new Error(`No column ${key}`);
  return found;
};

/** 村（地区）按年: what the groups of a column are called on its head. */
const groupHead = ({ by }: Grouping, { label }: Field): string => (by === 'year' ? `${label}（年）` : by === 'month' ? `${label}（月）` : label);

/** What counts once although it stands on several rows. */
function meansOf(table: Table, figures: readonly Figure[]): string {
  const owned = (owner: 'household' | 'member'): string[] => [...new Set(figures.flatMap((figure) => ('field' in figure && ownerOf(table, fieldOf(table, figure.field)) === owner ? [fieldOf(table, figure.field).label] : [])))];
  const said = ([['household', '户'], ['member', '人']] as const).flatMap(([owner, one]) => (owned(owner).length > 0 ? [`${owned(owner).join('、')}是${one}的，每组里每${one}只算一次`] : []));
  return said.join('；');
}

/** `said`: a value of a group as it may stand where the table goes. */
export function sheetOf(table: Table, { down, across, figures }: SummaryAsked, summary: Summary, said: (field: Field, value: Stored) => string = (field, value) => kindOf(field).show(value)): SummarySheet {
  const fields = down.map(({ field }) => fieldOf(table, field));
  const label = (depth: number, group: Stored): string => {
    const [grouping, field] = [down[depth], fields[depth]];
    return grouping && field ? groupText(grouping, field, group, said) : '';
  };
  const sides = across ? summary.across.map((group) => groupText(across, fieldOf(table, across.field), group, said)) : [];
  const columns = [...sides.map((side, at) => ({ side, at })), { side: null, at: null }].flatMap(({ side, at }) => figures.map((figure): SheetColumn => ({ side, at, figure: figureLabel(table, figure) })));
  let before: readonly Stored[] = [];
  const lines = summary.rows.map(({ groups, cells }): SheetLine => {
    let shared = 0;
    while (shared < groups.length - 1 && shared < before.length && groups[shared] === before[shared]) shared++;
    const labels = down.map((_, depth) => (depth < groups.length ? (depth < shared ? '' : label(depth, groups[depth] ?? null)) : depth > groups.length ? '' : groups.length === 0 ? '合计' : '小计'));
    before = groups;
    return { labels, groups, cells: cells.map((value, at) => { const figure = figures[at % figures.length]; return figure ? { said: figureSaid(table, figure, value), number: figureNumber(table, figure, value) } : { said: '', number: '' as const }; }) };
  });
  return { heads: down.map((grouping, at) => groupHead(grouping, fields[at] ?? fieldOf(table, grouping.field))), columns, lines, means: meansOf(table, figures) };
}

/** The head of a column of figures in one line. */
export const columnHead = ({ side, figure }: SheetColumn, { across, figures }: SummaryAsked): string => (across === null ? figure : figures.length === 1 ? (side ?? '合计') : `${side ?? '合计'} ${figure}`);
