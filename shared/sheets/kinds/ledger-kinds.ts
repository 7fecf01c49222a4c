import { ledgers } from '../../register/ledgers/index.ts';
import type { Ledger, LedgerSheet, LedgerSubject } from '../../register/ledgers/ledger.ts';
import { followingEach } from '../../register/own/spoken.ts';
import type { Target } from '../header-index.ts';
import { normalHeader } from '../header-text.ts';
import { overlap, type SheetHints, type SheetKind, subjectKeys } from './sheet-kind.ts';

/** What headers mean on a ledger's own sheet. */
export const headersOf = followingEach((ledger: Ledger): Record<string, Target> => {
  const here: Record<string, Target> = {};
  for (const field of ledger.fields) for (const header of [field.label, ...field.also]) here[normalHeader(header)] ??= field.key;
  return here;
});

function namesSubject(about: LedgerSubject, ledger: Ledger, has: ReadonlySet<Target>): boolean {
  const any = (...keys: Target[]): boolean => keys.some((key) => has.has(key));
  if (ledger.alone) return ledger.keys.length === 0 || has.has(ledger.keys[0] ?? '') || has.has(ledger.keys[1] ?? '');
  if (any('identityNo', 'memberNo')) return true;
  if (about === 'household') return any('householdNo', 'headIdentityNo', 'headName', 'name');
  return has.has('name') && any('householdNo', 'headIdentityNo', 'headName', 'birthDate');
}

function fit(ledger: Ledger, sheet: LedgerSheet, has: ReadonlySet<Target>, { words, above }: SheetHints): number {
  const all = sheet.titled ? new Set([...has, ...above]) : has;
  if (!namesSubject(ledger.about, ledger, all)) return 0;
  const own = overlap(has, ledger.fields.map(({ key }) => key));
  const marked = sheet.marks.some((key) => has.has(key));
  const spoken = sheet.words.some((word) => words.includes(word));
  if (own < 1 || !(spoken ? marked || own >= sheet.least : marked && own >= sheet.least)) return 0;
  return own + 5 + (marked ? 6 : 0) + (spoken ? 12 : 0);
}

/** Every ledger that arrives as a sheet is a kind of sheet. */
export const ledgerKinds: readonly SheetKind[] = ledgers.flatMap((ledger, at): SheetKind[] => {
  const { sheet } = ledger;
  if (sheet === null) return [];
  return [{
    key: ledger.key,
    label: ledger.label,
    about: 'entry',
    department: ledger.department,
    order: 100 + at,
    get here() {
      return headersOf(ledger);
    },
    makesHouseholds: false,
    complete: false,
    ledgers: [ledger],
    keys: ledger.about === 'nobody' ? ledger.keys : [...subjectKeys, ...ledger.keys],
    fit: (has, hints) => fit(ledger, sheet, has, hints),
  }];
});
