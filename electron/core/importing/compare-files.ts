import type { ChangedCell, ComparedRow, Comparison } from '../../../shared/changes/comparison.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { cleanText } from '../../../shared/fields/clean-text.ts';
import { identityKey } from '../../../shared/fields/identity-number.ts';
import { kindOf } from '../../../shared/register/field.ts';
import { findField } from '../../../shared/register/vocabulary.ts';
import { cellText, type Cell, type SheetRow } from '../../../shared/sheets/cells.ts';
import { normalHeader } from '../../../shared/sheets/header-text.ts';
import { headerSearchRows, recognise, type Column } from '../../../shared/sheets/recognise.ts';
import { rowFilter } from '../../../shared/sheets/table-rows.ts';
import { breathe, type Job } from '../jobs.ts';
import type { InputFile } from './open-sheets.ts';
import { plainTable } from './match-plain.ts';
import { openWorkbook } from './read-workbook.ts';

interface Table {
  readonly file: string;
  /** The rows down to the header, as texts. */
  readonly head: readonly (readonly string[])[];
  readonly columns: readonly Column[];
  readonly rows: readonly SheetRow[];
}

const textsOf = ({ cells }: SheetRow): string[] => cells.map(cellText);
const ignored = new Set<string | null>(['#ordinal', '#note']);

/** The first sheet that is recognised, else the first that has a row of heads. */
async function readTable(file: InputFile, job: Job): Promise<Table> {
  const workbook = await openWorkbook(file.bytes, file.name);
  try {
    let plain: Table | undefined;
    for (const sheet of workbook.sheets) {
      const all: SheetRow[] = [];
      for await (const chunk of sheet.rows(job.signal)) {
        all.push(...chunk);
        job.tell(`正在读取 ${file.name}：${all.length} 行`, all.length, 0);
        await breathe(job);
      }
      const recognised = recognise(all.slice(0, headerSearchRows + 10), { sheet: sheet.name, file: file.name });
      const lastHeader = recognised?.headerRows.at(-1) ?? 0;
      if (recognised) return { file: file.name, head: all.filter(({ number }) => number <= lastHeader).map(textsOf), columns: recognised.columns.filter(({ target }) => !ignored.has(target)), rows: all.filter(rowFilter(recognised)) };
      plain ??= tableOf(file.name, all);
    }
    if (!plain) throw new Refusal('NOTHING_RECOGNISED', '这个文件里没有可比较的表', { where: file.name, remedy: '请确认选的是有表头和数据的那份文件' });
    return plain;
  } finally {
    workbook.close();
  }
}

function tableOf(file: string, rows: readonly SheetRow[]): Table | undefined {
  const plain = plainTable(rows);
  if (!plain) return undefined;
  const below = rows.filter(({ number, cells }) => number > plain.header && cells.some((cell) => cellText(cell).trim() !== ''));
  return { file, head: rows.filter(({ number }) => number <= plain.header).map(textsOf), columns: plain.columns.filter(({ target }) => !ignored.has(target)), rows: below };
}

const alike = (one: Column, other: Column): boolean => (one.target !== null && one.target === other.target) || normalHeader(one.header) === normalHeader(other.header);

/** By these, in this order, rows are matched where the user names no column. */
const usualKeys = ['identityNo', 'memberNo', 'householdNo', 'headIdentityNo', 'headNo'];

function keyColumns(before: Table, after: Table, wanted: string | undefined): { readonly before: Column; readonly after: Column } {
  const find = (table: Table, test: (column: Column) => boolean): Column | undefined => table.columns.find(test);
  if (wanted !== undefined) {
    const named = (table: Table): Column => {
      const found = find(table, ({ header }) => normalHeader(header.split(' / ').at(-1) ?? '') === normalHeader(wanted));
      if (!found) throw new Refusal('NOTHING_RECOGNISED', `没有“${wanted}”这一列`, { where: table.file, remedy: '请核对列名，两张表都要有这一列' });
      return found;
    };
    return { before: named(before), after: named(after) };
  }
  for (const key of usualKeys) {
    const one = find(before, ({ target }) => target === key);
    const other = find(after, ({ target }) => target === key);
    if (one && other) return { before: one, after: other };
  }
  throw new Refusal('NOTHING_RECOGNISED', '两张表没有共同的证件号码、人编号或户编号', { where: `${before.file}、${after.file}`, remedy: '请指明按哪一列比较' });
}

function keyOf(row: SheetRow, { index, target }: Column): string {
  const text = cleanText(cellText(row.cells[index]));
  return target === 'identityNo' || target === 'headIdentityNo' ? identityKey(text.replace(/\s+/g, '')) : text;
}

function sameValue(column: Column, one: Cell, other: Cell): boolean {
  const [a, b] = [cleanText(cellText(one)), cleanText(cellText(other))];
  if (a === b) return true;
  const field = column.target === null ? undefined : findField(column.target);
  if (!field) return false;
  const [read, reread] = [kindOf(field).read(one, { today: '9999-12-31' }), kindOf(field).read(other, { today: '9999-12-31' })];
  return read.ok && reread.ok && read.value === reread.value;
}

interface Keyed {
  readonly rows: ReadonlyMap<string, SheetRow>;
  readonly without: readonly number[];
  readonly repeated: ReadonlySet<string>;
}

function keyed(table: Table, column: Column): Keyed {
  const rows = new Map<string, SheetRow>();
  const repeated = new Set<string>();
  const without: number[] = [];
  for (const row of table.rows) {
    const key = keyOf(row, column);
    if (key === '') without.push(row.number);
    else if (rows.has(key)) repeated.add(key);
    else rows.set(key, row);
  }
  return { rows, without, repeated };
}

const nameIn = (table: Table, row: SheetRow): string => {
  const column = table.columns.find(({ target }) => target === 'name') ?? table.columns.find(({ target }) => target === 'headName');
  return column ? cellText(row.cells[column.index]).trim() : '';
};

/** What the later sheet has, lacks and says otherwise than the earlier one, row by row. */
export async function compareFiles(earlier: InputFile, later: InputFile, wanted: string | undefined, job: Job): Promise<Comparison> {
  const before = await readTable(earlier, job);
  const after = await readTable(later, job);
  const key = keyColumns(before, after, wanted);
  const [old, fresh] = [keyed(before, key.before), keyed(after, key.after)];
  const repeated = new Set([...old.repeated, ...fresh.repeated]);
  const pairs = after.columns.flatMap((column) => {
    const other = before.columns.find((each) => alike(each, column));
    return other ? [{ column, other }] : [];
  });
  const line = (table: Table, [rowKey, row]: [string, SheetRow]): ComparedRow => ({ key: rowKey, row: row.number, name: nameIn(table, row) });
  const only = (one: Keyed, other: Keyed, table: Table): ComparedRow[] => [...one.rows].filter(([rowKey]) => !other.rows.has(rowKey) && !repeated.has(rowKey)).map((entry) => line(table, entry));
  const changed: ChangedCell[] = [];
  let same = 0;
  for (const entry of fresh.rows) {
    const [rowKey, row] = entry;
    const was = old.rows.get(rowKey);
    if (!was || repeated.has(rowKey)) continue;
    const cells = pairs.filter(({ column, other }) => !sameValue(column, was.cells[other.index] ?? '', row.cells[column.index] ?? ''));
    if (cells.length === 0) same++;
    for (const { column, other } of cells) changed.push({ ...line(after, entry), header: column.header, old: cellText(was.cells[other.index]).trim(), new: cellText(row.cells[column.index]).trim() });
  }
  return {
    key: key.after.header,
    headers: {
      added: after.columns.filter((column) => !before.columns.some((each) => alike(each, column))).map(({ header }) => header),
      removed: before.columns.filter((column) => !after.columns.some((each) => alike(each, column))).map(({ header }) => header),
    },
    added: only(fresh, old, after),
    removed: only(old, fresh, before),
    changed,
    same,
    unusable: { before: old.without, after: fresh.without, repeated: [...repeated] },
  };
}
