import { figureText, numberCell, share, shareInColumn } from './figure-text.ts';
import type { Gathering } from './ground.ts';
import type { MadeCell, MadeColumn, MadeRow, MadeSheet } from './made-report.ts';
import type { Item, ItemsSheet, Weigh } from './report.ts';

const columns: readonly MadeColumn[] = [
  { key: 'group', head: ['专项'], align: 'center', width: 20, cells: 'text' },
  { key: 'item', head: ['内容'], align: 'left', width: 50, cells: 'text' },
  { key: 'unit', head: ['单位'], align: 'center', width: 12, cells: 'text' },
  { key: 'target', head: ['目标'], align: 'right', width: 22, cells: 'number' },
  { key: 'month', head: ['本期完成'], align: 'right', width: 22, cells: 'number' },
  { key: 'total', head: ['累计完成'], align: 'right', width: 22, cells: 'number' },
  { key: 'share', head: ['完成率'], align: 'right', width: 18, cells: 'ratio' },
  { key: 'problem', head: ['存在问题'], align: 'left', width: 46, cells: 'text', written: true },
  { key: 'next', head: ['下步打算'], align: 'left', width: 46, cells: 'text', written: true },
];

/** Items of a progress table; the names of a group stand once, above its rows. */
export function makeItems(sheet: ItemsSheet, into: Gathering): MadeSheet {
  const { asked, households, records, notes } = into.ground;
  const held = new Set([...households.flatMap(({ household }) => Object.keys(household?.records ?? {})), ...Object.entries(records).flatMap(([ledger, units]) => (units && units.length > 0 ? [ledger] : []))]);
  const everything = [...households, ...Object.values(records).flatMap((units) => units ?? [])];
  const counted = (item: Item, column: string, weigh: Weigh): { value: number; cell: MadeCell } => {
    const name = `${sheet.key}/${item.key}/${column}`;
    const parts: Record<string, number> = {};
    let value = 0;
    for (const unit of everything) {
      const part = weigh(unit, asked);
      if (part === 0) continue;
      value += part;
      parts[unit.id] = part;
      into.units[unit.id] = unit.label;
    }
    into.figures[name] = { value, unit: item.unit, parts, label: `${item.label} ${columns.find(({ key }) => key === column)?.head[0] ?? ''}` };
    return { value, cell: numberCell(value, item.unit, name) };
  };
  const rows = sheet.items.map((item): MadeRow => {
    into.definitions.push({ column: `${item.group} ${item.label}`, means: item.means });
    const { target } = item;
    const aim = target === null ? null : typeof target === 'number' ? { value: target, cell: { text: figureText(target, item.unit), number: item.unit === '元' ? target / 100 : target } } : counted(item, 'target', target);
    const lacking = item.from.length > 0 && !item.from.some((ledger) => held.has(ledger));
    const month = item.month === null || lacking ? null : counted(item, 'month', item.month);
    const total = lacking ? null : counted(item, 'total', item.total);
    const note = (column: string): MadeCell => ({ text: notes[`${sheet.key}/${item.key}/${column}`] ?? '' });
    const reached: MadeCell = aim === null || total === null ? { text: '' } : { text: shareInColumn(total.value, aim.value), ...(aim.value === 0 ? {} : { number: share(total.value, aim.value) }) };
    return { key: item.key, rank: 'row', cells: [{ text: item.group }, { text: item.label }, { text: item.unit }, aim?.cell ?? { text: '' }, month?.cell ?? { text: '' }, total?.cell ?? { text: '没有数据' }, reached, note('problem'), note('next')] };
  });
  return { key: sheet.key, title: sheet.title, columns, rows, lines: rows.length };
}
