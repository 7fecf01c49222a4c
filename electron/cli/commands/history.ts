import type { LogEntry } from '../../../shared/contract/history.ts';
import { labelOf, shown } from '../../../shared/register/show-value.ts';
import { sheetPlace } from '../../../shared/sheets/sheet-place.ts';
import { batchOf, text, WrongUsage, type Arguments, type Command } from '../command.ts';

function scopeOf(given: Arguments): { person: string } | { household: string } | { batch: number } {
  const person = text(given, 'person');
  const household = text(given, 'household');
  const batch = batchOf(given);
  if ([person, household, batch].filter((each) => each !== undefined).length !== 1) throw new WrongUsage('要给 --person、--household、--batch 中的一个');
  if (person !== undefined) return { person };
  return household === undefined ? { batch: batch ?? 0 } : { household };
}

export const historyCommand: Command = {
  name: 'history',
  usage: 'REGISTER --person 证件号码|人编号 | --household 户编号 | --batch N',
  about: '修改记录，从旧到新',
  options: { person: { type: 'string' }, household: { type: 'string' }, batch: { type: 'string' } },
  words: [1, 1],
  opens: true,
  reads: true,
  async run({ client }, given) {
    const of = scopeOf(given);
    const entries: LogEntry[] = [];
    let total = 0;
    for (let offset = 0; offset === 0 || offset < total; offset += 500) {
      const page = await client.history.entries({ of, offset, limit: 500 });
      ({ total } = page);
      entries.push(...page.rows);
    }
    const value = (field: string, stored: LogEntry['old']): string => (stored === null ? '空' : shown(field, stored));
    const lines = entries.map((entry) => `${entry.at}\t${entry.who}\t${entry.label}\t${labelOf(entry.field)}\t${value(entry.field, entry.old)} → ${value(entry.field, entry.new)}\t${entry.file === null ? '' : sheetPlace(entry.file, entry.sheet, entry.cell)}`);
    return { json: { entries }, lines: lines.length > 0 ? lines : ['没有修改记录'] };
  },
};
