/** A block of texts, row by row; every row has as many. */
export type Texts = readonly (readonly string[])[];

/** A cell is quoted where it would otherwise be read as several, as Excel does. */
const written = (text: string): string => (/[\t\r\n]/.test(text) || text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text);

/** Tab-separated text, as Excel, WPS and LibreOffice put it into the clipboard. Several rows end in a line break, one row does not. */
export function writeTsv(texts: Texts): string {
  const lines = texts.map((row) => row.map(written).join('\t'));
  return lines.length > 1 ? `${lines.join('\r\n')}\r\n` : (lines[0] ?? '');
}

/** The quoted cell that begins at `start`, or null where the quote is only a sign within a text. */
function quotedAt(text: string, start: number): { readonly value: string; readonly end: number } | null {
  if (text[start] !== '"') return null;
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '"') {
      value += text[at];
    } else if (text[at + 1] === '"') {
      value += '"';
      at++;
    } else {
      const after = text[at + 1];
      return after === undefined || after === '\t' || after === '\n' || after === '\r' ? { value, end: at + 1 } : null;
    }
  }
  return null;
}

/** Rows of the same length: shorter ones are filled up with empty cells. */
export function squared(rows: Texts): string[][] {
  let width = 1;
  for (const row of rows) width = Math.max(width, row.length);
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

/** Cells of tab-separated text: quoted cells may hold tabs, line breaks and doubled quotes; the last line break ends the last row. */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = quotedAt(text, at);
    let end = quoted?.end ?? at;
    if (!quoted) while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end++;
    row.push(quoted?.value ?? text.slice(at, end));
    const sign = text[end];
    if (sign === '\t') {
      at = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = end + (sign === '\r' && text[end + 1] === '\n' ? 2 : 1);
    if (at >= text.length) return squared(rows);
  }
}
