import { Refusal } from '../../../shared/contract/errors.ts';
import type { TableRow } from '../../../shared/contract/tables.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Subject } from '../../../shared/sheets/subject.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { rowIdOf, tableColumns, tableFrom } from './columns.ts';

const revisions: Record<Subject, string> = {
  households: 'max(h.revision, coalesce(hy.revision, 0), coalesce(hd.revision, 0))',
  people: 'max(m.revision, coalesce(my.revision, 0), h.revision, coalesce(hy.revision, 0), coalesce(hd.revision, 0))',
};

function statementFor(subject: Subject): string {
  const columns = tableColumns[subject].map(({ field, sql }) => `${sql} AS "${field.key}"`).join(', ');
  const extra = subject === 'people' ? 'm.extra' : 'h.extra';
  return `SELECT ${rowIdOf[subject]} AS id, h.id AS householdId, ${revisions[subject]} AS revision, ${extra} AS extra, ${columns} ${tableFrom[subject]} WHERE ${rowIdOf[subject]} = ?2`;
}

const statements: Record<Subject, string> = { households: statementFor('households'), people: statementFor('people') };

export function toTableRow(stored: Record<string, Stored>): TableRow {
  const { id, householdId, revision, extra, ...values } = stored;
  const row = { id: String(id), householdId: String(householdId), revision: Number(revision), values };
  return typeof extra === 'string' ? { ...row, extra: JSON.parse(extra) as Record<string, string> } : row;
}

export function findRow(register: RegisterFile, subject: Subject, id: string, year: number): TableRow | undefined {
  const stored = register.sql(statements[subject]).get(year, id) as Record<string, Stored> | undefined;
  return stored && toTableRow(stored);
}

export function tableRow(register: RegisterFile, subject: Subject, id: string, year: number): TableRow {
  const found = findRow(register, subject, id, year);
  if (!found) throw new Refusal('NOT_FOUND', subject === 'people' ? '这个人已不在登记册里' : '这一户已不在登记册里', { remedy: '请刷新后再看' });
  return found;
}
