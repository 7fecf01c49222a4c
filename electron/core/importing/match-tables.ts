import { subjectOfKind } from '../../../shared/changes/match-subjects.ts';
import type { MatchSubject } from '../../../shared/changes/match-subject.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { cellText, type SheetRow } from '../../../shared/sheets/cells.ts';
import { sheetKind } from '../../../shared/sheets/kinds/index.ts';
import type { SheetKind } from '../../../shared/sheets/kinds/sheet-kind.ts';
import { type Column, headerSearchRows, recognise, type Recognised } from '../../../shared/sheets/recognise.ts';
import { rowOfTable } from '../../../shared/sheets/row-of-table.ts';
import type { SheetLayout } from '../../../shared/sheets/sheet-layout.ts';
import { rowFilter } from '../../../shared/sheets/table-rows.ts';
import { yearOfSheet } from '../../../shared/sheets/year-of-sheet.ts';
import { breathe, type Job } from '../jobs.ts';
import { withMergedFilled } from './fill-merged.ts';
import { plainTable } from './match-plain.ts';
import type { InputFile } from './open-sheets.ts';
import { toldBy } from './plan-sheet.ts';
import type { WorkbookSheet } from './read-sheet.ts';
import { openWorkbook } from './read-workbook.ts';

/** One sheet of their workbook, read through. */
export interface TheirSheet {
  readonly sheet: string;
  /** Null where it is of no kind that the program knows. */
  readonly kind: SheetKind | null;
  readonly lastHeader: number;
  readonly columns: readonly Column[];
  /** The rows of its table. */
  readonly rows: readonly SheetRow[];
  /** Every row as it is. */
  readonly all: readonly SheetRow[];
  /** What names and titles tell of every row. */
  readonly told: Readonly<Record<string, string>>;
  readonly year: number | null;
  /** Why it is not matched. */
  readonly why?: string;
}

/** How a list is to be read: by itself, as a kind of sheet, or as the list of a subject. */
export interface ListChoice {
  readonly layouts: readonly SheetLayout[];
  readonly kind: SheetKind | undefined;
  readonly subject: MatchSubject | undefined;
}

async function rowsOf(sheet: WorkbookSheet, file: string, job: Job): Promise<SheetRow[]> {
  const all: SheetRow[] = [];
  for await (const chunk of sheet.rows(job.signal)) {
    for (const row of chunk) all.push(row);
    job.tell(`正在读取 ${file}：${all.length} 行`, all.length, 0);
    await breathe(job);
  }
  return all;
}

interface RawSheet {
  readonly sheet: WorkbookSheet;
  readonly all: readonly SheetRow[];
  readonly itself: Recognised | null;
}

/** The kinds that the clerk says the list may be of; empty where it is left to the list. */
const wantedKinds = ({ kind, subject }: ListChoice): readonly string[] => (kind ? [kind.key] : (subject?.kinds ?? []));

/** Each sheet as what it is. Where the clerk says what the list is and no sheet says so itself, they are read as that. */
function understood(raw: readonly RawSheet[], file: string, choice: ListChoice): (Recognised | null)[] {
  const wanted = wantedKinds(choice);
  if (wanted.length === 0 || raw.some(({ itself }) => itself && wanted.includes(itself.kind.key))) return raw.map(({ itself }) => itself);
  return raw.map(({ sheet, all, itself }) => {
    for (const kind of wanted) {
      const found = recognise(topOf(all), { sheet: sheet.name, file, layouts: choice.layouts, given: { kind } });
      if (found) return found;
    }
    return choice.kind ? null : itself;
  });
}

const topOf = (all: readonly SheetRow[]): readonly SheetRow[] => all.slice(0, headerSearchRows + 10);

async function filledRows(sheet: WorkbookSheet, all: readonly SheetRow[], lastHeader: number): Promise<readonly SheetRow[]> {
  if (!sheet.merged) return all;
  const filled = withMergedFilled({ ...sheet, rows: () => once(all) }, lastHeader);
  const rows: SheetRow[] = [];
  for await (const chunk of filled.rows()) for (const row of chunk) rows.push(row);
  return rows;
}

async function* once(rows: readonly SheetRow[]): AsyncGenerator<readonly SheetRow[]> {
  yield rows;
}

const nameLike = /^[\u4e00-\u9fff]{2,4}$/;
const headingLike = /[村组屯乡镇街道社区县市户计表注]$|^(合计|小计|总计|说明|备注|姓名|户主)/;

/**
 * Tells which rows are counted: those of the table, and a name that stands alone in its column. The import takes that for a heading
 * and may; a row of theirs about which nothing is said must not be lost here.
 */
function countedRows(columns: readonly Column[], lastHeader: number, belongs: (row: SheetRow) => boolean): (row: SheetRow) => boolean {
  const names = columns.filter(({ target }) => target === 'name' || target === 'headName').map(({ index }) => index);
  const alone = ({ cells }: SheetRow): boolean => {
    const filled = cells.flatMap((cell, index) => (cellText(cell).trim() === '' ? [] : [index]));
    const [only] = filled;
    if (only === undefined || filled.length > 1 || !names.includes(only)) return false;
    const text = cellText(cells[only]).trim();
    return nameLike.test(text) && !headingLike.test(text);
  };
  return (row) => belongs(row) || (row.number > lastHeader && alone(row));
}

async function tableOf({ sheet, all }: RawSheet, found: Recognised | null, file: string, choice: ListChoice): Promise<TheirSheet> {
  const named = { sheet: sheet.name, file };
  if (found) {
    const { kind, columns, headerRows, titles } = found;
    const lastHeader = headerRows.at(-1) ?? 0;
    const words = [...titles, sheet.name, file].join(' ').replace(/\s+/g, '');
    const rows = (await filledRows(sheet, all, lastHeader)).filter(countedRows(columns, lastHeader, rowFilter(found)));
    return { sheet: sheet.name, kind, lastHeader, columns, rows, all, told: toldBy(found, words, '9999-12-31'), year: yearOfSheet({ titles, ...named }, undefined).year };
  }
  const [first] = wantedKinds(choice);
  const kind = first === undefined ? null : sheetKind(first);
  const plain = plainTable(all, kind?.here);
  if (!plain) return { sheet: sheet.name, kind: null, lastHeader: 0, columns: [], rows: [], all, told: {}, year: null, why: '没有认出表头' };
  const belongs = rowOfTable(plain);
  const rows = (await filledRows(sheet, all, plain.header)).filter(countedRows(plain.columns, plain.header, (row) => row.number > plain.header && belongs(row)));
  return { sheet: sheet.name, kind, lastHeader: plain.header, columns: plain.columns, rows, all, told: {}, year: yearOfSheet({ titles: [], ...named }, undefined).year };
}

const numbers = ['identityNo', 'headIdentityNo', 'memberNo', 'householdNo'];

/** Why nobody of the register can be found by the sheet, or undefined. */
function hopeless({ kind, columns, told }: TheirSheet): string | undefined {
  if (kind?.key === 'helpers' || (kind?.about === 'entry' && kind.ledgers.every(({ about }) => about === 'nobody'))) return `这是“${kind.label}”，不是人或户的名单`;
  const has = new Set([...columns.map(({ target }) => target), ...Object.keys(told)]);
  if (numbers.some((key) => has.has(key)) || (has.has('name') && has.has('birthDate'))) return undefined;
  if (kind?.about === 'entry' && (has.has('name') || has.has('headName'))) return undefined;
  return '没有证件号码、人编号或户编号，没法和登记册对';
}

export interface TheirList {
  readonly sheets: readonly TheirSheet[];
  readonly subject: MatchSubject | null;
}

/** Their workbook, every sheet of it; those that are lists of another subject than the most rows are wait for a turn of their own. */
export async function readTheirs(file: InputFile, choice: ListChoice, everybody: boolean, job: Job): Promise<TheirList> {
  const workbook = await openWorkbook(file.bytes, file.name);
  const sheets: TheirSheet[] = [];
  try {
    const raw: RawSheet[] = [];
    for (const sheet of workbook.sheets) {
      const all = await rowsOf(sheet, file.name, job);
      if (all.length > 0) raw.push({ sheet, all, itself: recognise(topOf(all), { sheet: sheet.name, file: file.name, layouts: choice.layouts }) });
    }
    const kinds = understood(raw, file.name, choice);
    for (const [at, each] of raw.entries()) {
      const read = await tableOf(each, kinds[at] ?? null, file.name, choice);
      const why = read.why ?? hopeless(read);
      sheets.push(why === undefined ? read : { ...read, why });
    }
  } finally {
    workbook.close();
  }
  const usable = sheets.filter(({ why }) => why === undefined);
  const wanted = wantedKinds(choice);
  const isWanted = ({ kind }: TheirSheet): number => Number(kind !== null && wanted.includes(kind.key));
  const [main] = usable.toSorted((a, b) => isWanted(b) - isWanted(a) || Number(b.kind !== null) - Number(a.kind !== null) || b.rows.length - a.rows.length);
  if (!main) {
    throw new Refusal('NOTHING_RECOGNISED', sheets[0]?.why === undefined ? '这个文件里没有名单' : `名单${sheets.length > 1 ? '各表都' : ''}${sheets[0].why}`, { where: file.name, remedy: '请补上证件号码一列，或换一份有名字和号码的名单' });
  }
  const chosen = choice.subject ?? (choice.kind ? subjectOfKind(choice.kind.key) : undefined);
  const subject = everybody ? null : (chosen ?? (main.kind ? subjectOfKind(main.kind.key) : undefined) ?? null);
  return { subject, sheets: sheets.map((each) => asTurn(each, main, subject)) };
}

/** Beside the main sheet others of its kind or subject are matched; what is another list is told. */
function asTurn(each: TheirSheet, main: TheirSheet, subject: MatchSubject | null): TheirSheet {
  if (each.why !== undefined || each === main || each.kind?.key === main.kind?.key) return each;
  if (each.kind === null) return { ...each, why: '没有认出是什么表' };
  const own = subjectOfKind(each.kind.key);
  if (subject !== null && own?.key === subject.key) return each;
  return { ...each, why: `这是“${each.kind.label}”，请另外${own ? `按“${own.label}”` : ''}比对` };
}
