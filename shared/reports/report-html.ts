import { escaped, fontFaces, lines } from '../papers/fonts.ts';
import { headRows } from './head-rows.ts';
import type { MadeColumn, MadeReport, MadeSheet } from './made-report.ts';

/** Papers on which a table may stand, in mm, smallest first. */
const sheets = [
  { css: 'A4 portrait', width: 210, height: 297 },
  { css: 'A4 landscape', width: 297, height: 210 },
  { css: 'A3 landscape', width: 420, height: 297 },
] as const;
const margin = 12;

/** Body size in points: as large as the paper allows, 9 to 12. */
function paperOf(columns: readonly MadeColumn[]): { readonly css: string; readonly points: number } {
  const needed = columns.reduce((sum, { width }) => sum + width, 0);
  const found = sheets.find(({ width }) => needed <= (width - 2 * margin) * 1.02) ?? sheets[2];
  const points = Math.max(8, Math.min(12, (11 * (found.width - 2 * margin)) / needed));
  return { css: found.css, points };
}

function head(columns: readonly MadeColumn[]): string {
  const rows = headRows(columns).map((cells) => `<tr>${cells.map(({ text, across, down }) => `<th scope="col"${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}>${lines(text)}</th>`).join('')}</tr>`);
  return `<thead>${rows.join('')}</thead>`;
}

function table({ columns, rows }: MadeSheet): string {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => `<col style="width:${((width / whole) * 100).toFixed(3)}%">`).join('');
  const body = rows.map(({ rank, cells }) => `<tr class="${rank}">${cells.map(({ text }, at) => `<td class="${columns[at]?.align ?? 'left'}">${lines(text)}</td>`).join('')}</tr>`).join('');
  const empty = rows.length === 0 ? `<tr><td colspan="${columns.length}" class="center">没有</td></tr>` : '';
  return `<table><colgroup>${widths}</colgroup>${head(columns)}<tbody>${body}${empty}</tbody></table>`;
}

function section(report: MadeReport, sheet: MadeSheet, at: number): string {
  const { points } = paperOf(sheet.columns);
  const several = report.sheets.length > 1;
  return `<section class="sheet s${at}" style="font-size:${points}pt"><h1>${lines(report.periodLabel)}${lines(report.title)}</h1>${several ? `<h2>${at === 0 ? '' : `附表${at}　`}${lines(sheet.title)}</h2>` : ''}<div class="frame"><span>填报单位（盖章）：${lines(report.office)}</span><span>填报时间：${report.today}</span></div>${table(sheet)}<div class="frame signed"><span>审核人：</span><span>填表人：</span><span>联系电话：</span></div></section>`;
}

/** 口径: one line a number, for who asks what was counted. */
function definitions({ definitions: told, leftOut }: MadeReport): string {
  if (told.length === 0) return '';
  const rows = told.map(({ column, means }) => `<tr><td>${lines(column)}</td><td>${lines(means)}</td></tr>`).join('');
  const closed = leftOut.length === 0 ? '' : `<p>按密级没有列出：${lines(leftOut.join('、'))}</p>`;
  return `<section class="sheet told"><h1>口径说明</h1><table><colgroup><col style="width:28%"><col></colgroup><thead><tr><th>栏目</th><th>怎么算的</th></tr></thead><tbody>${rows}</tbody></table>${closed}</section>`;
}

export interface ReportPage {
  readonly fontsUrl: string;
  /** Whether the page with what each number counts is printed too. */
  readonly withDefinitions: boolean;
}

/** A report as a page that prints: heads repeat, no row breaks, every sheet on paper as large as its columns need. */
export function reportHtml(report: MadeReport, { fontsUrl, withDefinitions }: ReportPage): string {
  const pages = report.sheets.map((sheet, at) => `@page s${at}{size:${paperOf(sheet.columns).css}}.s${at}{page:s${at}}`).join('\n');
  const style = `
${fontFaces(fontsUrl)}
@page{size:A4 portrait;margin:${margin}mm ${margin}mm 14mm;@bottom-center{content:"第 " counter(page) " 页，共 " counter(pages) " 页";font:9pt "MC Song",serif}}
${pages}
*{box-sizing:border-box}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;color:#000;background:#fff;font-family:"MC Song",serif;line-height:1.3}
.sheet{break-after:page}.sheet:last-child{break-after:auto}
h1{margin:0 0 2mm;font:700 20pt/1.3 "MC Hei",sans-serif;text-align:center}
h2{margin:0 0 2mm;font:700 13pt/1.3 "MC Hei",sans-serif;text-align:center}
.frame{display:flex;justify-content:space-between;gap:2em;margin:0 0 1.5mm;font-size:11pt}
.signed{margin:3mm 0 0;break-inside:avoid;break-before:avoid}.signed span{min-width:32%}
table{width:100%;border-collapse:collapse;table-layout:fixed}
thead{display:table-header-group}
tr{break-inside:avoid}
th,td{border:.25mm solid #000;padding:.28em .3em;overflow-wrap:anywhere;vertical-align:middle}
th{font-family:"MC Hei",sans-serif;font-weight:700;text-align:center;background:#f2f2f2}
td.center{text-align:center}
td.right{text-align:right;font-variant-numeric:tabular-nums}
.subtotal td{background:#f8f8f8}
.total td{font-weight:700}
.told{font-size:10.5pt}
@media screen{html{background:#d9d9d9}body{background:transparent}.sheet{margin:6mm auto;padding:${margin}mm;width:max-content;max-width:calc(100% - 12mm);min-width:210mm;background:#fff;box-shadow:0 1px 4px #0003;zoom:var(--zoom,1)}}
`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(report.title)}</title><style>${style}</style></head><body>${report.sheets.map((sheet, at) => section(report, sheet, at)).join('')}${withDefinitions ? definitions(report) : ''}</body></html>`;
}
