import type { TableRow } from '../../../shared/contract/tables.ts';
import type { FindingMark } from '../../../shared/contract/views.ts';
import type { Field } from '../../../shared/register/field.ts';
import type { Table } from '../../../shared/sheets/table.ts';
import { meets } from '../../../shared/views/meets.ts';
import type { Format, Paint } from '../../../shared/views/view.ts';
import type { RefusedText } from '../grid-context.ts';
import { grades } from '../../../shared/wording/grades.ts';

/** What the grid knows of its rows beside their values. */
export interface MarkBook {
  readonly findings: (rowId: string) => readonly FindingMark[];
  /** Papers and photos that lie with a record. */
  readonly papers: (rowId: string) => number;
  readonly formats: () => readonly Format[];
  /** A text that the core refused and that was not put right since. */
  readonly unsaved: (rowId: string, field: string) => RefusedText | undefined;
}

export type Tone = FindingMark['grade'] | 'unsaved';

/** What a cell bears: a sign, its colour, and the words behind it. */
export interface CellMark {
  readonly tone: Tone | null;
  readonly paint: Paint | null;
  readonly sign: string;
  readonly text: string;
}

const none: CellMark = { tone: null, paint: null, sign: '', text: '' };

const line = ({ grade, person, message, remedy }: FindingMark): string => `${grades[grade].sign} ${grades[grade].word}：${person === '' ? '' : `${person}，`}${message}${remedy === '' ? '' : `。${remedy}`}`;

/** The findings of a cell; the cell that names the row bears those that have no column here, too. */
function findingsAt(found: readonly FindingMark[], field: Field, table: Table, naming: boolean): readonly FindingMark[] {
  if (found.length === 0) return found;
  return found.filter((mark) => (mark.person === '' && mark.field === field.key) || (naming && (mark.person !== '' || !table.fields.some(({ key }) => key === mark.field))));
}

/** The column by which a row is called. */
export const namingColumn = ({ named, fields }: Table): string => named.find((key) => fields.some((field) => field.key === key)) ?? '';

/** What a cell bears now. What was refused stands before what rules find, and that before a format. */
export function markOf(book: MarkBook, table: Table, row: TableRow | undefined, field: Field): CellMark {
  if (!row) return none;
  const formats = book.formats();
  const found = book.findings(row.id);
  const unsaved = book.unsaved(row.id, field.key);
  const papers = book.papers(row.id);
  // Most cells bear nothing, and are drawn by the thousand.
  if (formats.length === 0 && found.length === 0 && papers === 0 && !unsaved) return none;
  const format = formats.find(({ when }) => when.field === field.key && meets(when, row.values[when.field] ?? null));
  const whole = format ?? formats.find(({ when, wholeRow }) => wholeRow && meets(when, row.values[when.field] ?? null));
  const paint = whole?.paint ?? null;
  const naming = field.key === namingColumn(table);
  const here = findingsAt(found, field, table, naming);
  const lying = naming && papers > 0;
  if (!unsaved && here.length === 0 && !(naming && found.length > 0)) {
    return whole || lying ? { tone: null, paint, sign: `${lying ? `附${papers}` : ''}${format?.sign ?? ''}`, text: lying ? `材料 ${papers} 份` : '' } : none;
  }
  if (unsaved) return { tone: 'unsaved', paint, sign: '✎', text: [`✎ 没存上：${unsaved.text}（${unsaved.why}）`, ...here.map(line)].join('\n') };
  const worst = (naming ? found : here)[0]?.grade ?? 'I';
  const elsewhere = found.length - here.length;
  const text = [...here.map(line), ...(naming && elsewhere > 0 ? [`这一行另有 ${elsewhere} 处疑点，标在各列里`] : [])].join('\n');
  return { tone: worst, paint, sign: `${grades[worst].sign}${naming && found.length > 1 ? found.length : ''}${format?.sign ?? ''}`, text };
}
