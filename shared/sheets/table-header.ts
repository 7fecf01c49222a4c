import { sheetKinds } from './kinds/index.ts';
import { headersOf } from './kinds/ledger-kinds.ts';
import { targetOf } from './header-index.ts';
import { normalHeader } from './header-text.ts';
import type { Table } from './table.ts';

/** The column of a table that a header of a sheet means, null where it is to be passed over (序号), undefined where nobody knows it. */
export function columnOfHeader({ subject, ledger, fields }: Table, header: string): string | null | undefined {
  const normal = normalHeader(header);
  const kind = sheetKinds.find(({ key }) => key === subject);
  const here = ledger ? headersOf(ledger)[normal] : kind?.here[normal];
  const meant = [here, targetOf(header)].find((target) => target !== undefined);
  const target = meant === '#year' ? 'year' : meant;
  if (target === '#ordinal' || target === '#note') return null;
  return fields.some(({ key }) => key === target) ? target : undefined;
}
