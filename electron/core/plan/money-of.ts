import { moneyFlow, type MoneyFlow, type PostedDays } from '../../../shared/plan/money.ts';
import { textOf, type RecordFacts } from '../../../shared/register/facts.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readRecords } from '../tables/facts.ts';
import type { OnDay } from './plan-figures.ts';

/** Funds and projects hang for at least ten days in village and street. */
const leastDays = 10;

/** The year's money as it stands on a day, and how long its postings have hung. */
export function moneyOf(register: RegisterFile, { year, day }: OnDay): MoneyFlow & { readonly postings: readonly PostedDays[] } {
  const until = (ledger: string, on: string): RecordFacts[] => readRecords(register, ledger).filter((record) => (record.year === null || record.year === year) && textOf(record.values, on) <= day);
  const postings = until('posting', 'posting.from').map(({ values }): PostedDays => {
    const text = (name: string): string => textOf(values, `posting.${name}`);
    const end = text('until') === '' || text('until') > day ? day : text('until');
    const days = Math.max(0, Math.round((Date.parse(end) - Date.parse(text('from'))) / 86_400_000) + 1);
    return { subject: text('subject'), of: text('of'), place: text('place'), from: text('from'), days, enough: days >= leastDays };
  });
  return { ...moneyFlow({ came: until('fundIn', 'fundIn.arrivedOn'), sent: until('fundOut', 'fundOut.sentOn'), paid: until('payment', 'payment.on') }), postings };
}
