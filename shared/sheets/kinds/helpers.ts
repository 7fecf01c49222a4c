import { following } from '../../register/own/spoken.ts';
import { storedFields } from '../../register/vocabulary.ts';
import { ofTheHead, overlap, type SheetKind, subjectKeys } from './sheet-kind.ts';

const own = following(() => storedFields('helper').map((field) => field.key));

/** Who helps whom, sheets.md §1.5: one row a pairing, the household named by 户编号 or by its head. */
export const helpers: SheetKind = {
  key: 'helpers',
  label: '帮扶责任人表',
  about: 'household',
  department: '扶贫办',
  order: 40,
  here: { ...ofTheHead, PHONE: 'householdPhone' },
  makesHouseholds: false,
  complete: true,
  ledgers: [],
  keys: subjectKeys,
  fit(has) {
    if (!has.has('helperName')) return 0;
    if (!has.has('householdNo') && !has.has('headIdentityNo')) return 0;
    return overlap(has, own()) + 15;
  },
};
