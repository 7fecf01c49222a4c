import { following } from '../../register/own/spoken.ts';
import { storedFields } from '../../register/vocabulary.ts';
import { ledgerOf } from '../../register/ledgers/index.ts';
import { headersOf } from './ledger-kinds.ts';
import { ofTheHead, overlap, type SheetKind, subjectKeys } from './sheet-kind.ts';

const monitoring = ledgerOf('monitoring');
const own = following(() => [...storedFields('household'), ...storedFields('householdYear')].map((field) => field.key));
const personal = following(() => storedFields('memberYear').map((field) => field.key));

/** Household sheets of sheets.md §1.3: one row a household and year, with its head. */
export const households: SheetKind = {
  key: 'households',
  label: '户表',
  about: 'household',
  department: '扶贫办',
  order: 10,
  get here() {
    return { ...headersOf(monitoring), ...ofTheHead };
  },
  makesHouseholds: true,
  complete: true,
  ledgers: [monitoring],
  keys: subjectKeys,
  fit(has) {
    if (!has.has('householdNo') && !has.has('headIdentityNo')) return 0;
    if (has.has('relation') || has.has('helperName') || overlap(has, personal()) > 0) return 0;
    return overlap(has, own()) >= 3 ? overlap(has, own()) + 5 : 0;
  },
};
