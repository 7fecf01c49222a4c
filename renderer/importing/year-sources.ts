import type { SheetSummary } from '../../shared/changes/plan-types.ts';

/** Where the year of a sheet was found, in the clerk's words. */
export const yearSources: Record<NonNullable<SheetSummary['yearFrom']>, string> = {
  column: '按表里的年度列',
  title: '按表的标题',
  'file name': '按文件名',
  given: '按刚才填的',
  'working year': '按工作年度',
};
