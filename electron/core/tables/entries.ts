import { Refusal } from '../../../shared/contract/errors.ts';
import type { LedgerCount } from '../../../shared/contract/tables.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import type { Ledger } from '../../../shared/register/ledgers/ledger.ts';
import { recordLine } from '../../../shared/register/ledgers/main-values.ts';
import type { LedgerSubjectKey } from '../../../shared/sheets/subject.ts';
import type { Table } from '../../../shared/sheets/table.ts';
import { papersAlone } from '../storage/record-papers.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { tableRow } from './rows.ts';
import { sourceOf } from './sources.ts';

/** How many records each ledger has that has any. */
export function ledgerCounts(register: RegisterFile): LedgerCount[] {
  return register.sql('SELECT ledger, count(*) AS records FROM entry GROUP BY ledger').all() as LedgerCount[];
}

export function ledgerOfTable({ ledger, subject }: Table): Ledger {
  if (!ledger) throw new Error(`${subject} is no ledger`);
  return ledger;
}

/** 低保名单：张试一，2020 年，低保金额 300.00. */
export function labelOfRecord(table: Table, values: Readonly<Record<string, Stored>>, year: Stored): string {
  const ledger = ledgerOfTable(table);
  const name = ledger.about === 'nobody' ? '' : (values['name'] ?? values['headName'] ?? values['householdNo'] ?? '');
  return `${ledger.label}：${[name, year === null ? '' : `${year} 年`, recordLine(ledger, values)].filter((part) => part !== '').join('，')}`;
}

/** Takes a record out, with the papers that hang on it alone: one command. Answers what it was. */
export function removeEntry(register: RegisterFile, { subject, id, base }: { readonly subject: LedgerSubjectKey; readonly id: string; readonly base: number }): string {
  const { table } = sourceOf(subject);
  const row = tableRow(register, subject, id, 0);
  const stored = register.rows.get('entry', id);
  if (!stored) throw new Error('A row of a ledger is a record');
  const what = labelOfRecord(table, row.values, row.values['year'] ?? null);
  const papers = papersAlone(register, id);
  if (stored.revision > base) throw new Refusal('STALE', '这一条刚被改过，没有删', { where: what, remedy: '请看过新值后再删' });
  const label = `删除${what}${papers.length === 0 ? '' : `，连同 ${papers.length} 份材料`}`;
  register.log.run({ kind: 'edit', label }, (writer) => {
    for (const paper of [...papers, id]) writer.remove('entry', paper);
  });
  return label;
}
