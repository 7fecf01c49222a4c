import { accountingWords, accountingYears, type AccountingYear } from '../../../shared/register/income/accounting-year.ts';
import type { RegisterFile } from '../storage/register-file.ts';

const key = 'accountingYear';

/** Which twelve months an income year has in this office. */
export const accountingYearOf = (register: RegisterFile): AccountingYear => accountingYears.find((each) => each === register.meta(key)) ?? 'calendar';

/** Declared for the whole register, and kept in the log: every figure by months depends on it. */
export function setAccountingYear(register: RegisterFile, counted: AccountingYear): void {
  if (accountingYearOf(register) === counted) return;
  register.log.run({ kind: 'settings', label: `收入年度改为${accountingWords[counted]}` }, () => register.setMeta(key, counted));
}
