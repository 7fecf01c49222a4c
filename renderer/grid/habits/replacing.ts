import type { Area, BlockChange } from '../../../shared/contract/blocks.ts';
import { fieldsToFind, type Finding } from './finding.ts';
import type { Ground } from './ground.ts';

/** What is to be replaced: within what was selected when the bar opened, else in every row that the table shows. Columns that are told elsewhere are left out. */
export function replaceChange(ground: Ground, { text, replacement, whole, matchCase, hidden }: Finding & { readonly replacement: string }, within: readonly Area[] | null): BlockChange {
  const open = new Set(ground.table.fields.filter((field) => ground.lock(field) === null).map(({ key }) => key));
  const where = within
    ? { areas: within.map((area) => ({ ...area, fields: area.fields.filter((key) => open.has(key)) })).filter(({ fields }) => fields.length > 0) }
    : { fields: fieldsToFind(ground, hidden).filter((key) => open.has(key)) };
  return { kind: 'replace', ...where, find: text, with: replacement, whole, matchCase };
}
