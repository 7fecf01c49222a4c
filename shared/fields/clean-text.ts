/** Half-width letters and digits, Chinese characters, and signs that mean nothing here: most cells of most sheets. */
const nothingToClean = /^[0-9A-Za-z\u3400-\u9fff、。（）.:/-]*$/;
const nothingWide = /^[0-9A-Za-z\u3400-\u9fff、。.:/-]*$/;

/**
 * Cleaning that can lose nothing: what spreadsheets and hands leave around a value.
 * Blanks at the ends (also full-width, no-break, zero-width), a leading apostrophe, the ="…" wrapper.
 */
export function cleanText(text: string): string {
  if (nothingToClean.test(text)) return text;
  let rest = text.replace(/[\u200b-\u200d\u2060\ufeff]/g, '').trim();
  const wrapped = /^="([^"]*)"$/.exec(rest);
  if (wrapped) rest = (wrapped[1] ?? '').trim();
  if (/^['’‘][^'’‘]/.test(rest)) rest = rest.slice(1).trim();
  return rest;
}

/** Full-width letters, digits and signs to their half-width twins; the ideographic blank to a blank. */
export const halfWidth = (text: string): string =>
  nothingWide.test(text) ? text : text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');

/** A cell that says that there is nothing: blank, or crossed out by a dash or a stroke. */
export const saysNothing = (clean: string): boolean => /^[-—–/\\]*$/.test(clean);

/** Half-width and without any blank: for identity numbers, phones, cards and codes made of digits. */
export const solid = (text: string): string => (nothingWide.test(text) ? text : halfWidth(cleanText(text)).replace(/\s+/g, ''));
