import { cellText, type Cell } from '../sheets/cells.ts';
import { saysNothing, solid } from './clean-text.ts';
import { accept, refuse, wrongKindRule, type Kind, type Reading } from './reading.ts';

/** A decimal number as sheets write it: 1,234.50, ¥1234, 1234元, 1.2E3. Undefined where it is not one. */
function decimalOf(cell: Cell): string | undefined {
  const clean = solid(cellText(cell)).replace(/^[¥￥]/, '').replace(/(元|亩|平方米|㎡|公里|km|人|个月|月)$/i, '');
  const plain = /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?$/.test(clean) ? clean.replaceAll(',', '') : clean;
  return /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(plain) ? plain : undefined;
}

const isBlank = (cell: Cell): boolean => saysNothing(solid(cellText(cell)));

function refuseNumber(cell: Cell, what: string): Reading {
  return refuse(wrongKindRule, `“${cellText(cell).trim()}”不是${what}`, '请只填数字');
}

/** 1.2万元 is 1.2 of ten thousand: the cell without the word, and by how many places it is to be moved. */
function inTenThousands(cell: Cell): readonly [Cell, number] {
  const written = typeof cell === 'string' ? /^(.*\d)万元?$/s.exec(solid(cell))?.[1] : undefined;
  return written === undefined ? [cell, 0] : [written, 4];
}

/** A number with its decimal point moved, through its shortest decimal form. */
const shifted = (number: number, places: number): number => {
  const [mantissa = '', exponent = '0'] = String(number).split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
};

/** Made once: looking a format up costs ten times what writing a number with it does. */
const yuanAndFen = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Amount of money, 元 in sheets and editors, stored as whole fen. Finer fractions that a formula left are rounded half away from zero. */
export const money: Kind = {
  column: 'INTEGER',
  align: 'right',
  read(cell) {
    if (isBlank(cell)) return accept(null);
    const [bare, tens] = inTenThousands(cell);
    const decimal = decimalOf(bare);
    if (decimal === undefined) return refuseNumber(cell, '金额');
    const written = Number(decimal);
    // Two roundings through the shortest decimal keep 1.005 at 1.01 although its double lies below.
    const fen = Math.sign(written) * Math.round(shifted(Math.abs(written), 2 + tens));
    if (!Number.isSafeInteger(fen) || Math.abs(fen) > 1e12) return refuse(wrongKindRule, `金额 ${cellText(cell).trim()} 过大`, '请核对单位是否为元');
    return accept(fen === 0 ? 0 : fen);
  },
  show: (value) => (value === null ? '' : yuanAndFen.format(Number(value) / 100)),
  edit: (value) => (value === null ? '' : String(Number(value) / 100)),
};

/** A whole number of things, people or months, not negative. */
export const count: Kind = {
  column: 'INTEGER',
  align: 'right',
  read(cell) {
    if (isBlank(cell)) return accept(null);
    const decimal = decimalOf(cell);
    const whole = decimal === undefined ? Number.NaN : Number(decimal);
    if (!Number.isSafeInteger(whole) || whole < 0) return refuseNumber(cell, '整数');
    return accept(whole);
  },
  show: (value) => (value === null ? '' : String(value)),
  edit: (value) => (value === null ? '' : String(value)),
};

/** A measured quantity (亩, 平方米, 公里), up to four decimals. Negative ones are kept: rule R129 names them. */
export const measure: Kind = {
  column: 'REAL',
  align: 'right',
  read(cell) {
    if (isBlank(cell)) return accept(null);
    const decimal = decimalOf(cell);
    const quantity = decimal === undefined ? Number.NaN : Number(decimal);
    if (!Number.isFinite(quantity) || Math.abs(quantity) > 1e9) return refuseNumber(cell, '数量');
    return accept(Math.round(quantity * 1e4) / 1e4 || 0);
  },
  show: (value) => (value === null ? '' : String(value)),
  edit: (value) => (value === null ? '' : String(value)),
};
