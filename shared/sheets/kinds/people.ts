import { following } from '../../register/own/spoken.ts';
import { storedFields } from '../../register/vocabulary.ts';
import { ledgerOf } from '../../register/ledgers/index.ts';
import { headersOf } from './ledger-kinds.ts';
import { overlap, type SheetKind, subjectKeys } from './sheet-kind.ts';

const monitoring = ledgerOf('monitoring');
const personal = following(() => [...storedFields('member'), ...storedFields('memberYear')].map((field) => field.key));

/** Person lists of sheets.md §1.1 and §1.2: one row a person; the household's values stand on every row. */
export const people: SheetKind = {
  key: 'people',
  label: '人员表',
  about: 'person',
  department: '扶贫办',
  order: 20,
  get here() {
    return headersOf(monitoring);
  },
  makesHouseholds: true,
  complete: true,
  ledgers: [monitoring],
  keys: subjectKeys,
  fit(has) {
    if (!(has.has('identityNo') || has.has('memberNo'))) return 0;
    // The sheets of 2016 name the head on every row and nobody else.
    if (!has.has('name') && !(has.has('headName') && has.has('relation'))) return 0;
    if (has.has('helperName')) return 0;
    const own = overlap(has, personal());
    if (has.has('relation') || own >= 5) return own + 10;
    // A short list — name, number and one thing about each person — is one too, unless it tells more about households.
    return own >= 3 ? own + 4 : 0;
  },
};
