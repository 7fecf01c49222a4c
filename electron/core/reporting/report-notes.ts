import { newId } from '../storage/new-id.ts';
import type { RegisterFile } from '../storage/register-file.ts';
import { readRecords } from '../tables/facts.ts';

const ledger = 'reportNote';

/** What was written beside the rows of a report of a period, by sheet/row/column. */
export function reportNotes(register: RegisterFile, report: string, period: string): Record<string, string> {
  const found = readRecords(register, ledger).filter(({ values }) => values['reportNote.report'] === report && values['reportNote.period'] === period);
  return Object.fromEntries(found.map(({ values }) => [String(values['reportNote.place']), String(values['reportNote.text'] ?? '')]));
}

/** Writes one; an empty text takes it out. One command, which undo takes back. */
export function writeNote(register: RegisterFile, { report, title, period, place, text }: { report: string; title: string; period: string; place: string; text: string }): void {
  const known = readRecords(register, ledger).find(({ values }) => values['reportNote.report'] === report && values['reportNote.period'] === period && values['reportNote.place'] === place);
  const before = known ? String(known.values['reportNote.text'] ?? '') : '';
  const after = text.trim();
  if (before === after) return;
  register.log.run({ kind: 'edit', label: `${title} ${period} 的文字：${after === '' ? '清空' : after.slice(0, 40)}` }, (writer) => {
    if (!known) return writer.create('entry', newId(), { ledger, 'reportNote.report': report, 'reportNote.period': period, 'reportNote.place': place, 'reportNote.text': after });
    if (after !== '') return writer.set('entry', known.id, 'reportNote.text', before, after);
    return writer.remove('entry', known.id);
  });
}
