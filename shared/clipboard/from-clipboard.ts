import { readHtmlTable, textsOf, type HtmlCell } from './html-table.ts';
import { readTsv } from './tsv.ts';

/** Whether a number that is shown rounded (1,235) stands for the exact one (1234.56). */
function standsFor(shown: string, exact: string): boolean {
  if (/^#+$/.test(shown)) return true;
  const plain = shown.replaceAll(',', '').replace(/^[¥￥]/, '').trim();
  if (!/^[+-]?\d{1,15}(\.\d+)?$/.test(plain)) return false;
  const digits = plain.split('.')[1]?.length ?? 0;
  return Math.abs(Number(plain) - Number(exact)) <= 0.5000001 * 10 ** -digits;
}

function exactText(text: string, cell: HtmlCell | undefined): string {
  const exact = cell?.number ?? null;
  return exact !== null && /^[+-]?\d+(\.\d+)?$/.test(exact) && exact.replace(/\D/g, '').length <= 15 && standsFor(text.trim(), exact) ? exact : text;
}

/**
 * The block that was copied. The text says what was shown, line breaks and long numbers included, and is what counts; the table in
 * HTML tells only the amounts that a format has rounded or that a narrow column hides (####). Without text the table is read.
 */
export function fromClipboard(text: string, html: string): string[][] | null {
  const table = html === '' ? null : readHtmlTable(html);
  if (text === '') return table ? textsOf(table) : null;
  const texts = readTsv(text);
  const alike = table !== null && table.length === texts.length && table[0]?.length === texts[0]?.length;
  return alike ? texts.map((row, at) => row.map((cell, column) => exactText(cell, table[at]?.[column]))) : texts;
}
