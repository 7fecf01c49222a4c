import { Refusal } from '../../../../shared/contract/errors.ts';
import type { RegisterFile } from '../../storage/register-file.ts';
import type { Shown } from './editions.ts';

/** One sheet as it was printed for one place. */
export interface Hung {
  readonly sheet: string;
  readonly subject: string;
  readonly edition: string;
  /** ISO, of the first printing of this edition there. */
  readonly since: string;
}

export interface Printed {
  readonly sheet: string;
  readonly subject: string;
  readonly edition: string;
  readonly content: string;
}

export const hungKey = ({ sheet, subject }: { readonly sheet: string; readonly subject: string }): string => `${sheet} ${subject}`;

/** Notes which edition hangs where from now on. Paper does not come down by an undo: it is noted beside the log, like what leaves. */
export function noteHanging(register: RegisterFile, printing: { readonly outgoing: number; readonly year: number; readonly code: string; readonly at: string }, sheets: readonly Printed[]): void {
  register.together(() => {
    register.sql('INSERT INTO wallPrinting (number, year, code, at) VALUES (?, ?, ?, ?)').run(printing.outgoing, printing.year, printing.code, printing.at);
    const content = register.sql('INSERT INTO wallEdition (code, content) VALUES (?, ?) ON CONFLICT (code) DO NOTHING');
    const hanging = register.sql('INSERT INTO wallHanging (printing, sheet, subject, edition) VALUES (?, ?, ?, ?)');
    for (const { sheet, subject, edition, content: shown } of sheets) {
      content.run(edition, shown);
      hanging.run(printing.outgoing, sheet, subject, edition);
    }
  });
}

/** Says that a printing never came out: nothing hangs by it. Said again, it stays said. */
export function sayNotPrinted(register: RegisterFile, printing: number, at: string): void {
  const known = register.sql('SELECT 1 FROM wallPrinting WHERE number = ?').get(printing);
  if (!known) throw new Refusal('NOT_FOUND', '登记册里没有这次打印', { remedy: '请刷新后再看' });
  register.together(() => void register.sql('INSERT INTO wallNotPrinted (printing, at) VALUES (?, ?) ON CONFLICT (printing) DO NOTHING').run(printing, at));
}

/** The newest sheet of each place, of a year: as of now, or as of the printing with that number. `since` is when that edition came there. */
export function hangingNow(register: RegisterFile, year: number, upTo: number | null = null): Hung[] {
  return register
    .sql(
      `SELECT sheet, subject, edition, since FROM (
         SELECT h.sheet, h.subject, h.edition, min(p.at) OVER (PARTITION BY h.sheet, h.subject, h.edition) AS since,
           row_number() OVER (PARTITION BY h.sheet, h.subject ORDER BY h.printing DESC) AS newest
         FROM wallHanging h JOIN wallPrinting p ON p.number = h.printing WHERE p.year = ?1 AND (?2 IS NULL OR p.number <= ?2) AND p.number NOT IN (SELECT printing FROM wallNotPrinted)
       ) WHERE newest = 1`,
    )
    .all(year, upTo) as Hung[];
}

/** The last printing in which an edition came, whether it is a sheet's code or that of a whole printing. */
export function printingOf(register: RegisterFile, code: string): number {
  const found = register.sql('SELECT max(number) AS number FROM (SELECT number FROM wallPrinting WHERE code = ?1 UNION ALL SELECT printing FROM wallHanging WHERE edition = ?1) WHERE number NOT IN (SELECT printing FROM wallNotPrinted)').get(code) as { number: number | null };
  if (found.number === null) throw new Refusal('NOT_FOUND', `登记册里没有打过版次 ${code} 的上墙表`, { remedy: '请核对纸张下边的版次' });
  return found.number;
}

export function shownAt(register: RegisterFile, edition: string): Shown {
  const found = register.sql('SELECT content FROM wallEdition WHERE code = ?').get(edition) as { content: string } | undefined;
  if (!found) throw new Error(`Edition ${edition} hangs and is not kept`);
  return JSON.parse(found.content) as Shown;
}
