import type { Stored } from '../../../shared/fields/reading.ts';
import { incomeYear, type IncomeRecord, type IncomeYear } from '../../../shared/register/income/income-year.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { accountingYearOf } from './accounting.ts';

const itsIncome = `SELECT ledger, year, data FROM entry WHERE id IN (
    SELECT id FROM entry WHERE householdId = ?1 AND ledger = 'monthlyIncome'
    UNION SELECT e.id FROM entry e JOIN member m ON m.id = e.memberId WHERE m.householdId = ?1 AND e.ledger = 'incomeDetail')`;

/** A household's income by year, newest first, each line with what follows by the arithmetic. */
export function cardIncome(register: RegisterFile, householdId: string, years: readonly { readonly year: number; readonly values: Readonly<Record<string, Stored>> }[], members: number): IncomeYear[] {
  const rows = register.sql(itsIncome).all(householdId) as { ledger: string; year: number | null; data: string }[];
  const records = rows.map(({ ledger, year, data }): IncomeRecord => ({ ledger, year, values: JSON.parse(data) as Record<string, Stored> }));
  const counted = accountingYearOf(register);
  return years.map(({ year, values }) => incomeYear({ year, values, records, counted, members }));
}
