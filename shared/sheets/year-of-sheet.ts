import type { SheetSummary } from '../changes/plan-types.ts';

/** The one year that a text names, or null where it names none or several: "2019年度收入", "人员信息_20200310.xls". */
export function yearIn(text: string): number | null {
  const found = new Set<number>();
  for (const match of text.matchAll(/(?<!\d)(20[0-4]\d)(?:(?:0[1-9]|1[0-2])(?:[0-3]\d)?)?(?!\d)/g)) found.add(Number(match[1]));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

export interface SheetYear {
  readonly year: number | null;
  readonly from: SheetSummary['yearFrom'];
}

/** The year of a sheet whose rows name none: by its titles, its own name, the file's name, or what the user says. */
export function yearOfSheet(sheet: { readonly titles: readonly string[]; readonly sheet: string; readonly file: string }, given: number | undefined): SheetYear {
  const inTitle = yearIn(sheet.titles.join(' ')) ?? yearIn(sheet.sheet);
  if (inTitle !== null) return { year: inTitle, from: 'title' };
  const inName = yearIn(sheet.file);
  if (inName !== null) return { year: inName, from: 'file name' };
  return given === undefined ? { year: null, from: null } : { year: given, from: 'given' };
}

const two = (digits: string): string => digits.padStart(2, '0');

/** The day, month or year (yyyy-MM-dd, yyyy-MM, yyyy) that a text names first and most exactly, or null. */
function dateIn(text: string): string | null {
  const day = /(?<!\d)(20[0-4]\d)(?:[-./年](\d{1,2})[-./月](\d{1,2})日?|(0[1-9]|1[0-2])([0-3]\d))(?!\d)/.exec(text);
  if (day) return `${day[1]}-${two(day[2] ?? day[4] ?? '')}-${two(day[3] ?? day[5] ?? '')}`;
  const month = /(?<!\d)(20[0-4]\d)(?:[-./年](\d{1,2})月?|(0[1-9]|1[0-2]))(?!\d)/.exec(text);
  if (month) return `${month[1]}-${two(month[2] ?? month[3] ?? '')}`;
  const year = yearIn(text);
  return year === null ? null : String(year);
}

/** Of when a sheet tells, by its titles, its own name, the file's name. */
export const dataDateOf = (sheet: { readonly titles: readonly string[]; readonly sheet: string; readonly file: string }): string | null =>
  dateIn(sheet.titles.join(' ')) ?? dateIn(sheet.sheet) ?? dateIn(sheet.file);
