import { Refusal } from '../../../shared/contract/errors.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { memberFaults } from './damaged-members.ts';
import { type Circumstances, markRow, openRow, placeOf } from './decide.ts';
import { personOfMember } from './people.ts';
import { forgetRefusedRows } from './refused-rows.ts';

/** The members of a case, none for a refused row. */
function membersOf(register: RegisterFile, of: string, today: string): readonly string[] {
  const [, kind, what = ''] = /^(member|shared):(.+)$/.exec(of) ?? [];
  if (kind === 'member') return [what];
  return (kind === 'shared' ? memberFaults(register, today).shared.get(what) : undefined) ?? [];
}

/** Notes that a number is right as it is, or that a refused row is not to be taken. Holds until the number changes. */
export function noteIdentity(register: RegisterFile, of: string, reason: string, circumstances: Circumstances): void {
  const { at, who, today } = circumstances;
  if (of.startsWith('row:')) {
    const row = openRow(register, of);
    register.log.run({ kind: 'settings', label: `不再收 ${row.name ?? ''}（${placeOf(row)}）：${reason}` }, () => undefined);
    return markRow(register, row, { again: null, reason }, circumstances);
  }
  const people = membersOf(register, of, today).flatMap((id) => personOfMember(register, id) ?? []);
  if (people.length === 0) throw new Refusal('NOT_FOUND', '这个人已不在登记册里', { remedy: '请按 F5 刷新后再看' });
  const insert = register.sql(
    `INSERT INTO identityNote (memberId, value, reason, at, who) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (memberId) DO UPDATE SET value = excluded.value, reason = excluded.reason, at = excluded.at, who = excluded.who`,
  );
  register.log.run({ kind: 'settings', label: `${people.map(({ name }) => name).join('、')}的证件号码就是这样：${reason}` }, () => {
    for (const { memberId, identityNo } of people) insert.run(memberId, identityNo, reason, at, who);
  });
}

/** Takes a note back: the case is open again. */
export function unnoteIdentity(register: RegisterFile, of: string, today: string): void {
  if (of.startsWith('row:')) {
    const row = openRow(register, of);
    register.log.run({ kind: 'settings', label: `重新处理 ${row.name ?? ''}（${placeOf(row)}）` }, () => {
      for (const { batch, position } of [row, ...row.before]) register.sql('DELETE FROM refusedRowDone WHERE batch = ? AND position = ? AND again IS NULL').run(batch, position);
    });
    return forgetRefusedRows(register);
  }
  const members = membersOf(register, of, today);
  const names = members.flatMap((id) => personOfMember(register, id)?.name ?? []);
  register.log.run({ kind: 'settings', label: `重新处理${names.join('、')}的证件号码` }, () => {
    for (const id of members) register.sql('DELETE FROM identityNote WHERE memberId = ?').run(id);
  });
}
