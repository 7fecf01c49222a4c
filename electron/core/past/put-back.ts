import type { DifferentRow } from '../../../shared/changes/day-difference.ts';
import { Refusal } from '../../../shared/contract/errors.ts';
import { dayWords } from '../../../shared/fields/day-words.ts';
import { kindOf } from '../../../shared/register/field.ts';
import { labelOf } from '../../../shared/register/show-value.ts';
import { findField } from '../../../shared/register/vocabulary.ts';
import { ledgerSubject, type Subject } from '../../../shared/sheets/subject.ts';
import type { Job } from '../jobs.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { writeRow, type Written } from '../tables/blocks/change-block.ts';
import type { Wish } from '../tables/blocks/wish.ts';

/** The table on which a row of the register stands, its place there and its year. */
function placeOf(register: RegisterFile, { entity, id }: Pick<DifferentRow, 'entity' | 'id'>, year: number): { readonly subject: Subject; readonly id: string; readonly year: number } | null {
  const row = register.rows.get(entity, id);
  if (!row) return null;
  const text = (key: string): string => (typeof row[key] === 'string' ? row[key] : '');
  const of = typeof row['year'] === 'number' ? row['year'] : year;
  switch (entity) {
    case 'household': return { subject: 'households', id, year };
    case 'householdYear': return { subject: 'households', id: text('householdId'), year: of };
    case 'member': return { subject: 'people', id, year };
    case 'memberYear': return { subject: 'people', id: text('memberId'), year: of };
    case 'helper': return { subject: 'helpers', id, year };
    case 'entry': return { subject: ledgerSubject(text('ledger')), id, year: of };
    default: return null;
  }
}

export interface PutBack extends Written {
  /** What is not a cell of that row and has a way of its own: columns of notes, a move to another household. */
  readonly left: readonly string[];
}

/**
 * Gives a row the values that it had at the end of a day, by the rules by which cells are written, as one command. What others wrote after
 * `revision`, and what the rules no longer take, stays and is told.
 */
export async function putBack(register: RegisterFile, row: DifferentRow, of: { readonly day: string; readonly workingYear: number; readonly revision: number; readonly today: string }, job: Job): Promise<PutBack> {
  const place = row.fate === 'changed' ? placeOf(register, row, of.workingYear) : null;
  if (!place) throw new Refusal('NOT_FOUND', `${row.what}不能改回${dayWords(of.day)}的内容`, { remedy: row.fate === 'went' ? '它已不在登记册里，请先到“回收站”恢复' : '请刷新后再看' });
  const values = new Map(row.cells.flatMap(({ field, old }) => (findField(field)?.entity === row.entity ? [[field, old] as const] : [])));
  const wish: Wish = {
    areas: values.size === 0 ? [] : [{ from: 0, to: 0, fields: [...values.keys()] }],
    beyond: 0,
    text: ({ field }) => kindOf(field).show(values.get(field.key) ?? null),
    label: (changes) => `${row.what}改回${dayWords(of.day)}的内容，改 ${changes} 格`,
  };
  const written = await writeRow(register, { subject: place.subject, year: place.year, ids: [place.id], revision: of.revision, today: of.today }, wish, job);
  return { ...written, left: row.cells.flatMap(({ field }) => (values.has(field) ? [] : [labelOf(field)])) };
}
