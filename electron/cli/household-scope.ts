import { Refusal } from '../../shared/contract/errors.ts';
import type { Scope } from '../../shared/contract/walls.ts';
import type { CoreClient } from '../core/open-core.ts';
import { text, WrongUsage, type Arguments } from './command.ts';

export const scopeOptions = { household: { type: 'string' }, village: { type: 'string' }, all: { type: 'boolean' } } as const;

/** --household, --village or --all: which households are meant. */
export async function scopeOf(client: CoreClient, given: Arguments, year: number): Promise<Scope> {
  const household = text(given, 'household');
  const village = text(given, 'village');
  const all = given.values['all'] === true;
  if ([household !== undefined, village !== undefined, all].filter(Boolean).length !== 1) throw new WrongUsage('要给 --household、--village、--all 中的一个');
  if (village !== undefined) return { scope: 'village', village };
  if (household === undefined) return { scope: 'all' };
  const { rows } = await client.tables.rows({ subject: 'households', year, filters: [{ field: 'householdNo', test: 'equals', value: household.trim() }], offset: 0, limit: 2 });
  const [row] = rows;
  if (!row) throw new Refusal('NOT_FOUND', '登记册里没有这一户', { where: `户编号 ${household}`, remedy: '请核对户编号' });
  if (rows.length > 1) throw new Refusal('NOT_ALLOWED', '有几户用同一个户编号', { where: `户编号 ${household}`, remedy: '请先改正户编号，再打印' });
  return { scope: 'household', householdId: row.householdId };
}
