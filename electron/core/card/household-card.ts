import { cardRecords, type CardRecord, type HouseholdCard, type LedgerCount } from '../../../shared/contract/tables.ts';
import type { Stored } from '../../../shared/fields/reading.ts';
import { flatRow } from '../storage/own-values.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { dayInYear } from '../../../shared/register/age.ts';
import { goneStates } from '../../../shared/register/member-state.ts';
import { tableRow } from '../tables/rows.ts';
import { accountingYearOf } from './accounting.ts';
import { cardIncome } from './card-income.ts';

type StoredRow = Record<string, Stored>;

/** What is told of the household or of somebody who lives in it now; what happened to people here stays with the household. */
const itsRecords = `SELECT e.id, e.ledger, e.memberId, m.name, e.year, e.data,
    row_number() OVER (PARTITION BY e.ledger ORDER BY e.year IS NULL, e.year DESC, e.id DESC) AS place
  FROM entry e LEFT JOIN member m ON m.id = e.memberId
  WHERE e.id IN (
    SELECT id FROM entry WHERE memberId IN (SELECT id FROM member WHERE householdId = ?1)
    UNION SELECT id FROM entry WHERE householdId = ?1 AND (memberId IS NULL OR ledger = 'movement'))`;

function recordsOf(register: RegisterFile, householdId: string): Pick<HouseholdCard, 'records' | 'recordCounts'> {
  const rows = register.sql(`SELECT * FROM (${itsRecords}) ORDER BY ledger, place`).all(householdId) as StoredRow[];
  const counts = new Map<string, number>();
  for (const { ledger } of rows) counts.set(String(ledger), (counts.get(String(ledger)) ?? 0) + 1);
  const text = (value: Stored | undefined): string | null => (typeof value === 'string' ? value : null);
  return {
    records: rows
      .filter(({ place }) => Number(place) <= cardRecords)
      .map(({ id, ledger, memberId, name, year, data }): CardRecord => ({
        id: String(id),
        ledger: String(ledger),
        memberId: text(memberId),
        name: text(name),
        year: typeof year === 'number' ? year : null,
        values: JSON.parse(String(data)) as StoredRow,
      })),
    recordCounts: [...counts].map(([ledger, records]): LedgerCount => ({ ledger, records })),
  };
}

/** One household with everybody in it, for the card beside the grid. Ages go by the day in the year that is shown. */
export function householdCard(register: RegisterFile, householdId: string, year: number, today: string): HouseholdCard {
  const household = tableRow(register, 'households', householdId, year);
  const ids = register.sql("SELECT id FROM member WHERE householdId = ? ORDER BY relation IS NOT '户主', id").all(householdId) as { id: string }[];
  const helpers = register.sql('SELECT * FROM helper WHERE householdId = ? ORDER BY helpUntil IS NOT NULL, id').all(householdId) as StoredRow[];
  const rows = register.sql('SELECT * FROM householdYear WHERE householdId = ? ORDER BY year DESC').all(householdId) as StoredRow[];
  const members = ids.map(({ id }) => tableRow(register, 'people', id, year));
  const here = members.filter(({ values }) => !goneStates.has(String(values['memberState'] ?? '')));
  const years = rows.map(flatRow).map(({ id: _id, householdId: _owner, revision: _revision, year: of, ...values }) => ({ year: Number(of), values }));
  return {
    revision: register.log.revision,
    day: dayInYear(year, today),
    household,
    members,
    helpers: helpers.map(({ id, householdId: owner, revision, ...values }) => ({ id: String(id), householdId: String(owner), revision: Number(revision), values })),
    years,
    accountingYear: accountingYearOf(register),
    income: cardIncome(register, householdId, years, here.length),
    ...recordsOf(register, householdId),
  };
}
