import { decodeHtml, encodeHtml } from './html-text.ts';
import { squared } from './tsv.ts';

/** A cell for the clipboard: `asText` where a spreadsheet must not take it for a number (identity numbers, codes, days). */
export interface ClipCell {
  readonly text: string;
  readonly asText: boolean;
}

/** Excel and WPS know a text by the first and the last of these, LibreOffice by `sdnum` alone: without it 18 digits become a number of 15, and =1+1 a formula. */
const textMarks = `x:str sdnum="1033;0;@" style="mso-number-format:'\\@'"`;

const cellOf = ({ text, asText }: ClipCell): string => `<td${asText ? ` ${textMarks}` : ''}>${encodeHtml(text)}</td>`;

/** A table as Excel, WPS and LibreOffice take it from the clipboard, with every number that is a name kept as text. */
export function writeHtmlTable(rows: readonly (readonly ClipCell[])[]): string {
  const body = rows.map((row) => `<tr>${row.map(cellOf).join('')}</tr>`).join('\n');
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><style>br{mso-data-placement:same-cell}</style></head><body><table>\n${body}\n</table></body></html>`;
}

/** A cell of a table in HTML: what is shown, and the number behind it where the writer tells it. */
export interface HtmlCell {
  readonly text: string;
  readonly number: string | null;
}

const nothing: HtmlCell = { text: '', number: null };

/** Widest and longest span that is believed; a damaged one must not fill the memory. */
const mostSpan = 1000;

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`[\\s"']${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return found ? decodeHtml(found[1] ?? found[2] ?? found[3] ?? '') : null;
}

const spanOf = (tag: string, name: string): number => Math.max(1, Math.min(mostSpan, Number.parseInt(attribute(tag, name) ?? '1', 10) || 1));

/** Text of a cell: blanks of the source are one blank, <br> and the ends of paragraphs are line breaks. */
function textOf(html: string): string {
  const lines = html
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/<br\b[^>]*>/gi, '\n')
    .replace(/<\/(p|div|li)>(?!\s*$)/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .split('\n')
    .map((line) => line.replace(/^ +| +$/g, ''));
  // LibreOffice writes a line break into a cell in which nothing stands, and a tab as U+0001.
  const bare = lines.join('\n');
  if (bare === '\n') return '';
  const text = decodeHtml(bare.replaceAll('\u0001', '\t'));
  // A cell that holds nothing but the blank that keeps its border.
  return /^\u00A0+$/.test(text) && /&nbsp;/i.test(html) ? '' : text;
}

/** The first table of a piece of HTML, null where there is none. What is merged stands in its first cell; the others are empty. */
export function readHtmlTable(html: string): HtmlCell[][] | null {
  const bare = html.replace(/<!--(?!\[if)[\s\S]*?-->/g, '').replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, '');
  const begin = bare.search(/<table\b/i);
  if (begin < 0) return null;
  const rows: HtmlCell[][] = [];
  /** Rows that a merged cell still reaches into, by column. */
  const reaching = new Map<number, number>();
  let row: HtmlCell[] | null = null;
  const pass = (): void => {
    while (row && (reaching.get(row.length) ?? 0) > 0) {
      reaching.set(row.length, (reaching.get(row.length) ?? 1) - 1);
      row.push(nothing);
    }
  };
  const tags = /<(\/?)(table|tr|td|th)\b([^>]*)>/gi;
  tags.lastIndex = begin + 1;
  for (let tag = tags.exec(bare); tag; tag = tags.exec(bare)) {
    const [, closing, name = '', rest = ''] = tag;
    const kind = name.toLowerCase();
    if (kind === 'table' && closing) break;
    if (kind === 'tr' && !closing) rows.push((row = []));
    if ((kind !== 'td' && kind !== 'th') || closing) continue;
    if (!row) rows.push((row = []));
    const ahead = /<\/?(?:td|th|tr|table|tbody|thead|tfoot)\b/gi;
    ahead.lastIndex = tags.lastIndex;
    const end = ahead.exec(bare)?.index ?? bare.length;
    pass();
    const wide = spanOf(rest, 'colspan');
    const down = spanOf(rest, 'rowspan') - 1;
    for (let at = 0; at < wide; at++) {
      if (down > 0) reaching.set(row.length, down);
      row.push(at === 0 ? { text: textOf(bare.slice(tags.lastIndex, end)), number: attribute(rest, 'x:num') ?? attribute(rest, 'sdval') } : nothing);
    }
    pass();
  }
  if (rows.length === 0) return null;
  const width = Math.max(...rows.map(({ length }) => length));
  return rows.map((cells) => [...cells, ...Array.from({ length: width - cells.length }, () => nothing)]);
}

/** The texts of a table. */
export const textsOf = (cells: readonly (readonly HtmlCell[])[]): string[][] => squared(cells.map((row) => row.map(({ text }) => text)));
