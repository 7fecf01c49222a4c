import { following } from '../../register/own/spoken.ts';
import { storedFields } from '../../register/vocabulary.ts';
import { ofTheHead, overlap, type SheetKind, subjectKeys } from './sheet-kind.ts';

const incomeGroups = new Set(['收入', '转移性收入', '财产性收入']);
const items = following(() => storedFields('householdYear').filter((field) => incomeGroups.has(field.group)).map((field) => field.key));
const otherYearly = following(() => storedFields('householdYear').filter((field) => !incomeGroups.has(field.group)).map((field) => field.key));

/** Income sheets of sheets.md §1.4 with a row a household: the import template of 2020 and the screen order of 2018–19. */
export const income: SheetKind = {
  key: 'income',
  label: '收入表',
  about: 'household',
  department: '扶贫办',
  order: 30,
  here: ofTheHead,
  makesHouseholds: false,
  complete: true,
  ledgers: [],
  keys: subjectKeys,
  fit(has) {
    if (!has.has('householdNo') && !has.has('headIdentityNo')) return 0;
    if (has.has('relation') || has.has('helperName')) return 0;
    const found = overlap(has, items());
    return found >= 4 && overlap(has, otherYearly()) <= 2 ? found + 20 : 0;
  },
};
