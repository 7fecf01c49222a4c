import type { RegisterFile } from '../storage/register-file.ts';
import { fromOf, walkOrder, type TableSource } from './sources.ts';

/** Statements that find the rows of a table that belong to some households (`first_h`), one after the other along the ties, and those that belong to none. */
function belonging(source: TableSource): { readonly steps: readonly string[]; readonly rows: readonly string[] } {
  const [main = ''] = source.id.split('.');
  if (main === 'h') return { steps: [], rows: ['SELECT id FROM first_h'] };
  const reached = new Set(['h']);
  const steps: string[] = [];
  const rows: string[] = [];
  const mine = source.where === null ? '1' : source.where;
  const ties = source.joins.flatMap((join) => join.ties.map((tie) => ({ ...tie, alias: join.alias })));
  // Whoever a household is tied to comes before what that is tied to.
  for (const { alias, rows: own, key } of source.joins.filter((join) => join.alias !== 'h')) {
    const [tie] = ties.filter((each) => each.to === alias && reached.has(each.alias));
    if (!tie) continue;
    reached.add(alias);
    steps.push(`first_${alias}(id) AS MATERIALIZED (SELECT ${key} ${own} AND ${tie.by} IN (SELECT id FROM first_${tie.alias}))`);
  }
  const own = ties.filter((tie) => tie.to === main && reached.has(tie.alias));
  // A record goes with its person first, and with the household that it names only where it names nobody.
  for (const [at, { alias, by }] of own.entries()) {
    const none = own.slice(0, at).map((before) => ` AND ${before.by} IS NULL`).join('');
    rows.push(`SELECT ${source.id} ${source.from} WHERE ${mine}${none} AND ${by} IN (SELECT id FROM first_${alias})`);
  }
  rows.push(`SELECT ${source.id} ${source.from} WHERE ${mine} AND ${own.map(({ by }) => `${by} IS NULL`).join(' AND ')}`);
  return { steps, rows };
}

/**
 * Ids of the first rows of a table that nobody has sorted or filtered, at least `wanted` of its `total`, without putting all of them into
 * their order. Null where it goes by another order than the walk.
 */
export function firstRows(register: RegisterFile, source: TableSource, year: number, wanted: number, total: number): string[] | null {
  if (!source.order.startsWith(walkOrder)) return null;
  const { steps, rows } = belonging(source);
  const all = Number((register.sql('SELECT count(*) AS n FROM household').get() as { n: number }).n);
  // As many households as would have them if all had equally many, and some more.
  for (let some = Math.max(1, Math.ceil((1.2 * wanted * all) / total)); ; some *= 8) {
    // Rows go by their households first, so those of the first households, and of none, are the first rows.
    const statement = `WITH first_h(id) AS MATERIALIZED (SELECT h.id FROM household h ORDER BY ${walkOrder} LIMIT ?2), ${[...steps, `near(id) AS MATERIALIZED (${rows.join(' UNION ')})`].join(', ')}
      SELECT ${source.id} AS id ${fromOf(source, source.order)} WHERE ?1 = ?1 AND ${source.id} IN (SELECT id FROM near) AND (h.id IS NULL OR h.id IN (SELECT id FROM first_h)) ORDER BY ${source.order}`;
    const found = register.sql(statement).all(year, some) as { id: string }[];
    if (found.length >= wanted || some >= all) return found.map(({ id }) => id);
  }
}
