import type { Field } from '../../shared/register/field.ts';
import type { Ledger } from '../../shared/register/ledgers/ledger.ts';
import type { Table } from '../../shared/sheets/table.ts';
import { lookOf } from '../grid/first-columns.ts';

const ofPlace = ['town', 'village', 'group'];

function ofLedger(table: Table, { about, fields, made, year }: Ledger): readonly string[] {
  const whom = about === 'nobody' ? [] : about === 'member' ? ['name', 'identityNo', 'householdNo'] : ['householdNo', 'headName'];
  return [...whom, ...(year === 'sheet' ? ['year'] : []), ...fields.filter(({ key }) => !made.includes(key) && table.fields.some((field) => field.key === key)).map(({ key }) => key)];
}

/** The columns with which a sheet of new rows begins: what a row cannot be without, then what the table shows first. */
export function newColumns(table: Table): readonly string[] {
  const { subject, ledger, fields } = table;
  if (ledger) return ofLedger(table, ledger);
  const entities: readonly Field['entity'][] = subject === 'people' ? ['member', 'memberYear'] : ['household', 'householdYear'];
  const own = new Map(fields.map((field) => [field.key, field]));
  const first = subject === 'people' ? ['householdNo', 'name', 'identityNo', 'relation'] : ['householdNo', 'headName', 'headIdentityNo', ...ofPlace, 'householdKind'];
  const usual = lookOf(table).first.filter((key) => {
    const field = own.get(key);
    return field && !field.derived && entities.includes(field.entity) && field.kind !== 'money';
  });
  return [...new Set([...first, ...usual, ...(subject === 'people' ? ofPlace : [])])];
}
