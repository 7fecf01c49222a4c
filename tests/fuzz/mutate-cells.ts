import type { Draw } from '../../electron/core/samples/draw.ts';
import { bareXlsx, type BareCell } from '../fixtures/workbooks/bare-xlsx.ts';
import { savedAs } from '../fixtures/workbooks/other-formats.ts';
import { csvText, htmlXls } from '../fixtures/workbooks/text-formats.ts';
import { head, people, secondVillage } from '../fixtures/awkward/make-files.ts';
import { vocabulary } from '../../shared/register/vocabulary.ts';
import type { Mutation } from './mutation.ts';

const rows = [...people, ...secondVillage];
const odd = [
  '', ' ', '0', '-', '/', '1', '99999999999999999999', '9.9E+17', '-5', '1e400', 'NaN', '=1+1', '@x', "'", '合计', '小计', '姓名', '户编号', '证件号码', '注：', '户主', '是', '2020', '2020-13-45', '20200230', '30/2/2020', '#N/A',
  '𠮷', '😀', '\uD800', '\u0000', '\u0007', '\u200B', '\uFEFF', '甲\n乙\r丙', '甲"乙', '甲,乙;丙\t丁', '<b>', '&amp;', '_x0041_', 'x'.repeat(33_000), '１２３', '一万', '1.2万元', '1,2,3', '二〇二〇年', '…', '買', 'ﷺ', '\u202E倒',
];

/** A value for a cell that nobody expects there. */
function oddCell(draw: Draw): string {
  if (draw.chance(0.2)) return rows[draw.whole(0, rows.length - 1)]?.[draw.whole(0, head.length - 1)] ?? '';
  if (draw.chance(0.1)) return String(draw.next() * 10 ** draw.whole(-5, 25));
  return draw.pick(odd);
}

function anyHeader(draw: Draw): string {
  const field = draw.pick(vocabulary());
  return draw.pick([field.label, ...field.also]);
}

/** More would try how fast the machine is and how much memory the making takes: SheetJS needs gigabytes to write 200,000 cells as .xlsb. */
const mostCells = 300_000;
const mostCellsOfOthers = 30_000;

/** Rows with strange cells under strange headers. */
function strangeGrid(draw: Draw): string[][] {
  const width = draw.chance(0.05) ? draw.pick([300, 1999, 2001]) : draw.whole(3, 30);
  const header = Array.from({ length: width }, (_, at) => (draw.chance(0.6) ? (head[at % head.length] ?? '') : draw.chance(0.8) ? anyHeader(draw) : oddCell(draw)));
  const titles = Array.from({ length: draw.pick([0, 0, 1, 3]) }, () => [oddCell(draw), oddCell(draw)]);
  const height = draw.chance(0.05) ? Math.min(800, Math.floor(mostCells / width)) : draw.whole(0, 25);
  // Long texts in a large grid would be the fuzzer's own bomb.
  const longest = width * height > 2000 ? 60 : Number.POSITIVE_INFINITY;
  const body = Array.from({ length: height }, () => {
    const person = draw.pick(rows);
    return header.map((_, at) => (draw.chance(0.5) ? (person[at % head.length] ?? '') : oddCell(draw).slice(0, longest)));
  });
  const grid = [...titles, header, ...body];
  return draw.chance(0.2) ? [...grid, header.map(() => anyHeader(draw)), ...body.slice(0, 3)] : grid;
}

const storable = (text: string): string => text.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '');

/** Files that are sound as files and senseless as sheets. */
export const cellMutations: readonly Mutation[] = [
  {
    name: 'cells: .xlsx',
    weight: 14,
    apply(_, draw) {
      const typed = (text: string): BareCell => {
        const clean = storable(text);
        if (draw.chance(0.85)) return clean;
        return draw.pick<BareCell>([{ raw: clean.slice(0, 20).replace(/[<&]/g, ''), type: 'e' }, draw.chance(0.5), { raw: String(draw.whole(-10, 99_999)), style: 1 }, Number(draw.next() * 1e18)]);
      };
      return bareXlsx(strangeGrid(draw).map((row) => row.map(typed)), { formats: [14], sharedStrings: draw.chance(0.5), from1904: draw.chance(0.2), sheetName: storable(oddCell(draw)).slice(0, 31) || '表' });
    },
  },
  { name: 'cells: .csv', weight: 6, apply: (_, draw) => Buffer.from(csvText(strangeGrid(draw), draw.pick([',', ';', '\t']))) },
  { name: 'cells: html', weight: 2, apply: (_, draw) => htmlXls(strangeGrid(draw).map((row) => row.map((cell) => cell.replace(/[^\p{ASCII}一二三四五六七八九十户编号人姓名证件码]/gu, '')))) },
  {
    name: 'cells: other formats',
    weight: 2,
    apply(_, draw) {
      const format = draw.pick(['biff8', 'ods', 'xlsb', 'xlml'] as const);
      const grid = strangeGrid(draw);
      return savedAs(format, grid.slice(0, mostCellsOfOthers / 250).map((row) => row.slice(0, 250).map((cell) => storable(cell).slice(0, 32_000))));
    },
  },
];
