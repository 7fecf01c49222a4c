import { Refusal } from '../../../shared/contract/errors.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { altered, left, levelWords, opens, type Level } from '../../../shared/papers/gate.ts';
import { calendarDayOf } from '../../../shared/register/calendar-day.ts';
import { field as fieldOf } from '../../../shared/register/vocabulary.ts';
import { layoutOf, type Layout } from '../../../shared/sheets/layouts.ts';
import type { Job } from '../jobs.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { orderedIds, type TableQuery } from '../tables/ordered-ids.ts';
import { columnOf, oneRow, sourceOf, type TableSource } from '../tables/sources.ts';
import { isOfMinor, minorsOn } from './minors.ts';
import { letOut, mayLeave, type OutBook } from './outgoing.ts';
import { writeSheet } from './sheet-writer.ts';

export interface ExportedSheet {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Within a household upstream wants the people by their numbers. */
const peopleOrder = "h.walkKey, h.householdNo, h.id, m.relation IS NOT '户主', m.memberNo, m.id";

function nothing({ subject, filters = [], search = '' }: TableQuery, title: string): Refusal {
  if (filters.length > 0 || search !== '') return new Refusal('NOTHING_TO_PRINT', '没有符合条件的内容可以导出', { remedy: '请先清除筛选条件' });
  return subject === 'people' || subject === 'households'
    ? new Refusal('NOTHING_TO_PRINT', '登记册里还没有可导出的内容', { remedy: '请先导入户表或人员表' })
    : new Refusal('NOTHING_TO_PRINT', `“${title}”里还没有记录`, { remedy: '请先导入或新增' });
}

export interface SheetAsked extends TableQuery {
  readonly own?: boolean | undefined;
  /** Columns as a view shows them, instead of a layout that upstream knows. */
  readonly view?: SheetView | undefined;
}

export interface SheetView {
  readonly name: string;
  readonly columns: readonly string[];
  /** How many of them stay at the left. */
  readonly frozen: number;
}

/** A name as a sheet may bear it: Excel allows 31 characters, some signs not. */
const sheetName = (name: string): string => name.replaceAll(/[\\/?*[\]:']/gu, ' ').trim().slice(0, 31) || '表';

const viewLayout = (source: TableSource, { name, columns, frozen }: SheetView): Layout => ({
  label: name, sheetName: sheetName(name), frozen, columns: columns.map((key) => [columnOf(source, key).field.label, key] as const),
});

/** How it leaves: on what level and why. */
export interface Leave {
  readonly level: Level;
  readonly reason: string;
}

/** The sheet of all people, households or records, or of those that the question finds; households in walking order, of a view as the view orders them. Noted in what left. */
export async function exportSheet(register: RegisterFile, book: OutBook, asked: SheetAsked, { level, reason }: Leave, job: Job): Promise<ExportedSheet> {
  mayLeave(level, reason);
  const { subject, year } = asked;
  const source = sourceOf(subject);
  const whole = asked.view ? viewLayout(source, asked.view) : layoutOf(subject, asked.own);
  const layout = { ...whole, columns: whole.columns.filter(([, key]) => key === '#year' || opens(fieldOf(key), level)) };
  const ids = orderedIds(register, asked, subject === 'people' && !asked.view ? { walk: peopleOrder } : {});
  if (ids.length === 0) throw nothing(asked, source.table.title);
  const keys = layout.columns.map(([, key]) => key).filter((key) => key !== '#year');
  const masked = keys.map(fieldOf).filter((each) => altered(each, level));
  const columns = keys.map((key) => `${columnOf(source, key).sql} AS "${key}"`).join(', ');
  const statement = register.sql(`SELECT ${[`${source.householdId} AS "#household"`, `${source.memberId} AS "#member"`, ...(keys.length === 0 ? [] : [columns])].join(', ')} ${oneRow(source)}`);
  const minors = level === 'public' ? minorsOn(register, calendarDayOf(book.host.now())) : null;
  const households = new Set<string>();
  const members = new Set<string>();
  const row = (at: number): Record<string, Stored> => {
    const found = statement.get(year, ids[at] ?? '') as Record<string, Stored> | undefined;
    if (!found) throw new Refusal('STALE', '导出时登记册里删除了一些内容', { remedy: '请再导出一次' });
    if (typeof found['#household'] === 'string') households.add(found['#household']);
    if (typeof found['#member'] === 'string') members.add(found['#member']);
    const whose = { member: found['#member'], household: found['#household'] };
    for (const field of masked) found[field.key] = left(field, found[field.key] ?? null, level, minors !== null && isOfMinor(minors, field, whose));
    return found;
  };
  const bytes = await writeSheet({ layout, year, total: ids.length, row }, job);
  const named = source.table.ledger ? '' : `_${year}年度`;
  const name = `${layout.sheetName}${named}_${ids.length}${source.table.one}${level === 'full' ? '' : `（${levelWords[level]}）`}.xlsx`;
  letOut(book, { what: `${whole.label} ${year}年度`, purpose: '导出', level, reason, columns: layout.columns.map(([header]) => header), rows: ids.length, households, members, file: name, bytes });
  return { name, bytes };
}
