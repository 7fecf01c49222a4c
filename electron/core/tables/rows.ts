import { Refusal } from '../../../shared/contract/errors.ts';
import type { TableRow } from '../../../shared/contract/tables.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { followingEach } from '../../../shared/register/own/spoken.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { oneRow, sourceOf } from './sources.ts';

const statementFor = followingEach((subject: Subject): string => {
  const source = sourceOf(subject);
  const { id, householdId, memberId, revision, extra } = source;
  const columns = source.columns.map(({ field, sql }) => `${sql} AS "${field.key}"`).join(', ');
  return `SELECT ${id} AS id, ${householdId} AS householdId, ${memberId} AS memberId, ${revision} AS revision, ${extra} AS extra, ${columns} ${oneRow(source)}`;
});

function toTableRow(stored: Record<string, Stored>): TableRow {
  const { id, householdId, memberId, revision, extra, ...values } = stored;
  return {
    id: String(id),
    householdId: String(householdId ?? ''),
    ...(typeof memberId === 'string' ? { memberId } : {}),
    revision: Number(revision),
    values,
    ...(typeof extra === 'string' ? { extra: JSON.parse(extra) as Record<string, string> } : {}),
  };
}

export function findRow(register: RegisterFile, subject: Subject, id: string, year: number): TableRow | undefined {
  const stored = register.sql(statementFor(subject)).get(year, id) as Record<string, Stored> | undefined;
  return stored && toTableRow(stored);
}

const gone: Readonly<Record<string, string>> = { people: '这个人已不在登记册里', households: '这一户已不在登记册里', helpers: '这个帮扶责任人已不在登记册里' };

/** That a row is no longer there. */
export const goneRow = (subject: Subject): string => gone[subject] ?? `“${sourceOf(subject).table.title}”里已没有这一条`;

export function tableRow(register: RegisterFile, subject: Subject, id: string, year: number): TableRow {
  const found = findRow(register, subject, id, year);
  if (!found) throw new Refusal('NOT_FOUND', goneRow(subject), { remedy: '请按 F5 刷新后再看' });
  return found;
}
