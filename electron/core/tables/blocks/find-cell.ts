import { kindOf } from '../../../../shared/register/field.ts';
import type { RegisterFile } from '../../storage/register-file.ts';
import { columnOf, fromOf, sourceOf } from '../sources.ts';
import { readBlockRows, rowsAtATime } from './block-rows.ts';
import { couldHold, holds, likeText } from './could-hold.ts';
import type { BlockGround } from './plan-block.ts';
import { soughtIn, type Sought } from './replace.ts';

export interface FindAsked extends Sought {
  readonly fields: readonly string[];
  readonly after: { readonly row: number; readonly field: string };
  readonly backwards: boolean;
}

export interface CellFound {
  readonly at: { readonly row: number; readonly field: string } | null;
  readonly matches: number;
}

/** Every cell that shows the text, in reading order: rows times columns and the column. */
function hitsOf(register: RegisterFile, ground: BlockGround, { fields, ...sought }: Pick<FindAsked, 'fields'> & Sought): readonly number[] {
  const source = sourceOf(ground.subject);
  const columns = fields.map((key) => columnOf(source, key));
  const open = columns.flatMap((column, at) => (couldHold(column.field, sought.text) ? [{ ...column, at }] : []));
  if (open.length === 0) return [];
  const conditions = open.map(holds).join(' OR ');
  const where = source.where === null ? '' : ` AND ${source.where}`;
  const rows = register.sql(`SELECT ${source.id} AS id ${fromOf(source, `${source.id} ${conditions}`)} WHERE ?1 = ?1${where} AND (${conditions})`).all(ground.year, likeText(sought.text)) as { id: string }[];
  const holding = new Set(rows.map(({ id }) => id));
  const places = ground.ids.flatMap((id, at) => (holding.has(id) ? [at] : []));
  const pattern = soughtIn(sought);
  const hits: number[] = [];
  for (let start = 0; start < places.length; start += rowsAtATime) {
    const some = places.slice(start, start + rowsAtATime);
    const read = readBlockRows(register, ground, some.map((at) => ground.ids[at] ?? ''), open);
    for (const [offset, row] of read.entries()) {
      for (const [column, { field, at }] of open.entries()) {
        const value = row?.values[column] ?? null;
        pattern.lastIndex = 0;
        if (value !== null && pattern.test(kindOf(field).show(value))) hits.push((some[offset] ?? 0) * fields.length + at);
      }
    }
  }
  return hits;
}

/** The last search of a register: going on to the next hit must not look through everything again. */
const last = new WeakMap<RegisterFile, { readonly key: string; readonly ids: readonly string[]; readonly hits: readonly number[] }>();

/** The first hit at or after a place, by halving. */
function firstFrom(hits: readonly number[], place: number): number {
  let [low, high] = [0, hits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The next or previous cell that shows a text, round the end, and how many there are. */
export function findCell(register: RegisterFile, ground: BlockGround, asked: FindAsked): CellFound {
  const { fields, text, whole, matchCase, after, backwards } = asked;
  const key = JSON.stringify([ground.subject, ground.year, register.log.revision, text, fields, whole, matchCase]);
  let found = last.get(register);
  if (found?.key !== key || found.ids !== ground.ids) last.set(register, (found = { key, ids: ground.ids, hits: hitsOf(register, ground, { text, whole, matchCase, fields }) }));
  const { hits } = found;
  const place = after.row * fields.length + fields.indexOf(after.field);
  const next = backwards ? firstFrom(hits, place) - 1 : firstFrom(hits, place + 1);
  const hit = hits[(next + hits.length) % (hits.length || 1)];
  return { at: hit === undefined ? null : { row: Math.floor(hit / fields.length), field: fields[hit % fields.length] ?? '' }, matches: hits.length };
}
