import { cellText, type Cell } from '../sheets/cells.ts';
import type { Remark } from './reading.ts';

/**
 * Whether a cell that should hold a number made of digits (identity number, card, code) has lost digits because a
 * program took it for a quantity: scientific notation, a trailing ".0", or a number cell of more than 15 digits
 * (R016). What was lost cannot be known from the cell.
 */
export function lostDigits(cell: Cell): Remark | undefined {
  const text = cellText(cell).replace(/\s+/g, '');
  const isNumber = typeof cell !== 'string' && cell.type === 'number';
  const scientific = /^[+-]?\d+(\.\d+)?[eE][+-]?\d+$/.test(text);
  const fraction = /^\d+\.0+$/.test(text);
  const tooLong = isNumber && text.replace(/\D/g, '').length > 15;
  if (!tooLong && !scientific && !(fraction && text.length > 13)) return undefined;
  return {
    rule: 'R016',
    message: '这个号码在文件里被当成了数值，末几位已经丢失，无法还原',
    remedy: '请在原表中把该列设为“文本”，按证件重新填写后再导入',
  };
}

/** A short number cell that a program gave a ".0" (a phone, a village code): nothing is lost, the ".0" goes. */
export function withoutFraction(cell: Cell): string {
  const text = cellText(cell);
  if (typeof cell !== 'string' && cell.type === 'number') {
    const shortScientific = Number(text);
    if (/[eE]/.test(text) && Number.isSafeInteger(shortScientific) && shortScientific < 1e15) return String(shortScientific);
  }
  return text.replace(/^(\d{1,13})\.0+$/, '$1');
}
