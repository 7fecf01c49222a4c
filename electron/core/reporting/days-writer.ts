import { fateWords, type DifferentCell, type DifferentHome } from '../../../shared/changes/day-difference.ts';
import { passed, withoutNumbers, type Level } from '../../../shared/papers/gate.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { labelOf } from '../../../shared/register/show-value.ts';
import { findField } from '../../../shared/register/vocabulary.ts';
import { breathe, type Job } from '../jobs.ts';
import { newBook } from './book-writer.ts';
import { add, fill, options } from './plain-sheet-writer.ts';

export const dayHeads = ['村', '户编号', '户主', '哪里', '结果', '列', '原来', '现在'] as const;

/** A value as it may leave on that level. */
function told(field: string, value: Stored, level: Level): string {
  if (value === null) return '';
  const known = findField(field);
  if (known) return passed(known, value, level);
  return level === 'full' ? String(value) : withoutNumbers(String(value));
}

/** What differs between two days as a workbook, a line a value, household after household. */
export async function writeDays(homes: readonly DifferentHome[], title: string, level: Level, job: Job): Promise<Uint8Array> {
  const { book, bytes } = await newBook(true);
  const sheet = book.addWorksheet('两天之间', options);
  fill(sheet, [14, 18, 10, 22, 9, 22, 26, 26], title, dayHeads);
  for (const [at, { village, householdNo, head, rows }] of homes.entries()) {
    if (at % 200 === 0) {
      job.tell('正在写 Excel', at, homes.length);
      await breathe(job);
    }
    for (const { what, fate, cells } of rows) {
      const line = ({ field, old, new: value }: DifferentCell): void => add(sheet, [village, householdNo, head, what, fateWords[fate], labelOf(field), told(field, old, level), told(field, value, level)]);
      if (cells.length === 0) add(sheet, [village, householdNo, head, what, fateWords[fate], '', '', '']);
      else for (const cell of cells) line(cell);
    }
  }
  sheet.commit();
  return bytes();
}
