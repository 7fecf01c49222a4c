import { barHeight, cellSide, figuresHeight, headHeight, labelEms, loose, pictureHeight, pictureWords, sideEms, sideGap, tight, titlePoints, underSize } from './fit.ts';
import { escaped, fontFaces, lines } from './fonts.ts';
import { emsOf } from './line-breaks.ts';
import type { Page } from './lay-out.ts';
import { rowsOfPairs, rowsOfPictures, type Block, type ChartBlock, type FactsBlock, type FiguresBlock, type Foot, type PicturesBlock, type TableBlock } from './paper.ts';
import { sizeOf, sizes, type PaperSize, type SizeKey } from './sizes.ts';

const text = lines;
const short = (figure: number): string => String(Math.round(figure * 1000) / 1000);

function facts(block: FactsBlock): string {
  const label = 100 / block.across;
  const columns = Array.from({ length: block.across }, () => `<col style="width:${labelEms}em"><col style="width:calc(${label.toFixed(4)}% - ${labelEms}em)">`).join('');
  const rows = rowsOfPairs(block).map((row) => {
    const missing = block.across - row.length;
    const span = row[0]?.wide || missing > 0 ? 1 + 2 * missing : 1;
    const cells = row.map((pair, at) => `<th scope="row">${text(pair.label)}</th><td${at === row.length - 1 && span > 1 ? ` colspan="${span}"` : ''}>${text(pair.value)}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table><colgroup>${columns}</colgroup><tbody>${rows.join('')}</tbody></table>`;
}

function table(block: TableBlock): string {
  const shares = block.columns.reduce((sum, column) => sum + column.share, 0);
  const columns = block.columns.map((column) => `<col style="width:${((column.share / shares) * 100).toFixed(3)}%">`).join('');
  const head = block.columns.map((column) => `<th scope="col">${text(column.head)}</th>`).join('');
  const last = block.summed ? block.rows.length - 1 : -1;
  const rows = block.rows.map((row, at) => {
    const cells = row.map((cell, column) => `<td class="${block.columns[column]?.align ?? 'left'}">${text(cell)}</td>`).join('');
    return `<tr${at === last ? ' class="sum"' : ''}>${cells}</tr>`;
  });
  return `<table><colgroup>${columns}</colgroup><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** Ten units an em, so that type and bars keep their proportion whatever the width. */
function chart({ bars }: ChartBlock, ems: number): string {
  const label = Math.max(3, ...bars.map((bar) => emsOf(bar.label))) + 0.6;
  const said = Math.max(2, ...bars.map((bar) => emsOf(bar.said))) + 0.8;
  const longest = Math.max(1, ...bars.map(({ value }) => value));
  const unit = Math.max(1, ems - label - said) / longest;
  const rows = bars.map((bar, at) => {
    const middle = (at + 0.5) * barHeight;
    const length = bar.value * unit;
    return `<text x="${short((label - 0.4) * 10)}" y="${short((middle + 0.36) * 10)}" text-anchor="end">${text(bar.label)}</text><rect x="${short(label * 10)}" y="${short((middle - 0.55) * 10)}" width="${short(length * 10)}" height="11"/><text x="${short((label + length + 0.35) * 10)}" y="${short((middle + 0.36) * 10)}">${text(bar.said)}</text>`;
  });
  const height = bars.length * barHeight;
  return `<svg role="img" viewBox="0 0 ${short(ems * 10)} ${short(height * 10)}" style="height:${short(height)}em" preserveAspectRatio="xMinYMin meet">${rows.join('')}<line x1="${short(label * 10)}" x2="${short(label * 10)}" y1="0" y2="${short(height * 10)}"/></svg>`;
}

const figures = (block: FiguresBlock): string =>
  `<div class="figures">${block.figures.map(({ label, value, unit }) => `<div><b>${text(value)}</b><i>${text(unit)}</i><span>${text(label)}</span></div>`).join('')}</div>`;

const pictures = (block: PicturesBlock): string =>
  rowsOfPictures(block).map((row) => `<div class="pictures">${row.map(({ source, words }) => `<figure><img alt="" src="${escaped(source)}"><figcaption>${text(words)}</figcaption></figure>`).join('')}</div>`).join('');

const drawn = (each: Exclude<Block, { kind: 'note' | 'figures' | 'side' }>, ems: number): string =>
  each.kind === 'facts' ? facts(each) : each.kind === 'table' ? table(each) : each.kind === 'pictures' ? pictures(each) : chart(each, ems);

function block(each: Block, ems: number): string {
  if (each.kind === 'note') return `<p class="note">${text(each.text)}</p>`;
  if (each.kind === 'figures') return figures(each);
  if (each.kind === 'side') {
    const room = sideEms(each.columns.length, ems);
    return `<div class="side">${each.columns.map((column) => `<div>${column.map((inner) => block(inner, room)).join('')}</div>`).join('')}</div>`;
  }
  const heading = each.heading === undefined ? '' : `<h2>${text(each.heading)}</h2>`;
  return heading + drawn(each, ems);
}

function section({ paper, points, density, ems, blocks, part }: Page, foot: Foot, number: number, total: number): string {
  const { size = 'a4', edition } = paper;
  const title = part === 1 ? paper.title : `${paper.title}（续）`;
  return `<section class="page ${size}${density === tight ? ' tight' : ''}" style="font-size:${points}pt"><h1 style="font-size:${short(titlePoints({ ...paper, title }))}pt;line-height:${short(titlePoints(paper) * 1.4)}pt">${text(title)}</h1><div class="under"><span>${text(paper.left)}</span><span>${text(paper.right)}</span></div><div class="blocks">${blocks.map((each) => block(each, ems)).join('')}</div><footer><span>${text(foot.office)}　${foot.date}</span>${edition === undefined ? '' : `<span>版次 ${edition}</span>`}<span>第 ${number} 页，共 ${total} 页</span></footer></section>`;
}

const sizeStyle = ([key, size]: [string, PaperSize]): string =>
  `@page ${key}{size:${size.css};margin:0}
.${key}{page:${key};width:${size.width}mm;height:${size.height}mm;padding:${size.marginTop}mm ${size.marginX}mm ${size.marginBottom}mm}.${key} footer{left:${size.marginX}mm;right:${size.marginX}mm}`;

const style = (fontsUrl: string, used: ReadonlySet<SizeKey>): string => `
${fontFaces(fontsUrl)}
${Object.entries(sizes).filter(([key]) => used.has(key as SizeKey)).map(sizeStyle).join('\n')}
*{box-sizing:border-box}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;color:#000;background:#fff;font-family:"MC Song",serif;line-height:${loose.line}}
.page{position:relative;overflow:hidden;break-after:page;background:#fff}
.page:last-child{break-after:auto}
h1{margin:0;font-family:"MC Hei",sans-serif;font-weight:700;text-align:center;letter-spacing:.08em;white-space:nowrap}
.under{display:flex;justify-content:space-between;gap:2em;margin:2mm 0 1.5mm;font-size:${underSize}pt}
h2{margin:.5em 0 .25em;font:700 1em/1.15 "MC Hei",sans-serif;height:${headHeight - 0.75}em}
table{width:100%;border-collapse:collapse;table-layout:fixed;margin:0 0 .5em}
th,td{border:.3mm solid #000;padding:${loose.padding}em ${cellSide}em;overflow-wrap:anywhere;line-break:strict;vertical-align:middle}
th{font-family:"MC Hei",sans-serif;font-weight:400;text-align:center;background:#f2f2f2}
thead th{font-weight:700}
td.center{text-align:center}
td.right{text-align:right;font-variant-numeric:tabular-nums}
.tight .blocks{line-height:${tight.line}}.tight th,.tight td{padding:${tight.padding}em ${cellSide}em}
.sum td{font-weight:700}
.note{margin:.4em 0;overflow-wrap:anywhere}
.figures{display:flex;justify-content:space-around;height:${figuresHeight - 0.6}em;margin:.3em 0;border-top:.4mm solid #000;border-bottom:.4mm solid #000;align-items:center}
.figures div{text-align:center}.figures b{font:700 2.6em/1.1 "MC Hei",sans-serif;font-variant-numeric:tabular-nums}.figures i{font-style:normal;margin-left:.2em}.figures span{display:block}
.pictures{display:flex;gap:2em;justify-content:center;height:${pictureHeight + pictureWords}em}.pictures figure{margin:0;flex:0 0 calc(50% - 1em);min-width:0}
.pictures img{display:block;width:100%;height:${pictureHeight - 0.6}em;object-fit:contain;border:.2mm solid #000;padding:1mm}.pictures figcaption{height:${pictureWords}em;text-align:center;overflow-wrap:anywhere}
.side{display:flex;gap:${sideGap}em}.side>div{flex:1 1 0;min-width:0}
svg{display:block;width:100%;margin:0 0 .6em}svg text{font-family:"MC Song",serif;font-size:10px}svg rect{fill:#5a5a5a}svg line{stroke:#000;stroke-width:.6}
footer{position:absolute;bottom:7mm;display:flex;justify-content:space-between;font-size:10.5pt}
@media screen{.page{content-visibility:auto}html{background:#d9d9d9}body{background:transparent}.page{margin:6mm auto;box-shadow:0 1px 4px #0003;zoom:var(--zoom,1)}}
`;

/** A complete page of HTML in which every page is one sheet side. `fontsUrl` is a prefix that ends in "/". */
export function toHtml(pages: readonly Page[], foot: Foot, fontsUrl: string): string {
  const sections = pages.map((page, at) => section(page, foot, at + 1, pages.length)).join('\n');
  const used = new Set(pages.map(({ paper }) => paper.size ?? 'a4'));
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(pages[0]?.paper.title ?? '')}</title><style>${style(fontsUrl, used)}</style></head><body>${sections}</body></html>`;
}

/** A page's size, for counting sheets. */
export const pageSize = ({ paper }: Page): PaperSize => sizeOf(paper);
