import { cellsOf, numberCell, share, shareInColumn } from './figure-text.ts';
import { unitsOf, type Gathering } from './ground.ts';
import type { MadeCell, MadeColumn, MadeRow, MadeSheet } from './made-report.ts';
import type { NumberColumn, SummaryColumn, SummarySheet, Unit } from './report.ts';

/** What one unit adds to each number column, by the column's place. */
type Weighed = readonly number[];

interface Group {
  readonly key: string;
  readonly cells: readonly string[];
  readonly rank: MadeRow['rank'];
  readonly units: readonly Unit[];
  /** Of a sum: the keys of the rows that it adds up. */
  readonly of: readonly string[];
}

const placeColumns = (by: SummarySheet['by']): readonly MadeColumn[] => [
  { key: '#number', head: ['序号'], align: 'center', width: 10, cells: 'number' },
  { key: '#town', head: ['办事处'], align: 'left', width: 28, cells: 'text' },
  ...(by === 'village' ? [{ key: '#village', head: ['村'], align: 'left', width: 26, cells: 'text' } as const] : []),
];

/** Streets in the order in which the units come, under each its villages, then the street's sum; last of all everything. */
function groupsOf({ by }: SummarySheet, units: readonly Unit[]): Group[] {
  const groups: Group[] = [];
  let number = 0;
  for (const [town, ofTown] of Map.groupBy(units, (unit) => unit.town)) {
    const name = town === '' ? '未填' : town;
    if (by === 'town') {
      groups.push({ key: name, cells: [String(++number), name], rank: 'row', units: ofTown, of: [] });
      continue;
    }
    const rows = [...Map.groupBy(ofTown, (unit) => unit.village)].map(([village, ofVillage]): Group => {
      const called = village === '' ? '未填' : village;
      return { key: `${name}·${called}`, cells: [String(++number), name, called], rank: 'row', units: ofVillage, of: [] };
    });
    groups.push(...rows, { key: `${name}·小计`, cells: ['', name, '小计'], rank: 'subtotal', units: ofTown, of: rows.map(({ key }) => key) });
  }
  const rows = groups.filter(({ rank }) => rank === 'row').map(({ key }) => key);
  return [...groups, { key: '合计', cells: by === 'village' ? ['', '合计', ''] : ['', '合计'], rank: 'total', units, of: rows }];
}

export function makeSummary(sheet: SummarySheet, into: Gathering): MadeSheet {
  const { asked, notes } = into.ground;
  const units = unitsOf(into.ground, sheet.of);
  const numbers = sheet.columns.filter((column) => column.kind === 'number');
  const place = new Map(numbers.map(({ key }, at) => [key, at]));
  const weighed = new Map<string, Weighed>(units.map((unit) => [unit.id, numbers.map(({ weigh }) => weigh(unit, asked))]));
  for (const column of sheet.columns) if (column.kind !== 'blank') into.definitions.push({ column: column.head.join(' '), means: column.means });

  const rows = groupsOf(sheet, units).map(({ key, cells, rank, units: ofGroup, of }): MadeRow => {
    const sums = numbers.map((_, at) => ofGroup.reduce((sum, { id }) => sum + (weighed.get(id)?.[at] ?? 0), 0));
    const figure = (column: NumberColumn): string => {
      const at = place.get(column.key) ?? 0;
      const name = `${sheet.key}/${key}/${column.key}`;
      const parts: Record<string, number> = {};
      const label = `${key} ${column.head.join(' ')}`;
      if (of.length > 0) {
        into.figures[name] = { value: sums[at] ?? 0, unit: column.unit, parts, sums: of.map((row) => `${sheet.key}/${row}/${column.key}`), label };
        return name;
      }
      for (const { id, label: called } of ofGroup) {
        const part = weighed.get(id)?.[at] ?? 0;
        if (part === 0) continue;
        parts[id] = part;
        into.units[id] = called;
      }
      into.figures[name] = { value: sums[at] ?? 0, unit: column.unit, parts, label };
      return name;
    };
    const cell = (column: SummaryColumn): MadeCell => {
      if (column.kind === 'blank') return { text: notes[`${sheet.key}/${key}/${column.key}`] ?? '' };
      if (column.kind === 'number') return numberCell(sums[place.get(column.key) ?? 0] ?? 0, column.unit, figure(column));
      const [part = 0, whole = 0] = [column.part, column.whole].map((wanted) => sums[place.get(wanted) ?? -1]);
      return { text: shareInColumn(part, whole), ...(whole === 0 ? {} : { number: share(part, whole) }) };
    };
    return { key, rank, cells: [...cells.map((text): MadeCell => ({ text })), ...sheet.columns.map(cell)] };
  });
  return { key: sheet.key, title: sheet.title, columns: [...placeColumns(sheet.by), ...sheet.columns.map(columnOf)], rows, lines: units.length };
}

function columnOf(column: SummaryColumn): MadeColumn {
  const { key, head } = column;
  if (column.kind === 'blank') return { key, head, align: 'left', width: 26, cells: 'text', written: true };
  if (column.kind === 'ratio') return { key, head, align: 'right', width: 18, cells: 'ratio' };
  return { key, head: [...head.slice(0, -1), `${head.at(-1) ?? ''}${column.unit === '户' || column.unit === '人' || head.at(-1)?.endsWith(column.unit) === true ? '' : `（${column.unit}）`}`], align: 'right', width: column.unit === '元' ? 26 : 16, cells: cellsOf(column.unit) };
}
