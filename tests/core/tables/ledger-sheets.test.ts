import { describe, expect, it } from 'vitest';
import type { Field } from '../../../shared/register/field.ts';
import { ledgers } from '../../../shared/register/ledgers/index.ts';
import type { Ledger } from '../../../shared/register/ledgers/ledger.ts';
import { ledgerSubject } from '../../../shared/sheets/subject.ts';
import { csv, importAll, openTestCore, type TestClient } from '../support/core.ts';
import { identity, peopleSheet } from '../support/people.ts';

/** A value of the field as a sheet or a hand would write it; awkward ones where the kind allows. */
function invented({ kind, label, codes }: Field, at: number): string {
  switch (kind) {
    case 'text': return ['=1+1', `${label}之${at}，“引号”"与,逗号\n换行`, '0012', '-3', '@甲'][at % 5] ?? '';
    case 'name': return ['张试七', '阿依·古丽', '欧阳试八'][at % 3] ?? '';
    case 'digits': return `00${at}0012345678901234`;
    case 'identity': return identity('19700101', at + 20);
    case 'phone': return `1990000${String(at).padStart(4, '0')}`;
    case 'card': return `62170000000000${String(at).padStart(5, '0')}`;
    case 'date': return `2020-0${(at % 9) + 1}-15`;
    case 'month': return `2020-0${(at % 9) + 1}`;
    case 'year': return String(2015 + at);
    case 'money': return ['0.01', '1234567.89', '0', '-12.5'][at % 4] ?? '';
    case 'count': return String(at * 7);
    case 'measure': return ['0.0001', '12.5', '300'][at % 3] ?? '';
    case 'yesNo': return at % 2 === 0 ? '是' : '否';
    case 'code': return codes?.values[at % codes.values.length]?.value ?? '';
  }
}

/** Records of three people or households, of three years: two whole, one with nothing but what must be there. */
async function fill(client: TestClient, ledger: Ledger): Promise<number> {
  const subject = ledgerSubject(ledger.key);
  const { rows } = await client.tables.rows({ subject: ledger.about === 'member' ? 'people' : 'households', year: 2020, offset: 0, limit: 3 });
  const required = ledger.fields.filter((field) => field.required);
  // Where a record is known by whom it is about alone, there can be one.
  const sorts = ledger.year === 'none' && ledger.keys.length === 0 ? ([[2020, ledger.fields]] as const) : ([[2020, ledger.fields], [2017, ledger.fields], [2016, required]] as const);
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
    const file = await client.papers.exportSheet({ subject: ledgerSubject(ledger.key), year: 2020 });
    expect(file.name).toBe(`${ledger.label}_${records}条.xlsx`);
    const plan = await client.importing.plan({ files: [file] });
    const [sheet] = plan.files[0]?.sheets ?? [];
    expect(sheet).toMatchObject({ kind: ledger.key, rows: records, unmapped: [] });
    const { rows } = await client.importing.rows({ batch: plan.batch, limit: 50 });
    expect(rows.filter(({ verdict }) => verdict !== 'same').map(({ verdict, changes, remarks }) => ({ verdict, changes, remarks }))).toEqual([]);
    expect(plan).toMatchObject({ needsYear: false, questions: [], counts: { same: records } });
  });
});
