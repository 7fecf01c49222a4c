import { cellText, type Cell } from '../sheets/cells.ts';
import type { Remark } from './reading.ts';

/**
 * Whether a cell that should hold a number made of digits (identity number, card, code) has lost digits because a
 * program took it for a quantity: scientific notation, a trailing ".0", or a number cell of more than 15 digits
 * (R016). What was lost cannot be known from the cell. A quantity of up to 15 digits has lost nothing: a program keeps that
 * many, and Java writes a number cell of ten digits as 9.900000001E9.
 */
export function lostDigits(cell: Cell): Remark | undefined {
  if (typeof cell === 'string' && isPlain(cell)) return undefined;
  const text = cellText(cell).replace(/\s+/g, '');
  const isNumber = typeof cell !== 'string' && cell.type === 'number';
  const scientific = /^[+-]?\d+(\.\d+)?[eE][+-]?\d+$/.test(text) && !(isNumber && isWhole(Number(text)));
  const fraction = /^\d{16,}\.0+$/.test(text);
  const tooLong = isNumber && !/[eE]/.test(text) && text.replace(/\.0+$/, '').replace(/\D/g, '').length > 15;
  if (!tooLong && !scientific && !fraction) return undefined;
  return {
    rule: 'R016',
    message: '这个号码在文件里被当成了数值，末几位已经丢失，无法还原',
    remedy: '请在原表中把该列设为“文本”，按证件重新填写后再导入',
  };
}

const plain = /^\d+X?$/;

/** Text of nothing but digits, as nearly every number of a good sheet is: nothing is lost, nothing is to be cleaned. */
export const isPlain = (text: string): boolean => plain.test(text);

const isWhole = (quantity: number): boolean => Number.isSafeInteger(quantity) && Math.abs(quantity) < 1e15;

/** A short number cell that a program gave a ".0" or an exponent (a phone, a village code): nothing is lost, it goes. */
export function withoutFraction(cell: Cell): string {
  const text = cellText(cell);
  if (!text.includes('.') && typeof cell === 'string') return text;
  if (typeof cell !== 'string' && cell.type === 'number' && /[eE]/.test(text) && isWhole(Number(text))) return String(Number(text));
  return text.replace(/^(\s*\d{1,15})\.0+(\s*)$/, '$1$2');
}
