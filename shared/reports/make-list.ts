import type { Stored } from '../fields/reading.ts';
import { opens, passed, withoutNumbers, type Level } from '../papers/gate.ts';
import { ageOn } from '../register/age.ts';
import { textOf } from '../register/facts.ts';
import { kindOf, type Field } from '../register/field.ts';
import { field as fieldOf } from '../register/vocabulary.ts';
import { figureText } from './figure-text.ts';
import { unitsOf, type Gathering } from './ground.ts';
import type { MadeCell, MadeColumn, MadeRow, MadeSheet } from './made-report.ts';
import type { Asked, Line, ListColumn, ListSheet, SaidColumn } from './report.ts';

const isSaid = (column: ListColumn): column is SaidColumn => 'said' in column;
const numeric = new Set<Field['kind']>(['money', 'count', 'measure']);

/** The value of a field on a line: the record's, else the person's, else the household's. */
function valueOf({ unit, member, record }: Line, { key, entity }: Field): Stored {
  if (entity === 'entry') return (record ?? unit.record)?.values[key] ?? (key === 'year' ? ((record ?? unit.record)?.year ?? null) : null);
  if (entity === 'member' || entity === 'memberYear') return member?.values[key] ?? null;
  if (entity === 'helper') return unit.household?.helpers[0]?.values[key] ?? null;
  return unit.household?.values[key] ?? null;
}

/** Whom a name on the line may belong to: the person, else the head. */
function minorOn(line: Line, { entity }: Field, asked: Asked): boolean {
  const whose = entity === 'household' || entity === 'householdYear' ? line.unit.household?.members.find(({ values }) => textOf(values, 'relation') === '户主') : line.member;
  const age = whose ? ageOn(whose.values, asked.today) : null;
  return age !== null && age < 18;
}

interface Drawn extends MadeColumn {
  readonly cell: (line: Line) => MadeCell;
}

function drawn(column: ListColumn, level: Level, asked: Asked): Drawn | null {
  if (isSaid(column)) {
    const { head, said, money = false, sensitivity, width = 24 } = column;
    if (!opens({ sensitivity, kind: 'text' }, level)) return null;
    const cell = (line: Line): MadeCell => {
      const value = said(line, asked);
      if (value === null) return { text: '' };
      if (typeof value === 'number') return { text: figureText(value, money ? '元' : '个'), number: money ? value / 100 : value };
      return { text: level === 'full' ? value : withoutNumbers(value) };
    };
    return { key: head.join('/'), head, align: money ? 'right' : 'left', width, cells: money ? 'money' : 'text', cell };
  }
  const field = fieldOf(column.field);
  if (!opens(field, level)) return null;
  const unit = field.unit === undefined ? '' : `（${field.unit}）`;
  const { align } = kindOf(field);
  return {
    key: field.key,
    head: column.head ?? [`${field.label}${unit}`],
    align,
    width: field.printWidth,
    cells: field.kind === 'money' ? 'money' : numeric.has(field.kind) ? 'number' : 'text',
    cell(line) {
      const value = valueOf(line, field);
      const text = passed(field, value, level, minorOn(line, field, asked));
      return typeof value === 'number' && numeric.has(field.kind) ? { text, number: field.kind === 'money' ? value / 100 : value } : { text };
    },
  };
}

export function makeList(sheet: ListSheet, into: Gathering): MadeSheet {
  const { asked, level } = into.ground;
  const columns: Drawn[] = [];
  for (const column of sheet.columns) {
    const made = drawn(column, level, asked);
    if (made) columns.push(made);
    else into.leftOut.push(isSaid(column) ? column.head.join(' ') : fieldOf(column.field).label);
  }
  into.definitions.push({ column: sheet.title, means: sheet.means });
  const rows: MadeRow[] = [];
  const parts: Record<string, number> = {};
  const sums = new Map<string, number>();
  for (const unit of unitsOf(into.ground, sheet.of)) {
    for (const each of sheet.lines(unit, asked)) {
      const line: Line = { unit, ...each };
      const cells = columns.map((column) => column.cell(line));
      for (const [at, { key }] of columns.entries()) if (sheet.sums?.includes(key)) sums.set(key, (sums.get(key) ?? 0) + Math.round((cells[at]?.number ?? 0) * 100));
      parts[unit.id] = (parts[unit.id] ?? 0) + 1;
      into.units[unit.id] = unit.label;
      rows.push({ key: each.record?.id ?? each.member?.id ?? unit.id, rank: 'row', cells: [{ text: String(rows.length + 1), number: rows.length + 1 }, ...cells], ...(unit.household ? { householdId: unit.household.id } : {}), ...(each.member ? { memberId: each.member.id } : {}) });
    }
  }
  const lines = rows.length;
  const figure = `${sheet.key}/#lines`;
  into.figures[figure] = { value: lines, unit: '个', parts, label: `${sheet.title} 行数` };
  if (lines > 0 && sums.size > 0) {
    const cells = columns.map(({ key, cells: kept }): MadeCell => {
      const sum = sums.get(key);
      return sum === undefined ? { text: '' } : { text: kept === 'money' ? figureText(sum, '元') : figureText(sum / 100, '个'), number: sum / 100 };
    });
    rows.push({ key: '合计', rank: 'total', cells: [{ text: '合计' }, ...cells] });
  }
  const counts = (at: number): boolean => rows.some(({ cells }) => cells[at + 1]?.number !== undefined) && rows.every(({ cells }) => cells[at + 1] === undefined || cells[at + 1]?.text === '' || cells[at + 1]?.number !== undefined);
  // What is said in numbers alone stands as numbers do.
  const made = columns.map(({ cell: _cell, ...column }, at): MadeColumn => (column.cells === 'text' && counts(at) ? { ...column, align: 'right', cells: 'number' } : column));
  return { key: sheet.key, title: sheet.title, columns: [{ key: '#number', head: ['序号'], align: 'center', width: 10, cells: 'number' }, ...made], rows, lines };
}
