import { following } from '../../register/own/spoken.ts';
import { ledgerOf } from '../../register/ledgers/index.ts';
import { headersOf } from './ledger-kinds.ts';
import { overlap, type SheetKind, subjectKeys } from './sheet-kind.ts';

const detail = ledgerOf('incomeDetail');
const items = following(() => detail.fields.map(({ key }) => key));

/** The city's detailed income sheet of 60 columns (sheets.md §1.4): a row a person with the items, the household's sums on it. */
export const incomeDetail: SheetKind = {
  key: 'incomeDetail',
  label: '收入明细表',
  about: 'person',
  department: '扶贫办',
  order: 35,
  get here() {
    return headersOf(detail);
  },
  makesHouseholds: false,
  complete: false,
  ledgers: [detail],
  keys: subjectKeys,
  fit(has) {
    if (!has.has('identityNo') && !has.has('memberNo')) return 0;
    const found = overlap(has, items());
    return found >= 8 ? found + 10 : 0;
  },
};
