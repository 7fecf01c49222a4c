import { Refusal } from '../../../shared/contract/errors.ts';
import type { Removal } from '../../../shared/contract/trash.ts';
import { goneStates } from '../../../shared/register/member-state.ts';
import { nameOfRow } from '../history/name-of-row.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { ofHousehold, ofMember, removeAll, type Belonging } from './belongings.ts';

export interface RemovalTarget {
  readonly entity: 'member' | 'household';
  readonly id: string;
}

function whatOf(register: RegisterFile, { entity, id }: RemovalTarget): string {
  const row = register.rows.get(entity, id);
  if (!row) throw new Refusal('NOT_FOUND', entity === 'member' ? '这个人已不在登记册里' : '这一户已不在登记册里', { remedy: '请按 F5 刷新后再看' });
  if (entity === 'member') return `${nameOfRow(register, 'member', id)}（${nameOfRow(register, 'household', String(row['householdId']))}）`;
  const head = register.sql("SELECT name FROM member WHERE householdId = ? AND relation = '户主' ORDER BY id LIMIT 1").get(id) as { name: string } | undefined;
  return `${nameOfRow(register, 'household', id)}${head ? `（${head.name}）` : ''}`;
}

const belongings = (register: RegisterFile, { entity, id }: RemovalTarget): Belonging[] => (entity === 'member' ? ofMember(register, id) : ofHousehold(register, id));

/** What would go with a person or household. */
export function removalOf(register: RegisterFile, target: RemovalTarget): Removal {
  const what = whatOf(register, target);
  const rows = belongings(register, target);
  const count = (...entities: readonly string[]): number => rows.filter(({ entity }) => entities.includes(entity)).length;
  return { what, members: target.entity === 'household' ? count('member') : 0, years: count('memberYear', 'householdYear'), records: count('entry'), helpers: count('helper') };
}

/** A household is not left without a head, or without anybody. */
export function mustNotStrand(register: RegisterFile, memberId: string, where: string): void {
  const member = register.rows.get('member', memberId);
  const others = register.sql('SELECT relation, memberState FROM member WHERE householdId = ? AND id <> ?').all(member?.['householdId'], memberId) as { relation: string | null; memberState: string | null }[];
  if (others.length === 0) throw new Refusal('VALUE_REFUSED', '户里只有这一个人', { where, remedy: '整户都记错了的，请在“户”里删除这一户' });
  const here = others.filter(({ memberState }) => !goneStates.has(memberState ?? ''));
  if (member?.['relation'] === '户主' && here.length > 0 && !here.some(({ relation }) => relation === '户主')) {
    throw new Refusal('VALUE_REFUSED', '这个人是户主，删了这一户就没有户主', { where, remedy: '请先变更户主，再删除' });
  }
}

/** Takes out what was entered by mistake, with everything that hangs on it: one command. Answers how it is called. */
export function removeRow(register: RegisterFile, asked: RemovalTarget & { readonly reason: string; readonly base: number }): string {
  const what = whatOf(register, asked);
  if (asked.entity === 'member') mustNotStrand(register, asked.id, what);
  const rows = belongings(register, asked);
  if (rows.some(({ entity, id }) => (register.rows.get(entity, id)?.revision ?? 0) > asked.base)) {
    throw new Refusal('STALE', '刚有人改过，没有删除', { where: what, remedy: '请看过新的内容再删' });
  }
  const label = `删除${asked.entity === 'member' ? '成员' : ''} ${what}：${asked.reason}`;
  register.log.run({ kind: 'edit', label }, (writer) => removeAll(writer, rows));
  return label;
}
