import type { RowsQuery } from '../../../shared/contract/tables.ts';
import { ledgers } from '../../../shared/register/ledgers/index.ts';
import type { Ledger } from '../../../shared/register/ledgers/ledger.ts';
import { recordLine } from '../../../shared/register/ledgers/main-values.ts';
import { ledgerSubject } from '../../../shared/sheets/subject.ts';
import { rowName, tableOf } from '../../../shared/sheets/table.ts';
import type { CoreClient } from '../../core/open-core.ts';
import { required, word, WrongUsage, yearOf, type Answer, type Arguments, type Command } from '../command.ts';
import { filtersOf, rowsAsJson, rowsOf } from '../table-rows.ts';
import { ledgerNamed } from '../subject-named.ts';
import { leavingOf, leavingOptions } from '../leaving.ts';
import { folderMustBeThere, writeOut } from '../write-out.ts';

/** All of a ledger's records, or those of one year and under the conditions that were given. */
function queryOf(ledger: Ledger, given: Arguments): RowsQuery {
  const subject = ledgerSubject(ledger.key);
  const year = yearOf(given);
  if (year !== undefined && ledger.year === 'none') throw new WrongUsage(`“${ledger.label}”不分年度`);
  const ofYear = year === undefined ? [] : [{ field: 'year', test: 'equals' as const, value: year }];
  // Every value on a record's row is of the record or lasts: no year of the register is asked for.
  return { subject, year: year ?? 2020, filters: [...ofYear, ...filtersOf(subject, given)] };
}

async function allLedgers(client: CoreClient): Promise<Answer> {
  const counts = new Map((await client.tables.ledgers()).map(({ ledger, records }) => [ledger, records]));
  const json = ledgers.map(({ key, label, department }) => ({ ledger: key, label, department, records: counts.get(key) ?? 0 }));
  return { json, lines: json.map(({ ledger, label, department, records }) => `${ledger}\t${label}\t${department}\t${records} 条`) };
}

async function listRecords(client: CoreClient, ledger: Ledger, query: RowsQuery): Promise<Answer> {
  const { total, rows } = await rowsOf(client, query);
  const table = tableOf(query.subject);
  return {
    json: { ledger: ledger.key, total, rows: rowsAsJson(rows) },
    lines: [...rows.map(({ values }) => [rowName(table, values), values['year'] ?? '', recordLine(ledger, values, 6)].join('\t')), `共 ${total} 条`],
  };
}

export const ledgerCommand: Command = {
  name: 'ledger',
  usage: 'REGISTER [NAME [list | export --out FILE.xlsx] [--where 列名=值]… [--year 年度]]',
  about: '台账：不写名字列出各本；list 列出一本的记录，export 导出（导入用 import，名单会自己认出来）',
  options: { out: { type: 'string' }, where: { type: 'string', multiple: true }, year: { type: 'string' }, ...leavingOptions },
  words: [1, 3],
  opens: true,
  reads: true,
  async run({ client, signal }, given) {
    const named = word(given, 1);
    if (named === '') return allLedgers(client);
    const ledger = ledgerNamed(named);
    const query = queryOf(ledger, given);
    const action = word(given, 2) || 'list';
    if (action === 'list') return listRecords(client, ledger, query);
    if (action !== 'export') throw new WrongUsage(`ledger 只有 list、export，给的是 ${action}`);
    const out = required(given, 'out');
    await folderMustBeThere(out);
    const sheet = await client.papers.exportSheet({ ...query, ...leavingOf(given, 'full', '命令行导出台账') }, { signal });
    const bytes = await writeOut(out, sheet);
    return { json: { out, bytes, ledger: ledger.key }, lines: [`已导出“${ledger.label}”：${out}`] };
  },
};
