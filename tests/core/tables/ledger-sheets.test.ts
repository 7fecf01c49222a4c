import { describe, expect, it } from 'vitest';
import type { Field } from '../../../shared/register/field.ts';
import { ledgers } from '../../../shared/register/ledgers/index.ts';
import type { Ledger } from '../../../shared/register/ledgers/ledger.ts';
import { ledgerSubject } from '../../../shared/sheets/subject.ts';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { invented } from '../support/invented.ts';
import { peopleSheet } from '../support/people.ts';

/** Records of three people or households, of three years: two whole, one with nothing but what must be there. */
async function fill(client: TestClient, ledger: Ledger): Promise<number> {
  const subject = ledgerSubject(ledger.key);
  const { rows } = await client.tables.rows({ subject: ledger.about === 'member' ? 'people' : 'households', year: 2020, offset: 0, limit: 3 });
  const typed = ledger.fields.filter(({ key }) => !ledger.made.includes(key));
  const required = typed.filter((field) => field.required);
  // Where a record is known by whom it is about alone, there can be one.
  const sorts = ledger.year === 'none' && ledger.keys.length === 0 ? ([[2020, typed]] as const) : ([[2020, typed], [2017, typed], [2016, required]] as const);
  let records = 0;
  for (const { id } of rows) {
    const whom = ledger.about === 'nobody' ? {} : ledger.about === 'member' ? { memberId: id } : { householdId: id };
    for (const [year, fields] of sorts) {
      const isName = ({ key, kind }: Field): boolean => (kind === 'text' || kind === 'name') && ledger.keys.includes(key);
      const values = Object.fromEntries(fields.map((field, place) => [field.key, isName(field) ? `${field.label}${records}` : invented(field, records + place)]));
      await client.tables.addEntry({ subject, ...whom, year, values });
      records++;
    }
  }
  return records;
}

describe.each(ledgers.filter(({ sheet }) => sheet !== null).map((ledger) => [ledger.label, ledger] as const))('the sheet of %s', (_, ledger) => {
  it('leaves the register and comes back all the same, asking nothing', async () => {
    const { client } = await openTestCore();
    await importAll(client, [csv('人员2020.csv', peopleSheet)]);
    const records = await fill(client, ledger);
    const file = await client.papers.exportSheet({ level: 'full', reason: '上报', subject: ledgerSubject(ledger.key), year: 2020 });
    expect(file.name).toBe(`${ledger.label}_${records}条.xlsx`);
    const plan = await client.importing.plan({ files: [file] });
    const [sheet] = plan.files[0]?.sheets ?? [];
    expect(sheet).toMatchObject({ kind: ledger.key, rows: records, unmapped: [] });
    const { rows } = await client.importing.rows({ batch: plan.batch, limit: 50 });
    expect(rows.filter(({ verdict }) => verdict !== 'same').map(({ verdict, changes, remarks }) => ({ verdict, changes, remarks }))).toEqual([]);
    expect(plan).toMatchObject({ needsYear: false, questions: [], counts: { same: records } });
  });
});
