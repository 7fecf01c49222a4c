import { findLedger } from '../register/ledgers/index.ts';
import { columnLetters, type SheetRow } from '../sheets/cells.ts';
import { headsOf } from '../sheets/heads.ts';
import { recognise, type Recognised } from '../sheets/recognise.ts';
import { rowOfTable } from '../sheets/row-of-table.ts';
import type { SheetLayout } from '../sheets/sheet-layout.ts';
import { ledgerKeyOf, ledgerSubject, type Subject } from '../sheets/subject.ts';
import type { FormBody, FormColumn, FormList, FormSheetWord } from './form.ts';
import type { GridReader } from './form-grid.ts';
import { fieldsOfList, isSaying, labelTarget } from './form-words.ts';
import { marksIn } from './marks.ts';

/** What the rows of a list are, by the kind of sheet that its head is. */
function subjectOf(kind: string): Subject {
  if (kind === 'people' || kind === 'households' || kind === 'helpers') return kind;
  return findLedger(kind) ? ledgerSubject(kind) : 'households';
}

/** The kind of sheet as which a head is read when its rows are said to be of a subject. */
const kindFor = (subject: Subject): string => ledgerKeyOf(subject) ?? subject;

const signature = /^(填报|填表|填写|制表|审核|复核|经办|负责|联系|报送|单位|主管|分管)/;

/** A row of labels with room beside them, as 姓名 | ____ | 性别 | ____: no head of columns. */
function isRowOfLabels(reader: GridReader, row: number): boolean {
  const columns = reader.filled(row).filter((column) => !reader.covered(row, column));
  const labels = columns.filter((column) => labelTarget(reader.own(row, column)) !== null || signature.test(reader.own(row, column)));
  const roomy = labels.filter((column) => {
    const next = reader.block(row, column).right + 1;
    return next < reader.grid.width && reader.seen(row, next) === '';
  });
  return roomy.length > 0 && roomy.length * 2 >= labels.length;
}

function fallback(rows: readonly SheetRow[]): { readonly headerRows: number[]; readonly subject: Subject } | null {
  let best: { score: number; headerRows: number[]; targets: Set<string> } | null = null;
  for (let start = 0; start < Math.min(rows.length, 30); start++) {
    for (let height = 1; height <= 3 && start + height <= rows.length; height++) {
      const band = rows.slice(start, start + height);
      const heads = headsOf(band);
      const targets = new Set(heads.flatMap(({ header, general, generalJoined }) => generalJoined ?? general ?? labelTarget(header.split(' / ').at(-1) ?? '') ?? []));
      const named = ['name', 'headName', 'identityNo', 'headIdentityNo', 'householdNo', 'memberNo', 'helperName'].some((key) => targets.has(key));
      const score = targets.size * 4 - (height - 1) * 3 - (heads.length - targets.size) * 0.5;
      if (named && targets.size >= 2 && heads.length >= 2 && (best === null || score > best.score)) best = { score, headerRows: band.map(({ number }) => number), targets };
    }
  }
  if (best === null) return null;
  const { headerRows, targets } = best;
  const has = (...keys: string[]): boolean => keys.some((key) => targets.has(key));
  const people = has('relation', 'memberNo') || (has('name') && (has('birthDate', '#age') || !has('headName', 'householdNo', 'householdSize')));
  return { headerRows, subject: people ? 'people' : has('helperName', 'helperUnit') && !has('headName', 'name', 'householdNo') ? 'helpers' : 'households' };
}

interface Found {
  readonly recognised: Recognised;
  readonly subject: Subject;
}

/** What a head means where the rows are of a subject; null where they have no such field. */
function meantBy({ header, target, by }: Recognised['columns'][number], fields: ReadonlySet<string>): string | null {
  const may = (meant: string | null): string | null => (meant !== null && (isSaying(meant) || fields.has(meant)) ? meant : null);
  const leaf = header.replace(/\.\d+$/, '').split(' / ').at(-1) ?? '';
  return may(target === '#dataDate' ? '#today' : target) ?? (by === undefined || target === null ? may(labelTarget(leaf)) : null);
}

const keysOf = (subject: Subject): ReadonlySet<string> => new Set(fieldsOfList(subject).map(({ key }) => key));

/** How many columns more a head must fill as one of households to be no list of helpers: a single one may be a remark. */
const clearly = 2;

/** A list of households that names who helps them looks like one of helpers; its rows are households where these fill clearly more. */
function withHouseholds(found: Found, given: (subject: Subject, headerRows: readonly number[]) => Found | null): Found {
  if (found.subject !== 'helpers') return found;
  const households = given('households', found.recognised.headerRows);
  const filled = ({ recognised, subject }: Found): number => new Set(recognised.columns.flatMap((column) => meantBy(column, keysOf(subject)) ?? [])).size;
  return households && filled(households) >= filled(found) + clearly ? households : found;
}

/** The head of a list, with what its columns mean where its rows are of a subject. */
function headOf(reader: GridReader, word: FormSheetWord | undefined, file: string, layouts: readonly SheetLayout[]): Found | null {
  const { grid } = reader;
  if (word?.subject === null) return null;
  const rows = grid.rows.filter(({ number }) => word?.headerRows?.includes(number) === true || !isRowOfLabels(reader, number));
  const asked = { sheet: grid.name, file, layouts };
  const given = (subject: Subject, headerRows: readonly number[]): Found | null => {
    const recognised = recognise(rows, { ...asked, given: { kind: kindFor(subject), headerRows } });
    return recognised && { recognised, subject };
  };
  if (word?.headerRows === undefined) {
    const found = recognise(rows, asked);
    if (found && found.columns.length >= 3) {
      const subject = word?.subject ?? subjectOf(found.kind.key);
      return word?.subject === undefined ? withHouseholds({ recognised: found, subject }, given) : kindFor(subject) === found.kind.key ? { recognised: found, subject } : given(subject, found.headerRows);
    }
    const own = fallback(rows);
    return own && given(word?.subject ?? own.subject, own.headerRows);
  }
  const guessed = word.subject ?? fallback(rows.filter(({ number }) => word.headerRows?.includes(number)))?.subject ?? 'households';
  return given(guessed, word.headerRows);
}

const numbered = /^([（(]?\d{1,3}[）)]?|[甲乙丙丁戊己庚辛壬癸]|[①-⑳]|栏次|序号|行次)([=＝].*)?$/;

/** A row below the head that numbers the columns, or shows how to fill them in. */
function isNoBody(reader: GridReader, row: number): boolean {
  const texts = reader.filled(row).map((column) => reader.own(row, column));
  if (texts.length >= 3 && texts.filter((text) => numbered.test(text)).length * 4 >= texts.length * 3) return true;
  return texts.length > 0 && /^(例|示例|样例|填写示例|填表示例)/.test(texts[0] ?? '');
}

/** What a row says already that the one below it says, too, though nobody stands there: who reports, a factor. */
const saysTheSame = (reader: GridReader, row: number, column: number): boolean => reader.own(row, column) !== '' && marksIn(reader.own(row, column)).length === 0 && reader.own(row + 1, column) === reader.own(row, column);
/** A column that counts its rows from 1 on, whatever it is called. */
const counts = (reader: GridReader, row: number, column: number): boolean => reader.own(row, column) === '1' && reader.own(row + 1, column) === '2';

function bodyOf(reader: GridReader, { headerRows, columns: heads }: Recognised): FormBody {
  const { grid } = reader;
  const lastHeader = Math.max(0, ...headerRows);
  // Heads that are merged further down than the rows in which they stand; a single one is a heading at the side of the list.
  const reaching = heads.map(({ index }) => reader.block(lastHeader, index).bottom).filter((bottom) => bottom > lastHeader && bottom - lastHeader < 4);
  let first = (reaching.length * 2 > heads.length ? Math.max(...reaching) : lastHeader) + 1;
  while (isNoBody(reader, first)) first++;
  const columns = heads.map(({ index }) => index);
  const ordinals = new Set(heads.filter(({ target, index }) => target === '#ordinal' || (target === null && counts(reader, first, index))).map(({ index }) => index));
  const prepared = (row: number, column: number): boolean => (ordinals.has(column) && /^\d*$/.test(reader.own(row, column))) || (saysTheSame(reader, first, column) && reader.own(row, column) === reader.own(first, column));
  const isRow = rowOfTable({ columns: heads });
  const byNumber = new Map(grid.rows.map((row) => [row.number, row]));
  const framedAt = (row: number): boolean => columns.filter((column) => grid.framed(row, column)).length * 2 >= columns.length;
  const framed = framedAt(first);
  let last = first - 1;
  let filled = 0;
  for (let row = first; row <= grid.last; row++) {
    // A row that works out what the first of the list does not is one of sums.
    if (columns.some((column) => grid.worked(row, column) && !grid.worked(first, column))) break;
    const texts = reader.filled(row).filter((column) => !(ordinals.has(column) && /^\d*$/.test(reader.own(row, column))) && !grid.worked(row, column) && !reachesDown(reader, row, column));
    if (texts.some((column) => !prepared(row, column) && marksIn(reader.own(row, column)).length === 0)) {
      if (isRowOfLabels(reader, row)) break;
      const known = texts.filter((column) => columns.includes(column)).length;
      const at = byNumber.get(row);
      if (!at || known < Math.max(2, (columns.length - ordinals.size) * 0.4) || !isRow(at)) break;
      filled++;
    } else if (framed ? !framedAt(row) : row > first && reader.filled(row).length === 0) break;
    last = row;
  }
  return { first, last, filled };
}

/** A text that is merged over several rows beside them, as 家庭成员 beside the members. */
const reachesDown = (reader: GridReader, row: number, column: number): boolean => {
  const { top, bottom } = reader.block(row, column);
  return bottom > top;
};

function columnsOf(reader: GridReader, { recognised, subject }: Found, body: FormBody, word: FormSheetWord | undefined): FormColumn[] {
  const fields = keysOf(subject);
  const may = (target: string | null): string | null => (target !== null && (isSaying(target) || fields.has(target)) ? target : null);
  const taken = new Set<string>();
  const lastHeader = Math.max(...recognised.headerRows);
  const heads = recognised.columns.filter(({ index }) => reader.block(lastHeader, index).bottom < body.first);
  return heads.map((head): FormColumn => {
    const { index, header, target } = head;
    const letters = columnLetters(index);
    const column = { index, letters, header };
    if (reader.grid.worked(body.first, index)) return { ...column, target: null, by: 'formula' };
    const given = word?.columns && letters in word.columns ? (word.columns[letters] ?? null) : undefined;
    if (given !== undefined) return { ...column, target: may(given), by: 'given' };
    if (body.filled === 0 && body.last > body.first && target !== '#ordinal' && saysTheSame(reader, body.first, index)) return { ...column, target: null, by: 'word' };
    const [mark] = marksIn(reader.own(body.first, index));
    const meant = mark ? may(mark.target) : meantBy(head, fields);
    // A second column of the same meaning is somebody else's: it stays blank until somebody says what it is.
    const counted = meant === null && counts(reader, body.first, index) ? '#ordinal' : meant;
    const free = counted !== null && !mark && taken.has(counted) ? null : counted;
    if (free !== null) taken.add(free);
    return { ...column, target: free, by: mark ? 'mark' : 'header' };
  });
}

/** The list of a sheet of a form; null where it has none, or where somebody said so. */
export function readList(reader: GridReader, word: FormSheetWord | undefined, file: string, layouts: readonly SheetLayout[]): FormList | null {
  const found = headOf(reader, word, file, layouts);
  if (!found) return null;
  const body = bodyOf(reader, found.recognised);
  return { subject: found.subject, headerRows: found.recognised.headerRows, columns: columnsOf(reader, found, body, word), body };
}
