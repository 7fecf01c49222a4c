import type { Cell } from '../sheets/cells.ts';
import { solid } from './clean-text.ts';
import { isPlain, lostDigits, withoutFraction } from './lost-digits.ts';
import { accept, refuse, wrongKindRule, type Kind, type Remark } from './reading.ts';

const asText = (value: string | number | null): string => (value === null ? '' : String(value));

/** A number that was typed as 3-12 and that Excel took for the 12th of March: what it was cannot be known from the day. */
function takenForDate(cell: Cell): Remark | undefined {
  if (typeof cell === 'string' || cell.type !== 'date') return undefined;
  return { rule: wrongKindRule, message: `这个号码在文件里被当成了日期 ${cell.text}`, remedy: '请在原表中把该列设为“文本”，重新填写后再导入' };
}

/** A number that is a name: 户编号, 人编号. Letters are allowed (old registers have them), lost digits are not. */
export const digits: Kind = {
  column: 'TEXT',
  align: 'left',
  read(cell) {
    if (typeof cell === 'string' && isPlain(cell)) return accept(cell);
    const lost = lostDigits(cell) ?? takenForDate(cell);
    if (lost) return { ok: false, refused: lost };
    const written = withoutFraction(cell);
    const clean = solid(written);
    if (clean === '') return accept(null);
    if (!/^[0-9A-Za-z-]+$/.test(clean)) {
      return refuse(wrongKindRule, `“${clean}”不是编号`, '编号只由数字和字母组成，请核对');
    }
    return accept(clean, clean !== written);
  },
  show: asText,
  edit: asText,
};

/** A bank card or account: digits only, 16–19 of them expected (R034), shorter ones kept for old passbooks. */
export const card: Kind = {
  ...digits,
  read(cell) {
    const reading = digits.read(cell, { today: '' });
    if (!reading.ok || reading.value === null) return reading;
    if (/^\d{8,23}$/.test(String(reading.value))) return reading;
    return refuse(wrongKindRule, `“${reading.value}”不是银行账号`, '账号应为 8 至 23 位数字，请核对');
  },
};

/**
 * A phone: blanks, brackets and hyphens inside a mobile number go. Odd lengths are kept (the sheets are full of them) and
 * left to rules R030 and R031; several numbers in one cell are kept as written.
 */
export const phone: Kind = {
  ...digits,
  read(cell, options) {
    const lost = lostDigits(cell) ?? takenForDate(cell);
    if (lost) return { ok: false, refused: lost };
    const written = withoutFraction(cell);
    const clean = solid(written);
    if (clean === '') return accept(null);
    const bare = clean.replace(/[-—–()]/g, '');
    const value = /^(\+?86)?1\d{10}$/.test(bare) ? bare.slice(-11) : clean;
    if (!/^[\d\-—–()+/、,，;；]+$/.test(value)) {
      return refuse(wrongKindRule, `“${clean}”不是电话号码`, '请填 11 位手机号或带区号的固定电话');
    }
    if (options.typed && value.replace(/\D/g, '').length < 7) {
      return refuse('R030', `“${clean}”位数不够`, '请填 11 位手机号或带区号的固定电话');
    }
    return accept(value, value !== written);
  },
};
