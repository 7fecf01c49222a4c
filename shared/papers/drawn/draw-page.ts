import { loose, titlePoints, underSize } from '../fit.ts';
import type { Page } from '../lay-out.ts';
import { brokenWithin } from '../line-breaks.ts';
import type { Foot } from '../paper.ts';
import { sizeOf } from '../sizes.ts';
import { drawBlocks } from './draw-blocks.ts';
import { pointsOfMm, Sheet, type DrawnPage, type Measure } from './drawing.ts';

const footSize = 10.5;
const titleSpacing = 0.08;

/** The line under the title: two texts on one line, or each on its part of it. */
function drawUnder(sheet: Sheet, left: string, right: string, place: { readonly left: number; readonly width: number; readonly top: number }): number {
  const line = underSize * loose.line;
  const widths = [left, right].map((text) => sheet.measure('song', text) * underSize);
  const [one = 0, other = 0] = widths;
  const gap = 2 * underSize;
  const together = one + other + gap <= place.width;
  const share = together ? place.width : (place.width - gap) / 2;
  const lines = [left, right].map((text) => (together ? [text] : brokenWithin(text, share / underSize)));
  lines.forEach((texts, side) => texts.forEach((text, at) => sheet.text(text, { size: underSize, align: side === 0 ? 'left' : 'right', left: side === 0 ? place.left : place.left + place.width - share, width: share, top: place.top + at * line, line })));
  return Math.max(...lines.map(({ length }) => length)) * line;
}

/** One page of a paper, drawn: what is looked at, saved and printed. `number` of `total` pages of one printing. */
export function drawPage({ paper, points, density, blocks, part }: Page, foot: Foot, { number, total }: { readonly number: number; readonly total: number }, measure: Measure): DrawnPage {
  const size = sizeOf(paper);
  const sheet = new Sheet(measure, points, density.line);
  const left = size.marginX * pointsOfMm;
  const width = (size.width - 2 * size.marginX) * pointsOfMm;
  const title = part === 1 ? paper.title : `${paper.title}（续）`;
  const titleSize = titlePoints({ ...paper, title });
  const titleLine = titlePoints(paper) * 1.4;
  let top = size.marginTop * pointsOfMm;
  sheet.text(title, { face: 'heiBold', size: titleSize, align: 'center', left, width, top, line: titleLine, spacing: titleSpacing * titleSize });
  top += titleLine + 2 * pointsOfMm;
  top += drawUnder(sheet, paper.left, paper.right, { left, width, top }) + 1.5 * pointsOfMm;
  drawBlocks(sheet, blocks, { left, top, width, density });
  const line = footSize * loose.line;
  const bottom = (size.height - 7) * pointsOfMm - line;
  sheet.text(`${foot.office}　${foot.date}`, { size: footSize, left, width, top: bottom, line });
  if (paper.edition !== undefined) sheet.text(`版次 ${paper.edition}`, { size: footSize, align: 'center', left, width, top: bottom, line });
  sheet.text(`第 ${number} 页，共 ${total} 页`, { size: footSize, align: 'right', left, width, top: bottom, line });
  return { width: size.width * pointsOfMm, height: size.height * pointsOfMm, drawn: sheet.drawn };
}
