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
