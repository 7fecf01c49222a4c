const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

/** A text out of HTML, its references taken back. */
export function decodeHtml(text: string): string {
  return text.replace(/&(?:#(\d+)|#[xX]([\da-fA-F]+)|([a-zA-Z]+));?/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
  });
}

/**
 * A text as the content of a cell. Line breaks are <br>; blanks that a reader of HTML would drop are written as references, which our own
 * reader keeps.
 */
export function encodeHtml(text: string): string {
  if (text === '\n') return '&#10;';
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\0\t\f\v\r\u00A0]|^ | $|(?<= ) |(?<=\n) | (?=\n)/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replaceAll('\u0001', '&#1;')
    .replaceAll('\n', '<br>');
}
