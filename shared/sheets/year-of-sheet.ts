import type { SheetSummary } from '../changes/plan-types.ts';

const numerals = '〇一二三四五六七八九';
/** 二〇二〇年, with whatever round sign stands for the nought. */
const inDigits = (text: string): string =>
  text.replace(/二[〇○零0oOО][〇○零0oOО一二三四][〇○零0oOО一二三四五六七八九](?=年)/g, (year) => [...year].map((sign) => (numerals.includes(sign) ? numerals.indexOf(sign) : 0)).join(''));

/** The one year that a text names, or null where it names none or several: "2019年度收入", "人员信息_20200310.xls". "2019人" names none. */
export function yearIn(text: string): number | null {
  const found = new Set<number>();
  for (const match of inDigits(text).matchAll(/(?<!\d)(20[0-4]\d)(?:(?:0[1-9]|1[0-2])(?:[0-3]\d)?)?(?!\d)(?!\s*[人户名个条元亩])/g)) found.add(Number(match[1]));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

export interface SheetYear {
  readonly year: number | null;
  readonly from: SheetSummary['yearFrom'];
}

/** When a sheet was filled in, printed or exported: mostly the year after the one that it is about. */
const filledIn = /(填报|填表|填写|制表|打印|导出|上报|报送)(时间|日期)[:：]?\s*\d{4}[-./年\d月日\s]*/g;

/** The year of a sheet whose rows name none: by its titles, its own name, the file's name, or what the user says. */
export function yearOfSheet(sheet: { readonly titles: readonly string[]; readonly sheet: string; readonly file: string }, given: number | undefined): SheetYear {
  const inTitle = yearIn(sheet.titles.join(' ').replace(filledIn, ' ')) ?? yearIn(sheet.sheet);
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
