import { cellPadding, cellSide, fit, headHeight, labelEms, lineHeight, titleSize } from './fit.ts';
import { escaped, fontFaces, lines } from './fonts.ts';
import { a4, rowsOfPairs, type Block, type FactsBlock, type Foot, type Paper, type TableBlock } from './paper.ts';

const text = lines;

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

function block(each: Block): string {
  if (each.kind === 'note') return `<p class="note">${text(each.text)}</p>`;
  const heading = each.heading === undefined ? '' : `<h2>${text(each.heading)}</h2>`;
  return heading + (each.kind === 'facts' ? facts(each) : table(each));
}

function page(paper: Paper, foot: Foot, number: number, total: number): string {
  const { points } = fit(paper);
  return `<section class="page" style="font-size:${points}pt"><h1>${text(paper.title)}</h1><div class="under"><span>${text(paper.left)}</span><span>${text(paper.right)}</span></div><div class="blocks">${paper.blocks.map(block).join('')}</div><footer><span>${text(foot.office)}　${foot.date}</span><span>第 ${number} 页，共 ${total} 页</span></footer></section>`;
}

const style = (fontsUrl: string): string => `
${fontFaces(fontsUrl)}
@page{size:A4 portrait;margin:0}
*{box-sizing:border-box}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;color:#000;background:#fff;font-family:"MC Song",serif;line-height:${lineHeight}}
.page{position:relative;width:${a4.width}mm;height:${a4.height}mm;padding:${a4.marginTop}mm ${a4.marginX}mm ${a4.marginBottom}mm;overflow:hidden;break-after:page;background:#fff}
.page:last-child{break-after:auto}
h1{margin:0;font:700 ${titleSize}pt/1.4 "MC Hei",sans-serif;text-align:center;letter-spacing:.08em}
.under{display:flex;justify-content:space-between;gap:2em;margin:2mm 0 1.5mm;font-size:14pt}
h2{margin:.5em 0 .25em;font:700 1em/1.15 "MC Hei",sans-serif;height:${headHeight - 0.75}em}
table{width:100%;border-collapse:collapse;table-layout:fixed;margin:0 0 .5em}
th,td{border:.3mm solid #000;padding:${cellPadding}em ${cellSide}em;overflow-wrap:anywhere;line-break:strict;vertical-align:middle}
th{font-family:"MC Hei",sans-serif;font-weight:400;text-align:center;background:#f2f2f2}
thead th{font-weight:700}
td.center{text-align:center}
td.right{text-align:right;font-variant-numeric:tabular-nums}
.sum td{font-weight:700}
.note{margin:.4em 0}
footer{position:absolute;left:${a4.marginX}mm;right:${a4.marginX}mm;bottom:7mm;display:flex;justify-content:space-between;font-size:10.5pt}
@media screen{html{background:#d9d9d9}body{background:transparent}.page{margin:6mm auto;box-shadow:0 1px 4px #0003;zoom:var(--zoom,1)}}
`;

/** A complete page of HTML in which every paper is one A4 page. `fontsUrl` is a prefix that ends in "/". */
export function toHtml(papers: readonly Paper[], foot: Foot, fontsUrl: string): string {
  const pages = papers.map((paper, at) => page(paper, foot, at + 1, papers.length)).join('\n');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(papers[0]?.title ?? '')}</title><style>${style(fontsUrl)}</style></head><body>${pages}</body></html>`;
}
