import type { TableRow } from '../../../shared/contract/tables.ts';
import { findLedger, ledgers } from '../../../shared/register/ledgers/index.ts';
import { recordLine } from '../../../shared/register/ledgers/main-values.ts';
import { ledgerSubject } from '../../../shared/sheets/subject.ts';
import { rowName, tableOf } from '../../../shared/sheets/table.ts';
import { required, word, WrongUsage, yearOf, type Command } from '../command.ts';
import { folderMustBeThere, writeOut } from '../write-out.ts';

export const ledgerCommand: Command = {
  name: 'ledger',
  usage: 'REGISTER [NAME [list | export --out FILE.xlsx]]',
  about: '台账：不写名字列出各本；list 列出一本的记录，export 导出（导入用 import，名单会自己认出来）',
  options: { out: { type: 'string' }, year: { type: 'string' } },
  words: [1, 3],
  opens: true,
  async run({ client, signal }, given) {
    const named = word(given, 1);
    if (named === '') {
      const counts = new Map((await client.tables.ledgers()).map(({ ledger, records }) => [ledger, records]));
      const json = ledgers.map(({ key, label, department }) => ({ ledger: key, label, department, records: counts.get(key) ?? 0 }));
      return { json, lines: json.map(({ ledger, label, department, records }) => `${ledger}\t${label}\t${department}\t${records} 条`) };
    }
    const ledger = findLedger(named) ?? ledgers.find(({ label }) => label === named);
    if (!ledger) throw new WrongUsage(`没有“${named}”这本台账`);
    const subject = ledgerSubject(ledger.key);
    const year = yearOf(given) ?? (await client.registers.current())?.workingYear ?? 2020;
    const action = word(given, 2) || 'list';
    if (action === 'export') {
      const out = required(given, 'out');
      await folderMustBeThere(out);
      const bytes = await writeOut(out, await client.papers.exportSheet({ subject, year }, { signal }));
      return { json: { out, bytes, ledger: ledger.key }, lines: [`已导出“${ledger.label}”：${out}`] };
    }
    if (action !== 'list') throw new WrongUsage(`ledger 只有 list、export，给的是 ${action}`);
    const rows: TableRow[] = [];
    for (;;) {
      const page = await client.tables.rows({ subject, year, offset: rows.length, limit: 500 });
      rows.push(...page.rows);
      if (page.rows.length === 0 || rows.length >= page.total) break;
    }
    const json = { ledger: ledger.key, total: rows.length, rows: rows.map(({ id, householdId, values, extra }) => ({ id, householdId, ...values, ...(extra ? { extra } : {}) })) };
    const table = tableOf(subject);
    return { json, lines: [...rows.map(({ values }) => `${rowName(table, values)}\t${values['year'] ?? ''}\t${recordLine(ledger, values, 6)}`), `共 ${rows.length} 条`] };
  },
};
