import { barHeight, cellSide, figuresHeight, headHeight, labelEms, linesIn, pictureHeight, pictureWords, roomsOf, sideEms, sideGap, type Density } from '../fit.ts';
import { brokenWithin, emsOf } from '../line-breaks.ts';
import { rowsOfPairs, rowsOfPictures, type Block, type ChartBlock, type FactsBlock, type FiguresBlock, type NoteBlock, type PicturesBlock, type TableBlock } from '../paper.ts';
import { drawRow, headCell, ruleOf, type Cell, type Ruling } from './draw-cells.ts';
import { pointsOfMm, type Sheet } from './drawing.ts';

/** Where a block stands, in points, and how close its lines are. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly density: Density;
}

const ruled = ({ line, padding }: Density): Ruling => ({ line, padding, side: cellSide, rule: ruleOf(0.3) });

function drawFacts(sheet: Sheet, block: FactsBlock, { left, top, width, density }: Place): number {
  const each = width / block.across;
  const label = labelEms * sheet.em;
  let y = top;
  for (const row of rowsOfPairs(block)) {
    const cells = row.flatMap((pair, at): Cell[] => {
      const from = at * each;
      // What stands last in its row takes what is left of it.
      const to = at === row.length - 1 ? width : from + each;
      return [
        headCell(pair.label, 'hei', from, from + label),
        { text: pair.value, face: 'song', align: 'left', from: from + label, to },
      ];
    });
    y += drawRow(sheet, cells, left, y, ruled(density));
  }
  return y - top + 0.5 * sheet.em;
}

function drawTable(sheet: Sheet, block: TableBlock, { left, top, width, density }: Place): number {
  const rooms = roomsOf(block, width);
  const edges = [0];
  for (const room of rooms) edges.push((edges.at(-1) ?? 0) + room);
  const span = (at: number) => ({ from: edges[at] ?? 0, to: edges[at + 1] ?? width });
  let y = top;
  y += drawRow(sheet, block.columns.map(({ head }, at) => headCell(head, 'heiBold', edges[at] ?? 0, edges[at + 1] ?? width)), left, y, ruled(density));
  block.rows.forEach((row, index) => {
    const summed = block.summed === true && index === block.rows.length - 1;
    y += drawRow(sheet, block.columns.map(({ align }, at): Cell => ({ text: row[at] ?? '', face: summed ? 'songBold' : 'song', align, ...span(at) })), left, y, ruled(density));
  });
  return y - top + 0.5 * sheet.em;
}

function drawNote(sheet: Sheet, { text }: NoteBlock, { left, top, width, density }: Place): number {
  const { em } = sheet;
  const line = density.line * em;
  let y = top + 0.4 * em;
  // The same room as the height was reckoned with.
  for (const each of brokenWithin(text, Math.max(1, width / em - 0.68))) {
    sheet.text(each, { left, width, top: y, line });
    y += line;
  }
  return linesIn(text, width / em) * line + 0.8 * em;
}

function drawChart(sheet: Sheet, { bars }: ChartBlock, { left, top, width }: Place): number {
  const { em } = sheet;
  const ems = width / em;
  const label = Math.max(3, ...bars.map((bar) => emsOf(bar.label))) + 0.6;
  const said = Math.max(2, ...bars.map((bar) => emsOf(bar.said))) + 0.8;
  const unit = Math.max(1, ems - label - said) / Math.max(1, ...bars.map(({ value }) => value));
  const line = barHeight * em;
  bars.forEach((bar, at) => {
    const y = top + at * line;
    const length = bar.value * unit;
    sheet.text(bar.label, { align: 'right', left, width: (label - 0.4) * em, top: y, line });
    sheet.box(left + label * em, y + (barHeight / 2 - 0.55) * em, length * em, 1.1 * em, 0.353);
    sheet.text(bar.said, { left: left + (label + length + 0.35) * em, width: said * em, top: y, line });
  });
  sheet.line(left + label * em, top, left + label * em, top + bars.length * line, 0.06 * em);
  return bars.length * line + 0.6 * em;
}

function drawFigures(sheet: Sheet, { figures }: FiguresBlock, { left, top, width }: Place): number {
  const { em, measure } = sheet;
  const rule = 0.4 * pointsOfMm;
  const height = (figuresHeight - 0.6) * em;
  const upper = top + 0.3 * em;
  sheet.line(left, upper, left + width, upper, rule);
  sheet.line(left, upper + height, left + width, upper + height, rule);
  const large = 2.6 * em;
  const wides = figures.map(({ label, value, unit }) => Math.max(measure('heiBold', value) * large + (0.2 + measure('song', unit)) * em, measure('song', label) * em));
  const gap = (width - wides.reduce((sum, each) => sum + each, 0)) / Math.max(1, figures.length);
  const [first, second] = [large * 1.1, sheet.lineHeight * em];
  const y = upper + (height - first - second) / 2;
  let x = left + gap / 2;
  figures.forEach(({ label, value, unit }, at) => {
    const wide = wides[at] ?? 0;
    const number = measure('heiBold', value) * large;
    const from = x + (wide - number - (0.2 + measure('song', unit)) * em) / 2;
    sheet.text(value, { face: 'heiBold', size: large, left: from, width: number, top: y, line: first });
    // On the same line as the number.
    sheet.text(unit, { left: from + number + 0.2 * em, width: wide, top: y + 0.72 * (large - em), line: em * 1.1 });
    sheet.text(label, { align: 'center', left: x, width: wide, top: y + first, line: second });
    x += wide + gap;
  });
  return figuresHeight * em;
}

function drawPictures(sheet: Sheet, block: PicturesBlock, { left, top, width, density }: Place): number {
  const { em } = sheet;
  const each = width / 2 - em;
  const tall = (pictureHeight - 0.6) * em;
  const rule = 0.2 * pointsOfMm;
  const inner = rule + pointsOfMm;
  let y = top;
  for (const row of rowsOfPictures(block)) {
    row.forEach(({ source, words }, at) => {
      const x = left + (row.length === 1 ? (width - each) / 2 : at * (each + 2 * em));
      for (const [x1, y1, x2, y2] of [[x, y, x + each, y], [x, y + tall, x + each, y + tall], [x, y, x, y + tall], [x + each, y, x + each, y + tall]] as const) sheet.line(x1, y1, x2, y2, rule);
      sheet.drawn.push({ kind: 'picture', x: x + inner, y: y + inner, width: each - 2 * inner, height: tall - 2 * inner, source });
      let under = y + tall;
      for (const line of brokenWithin(words, each / em).slice(0, Math.floor((pictureWords + 0.6) / density.line))) {
        sheet.text(line, { align: 'center', left: x, width: each, top: under, line: density.line * em });
        under += density.line * em;
      }
    });
    y += (pictureHeight + pictureWords) * em;
  }
  return y - top + 0.6 * em;
}

/** Draws a block and answers how much room it took, as `blockEms` reckons it or less. */
export function drawBlock(sheet: Sheet, block: Block, place: Place): number {
  if (block.kind === 'note') return drawNote(sheet, block, place);
  if (block.kind === 'figures') return drawFigures(sheet, block, place);
  const { em } = sheet;
  if (block.kind === 'side') {
    const room = sideEms(block.columns.length, place.width / em) * em;
    const heights = block.columns.map((column, at) => drawBlocks(sheet, column, { ...place, left: place.left + at * (room + sideGap * em), width: room }));
    return Math.max(0, ...heights);
  }
  let head = 0;
  if (block.heading !== undefined) {
    sheet.text(block.heading, { face: 'heiBold', left: place.left, width: place.width, top: place.top + 0.5 * em, line: (headHeight - 0.75) * em });
    head = headHeight * em;
  }
  const under = { ...place, top: place.top + head };
  const body = block.kind === 'facts' ? drawFacts(sheet, block, under) : block.kind === 'table' ? drawTable(sheet, block, under) : block.kind === 'pictures' ? drawPictures(sheet, block, under) : drawChart(sheet, block, under);
  return head + body;
}

/** Blocks one under the other; answers how high they stand together. */
export function drawBlocks(sheet: Sheet, blocks: readonly Block[], place: Place): number {
  let { top } = place;
  for (const block of blocks) top += drawBlock(sheet, block, { ...place, top });
  return top - place.top;
}
