import { findLedger } from '../register/ledgers/index.ts';
import { labelOf } from '../register/show-value.ts';

/** What a rule lacks, in the clerk's words: 是否享受低保；低保名单. */
export const lackWords = (lacks: readonly string[]): string =>
  lacks
    .map((keys) => keys.split('|').map((key) => (key.startsWith('ledger:') ? `台账“${findLedger(key.slice(7))?.label ?? key}”` : key.startsWith('last:') ? `上年${labelOf(key.slice(5))}` : labelOf(key))).join('或'))
    .join('；');
