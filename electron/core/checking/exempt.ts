import { Refusal } from '../../../shared/contract/errors.ts';
import type { FindingRow } from '../../../shared/contract/checking.ts';
import { newId } from '../storage/new-id.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readExemptions, said } from './exemptions.ts';

/** What the clerk says of a finding that is right as it is. */
export interface Exempting {
  readonly reason: string;
  readonly evidence: string;
  /** yyyy-MM-dd, '' for as long as nothing changes. */
  readonly until: string;
}

const whomOf = ({ person, head, household }: FindingRow): string => person || head || household;

/** Excuses a finding as it is now: one command. What was excused before of the same finding ends with it. */
export function exempt(register: RegisterFile, finding: FindingRow, excused: string, { reason, evidence, until }: Exempting, { today, who }: { readonly today: string; readonly who: string }): string {
  const where = `${whomOf(finding)} · ${finding.rule}`;
  if (reason.trim() === '') throw new Refusal('VALUE_REFUSED', '豁免要写明理由', { where, remedy: '请写清为什么这样是对的' });
  if (until !== '' && until < today) throw new Refusal('VALUE_REFUSED', `豁免期限 ${until} 已经过了`, { where, remedy: '请写今天以后的日期，或不写期限' });
  const before = readExemptions(register, 'all').filter((each) => said(each, 'finding') === finding.id && said(each, 'endedOn') === '');
  const values = { rule: finding.rule, finding: finding.id, person: whomOf(finding), message: finding.message, reason: reason.trim(), evidence: evidence.trim() || null, by: who, on: today, until: until || null, excused: excused || null };
  const id = newId();
  register.log.run({ kind: 'edit', label: `豁免 ${finding.rule}：${whomOf(finding)}，${finding.message}` }, (writer) => {
    for (const each of before) end(writer, each.id, each.values, today, who);
    writer.create('entry', id, {
      ledger: 'exemption',
      ...(finding.householdId === null ? {} : { householdId: finding.householdId }),
      ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null).map(([key, value]) => [`exemption.${key}`, value])),
    });
  });
  return id;
}

type Writer = Parameters<Parameters<RegisterFile['log']['run']>[1]>[0];

function end(writer: Writer, id: string, values: Readonly<Record<string, string | number | null>>, today: string, who: string): void {
  writer.set('entry', id, 'exemption.endedOn', values['exemption.endedOn'] ?? null, today);
  writer.set('entry', id, 'exemption.endedBy', values['exemption.endedBy'] ?? null, who);
}

/** Ends an exemption: one command. */
export function endExemption(register: RegisterFile, id: string, { today, who }: { readonly today: string; readonly who: string }): void {
  const found = readExemptions(register, 'all').find((each) => each.id === id);
  if (!found) throw new Refusal('NOT_FOUND', '没有这一条豁免', { remedy: '可能刚被删除或撤销，请重新核对' });
  if (said(found, 'endedOn') !== '') throw new Refusal('STALE', '这一条豁免已经终止', { where: said(found, 'person') });
  register.log.run({ kind: 'edit', label: `终止豁免 ${said(found, 'rule')}：${said(found, 'person')}` }, (writer) => end(writer, id, found.values, today, who));
}
