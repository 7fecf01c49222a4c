import { Refusal } from '../../../shared/contract/errors.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import type { Row } from '../storage/row-store.ts';

/** A record of a ledger that papers may lie with. */
export function recordOf(register: RegisterFile, id: string): Row {
  const record = register.rows.get('entry', id);
  if (!record) throw new Refusal('NOT_FOUND', '这条记录已不在台账里', { remedy: '请按 F5 刷新后再看；刚删除的可以撤销，或在“记录”的回收站里恢复' });
  return record;
}

/** Whose a record is: the person's household as it is now, the household's, or nobody's. */
export function ownerOf(register: RegisterFile, record: Row): { readonly householdId: string | null; readonly memberId: string | null } {
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const memberId = text(record['memberId']);
  return { householdId: text(memberId === null ? record['householdId'] : register.rows.get('member', memberId)?.['householdId']), memberId };
}
