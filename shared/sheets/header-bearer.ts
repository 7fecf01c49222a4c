import { findField } from '../register/vocabulary.ts';
import { findLedger } from '../register/ledgers/index.ts';
import { targetOf } from './header-index.ts';
import { normalHeader } from './header-text.ts';
import { headersOf } from './kinds/ledger-kinds.ts';
import { sheetKinds } from './kinds/index.ts';
import { ledgerKeyOf, type Subject } from './subject.ts';

/**
 * What a header means already where a new column of households, people or a ledger would be met by it: the label of that column,
 * null where it is free. `except` is the column that asks.
 */
export function bearerOfHeader(header: string, about: string, except: string): string | null {
  const normal = normalHeader(header);
  if (normal === '') return '空白';
  // Only a ledger's key has a colon.
  const ledger = about.includes(':') ? findLedger(ledgerKeyOf(about as Subject) ?? '') : undefined;
  const said = ledger ? [headersOf(ledger)[normal]] : sheetKinds.filter((kind) => kind.about !== 'entry').map(({ here }) => here[normal]);
  const found = [...said, targetOf(header)].find((target) => target !== undefined && target !== except);
  return found === undefined ? null : (findField(found)?.label ?? header);
}
