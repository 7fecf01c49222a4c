import { cellText, type Cell } from '../sheets/cells.ts';

/** What a number that a program took for a quantity can have been: every whole number from `from` to `to`. */
export interface LostNumber {
  readonly from: bigint;
  readonly to: bigint;
  /** The leading digits that are still true. */
  readonly kept: string;
  /** How many digits the number had. */
  readonly length: number;
}

/**
 * Up to this many digits it is what a cell showed, and the last of them is rounded. What is stored has more: only zeros
 * at its end are left out, and an identity number has two there at most (a 10th, 20th or 30th, an order below 100).
 */
const shownDigits = 12;
/** Excel keeps this many digits of a number and writes zeros for the others. */
const storedDigits = 15;

/** Spacing of the doubles around a value: 1 below 2^53, 2 up to 2^54 … */
function spacing(value: bigint): bigint {
  const bits = value.toString(2).length;
  return bits <= 53 ? 1n : 1n << BigInt(bits - 53);
}

function range(from: bigint, to: bigint): LostNumber {
  const [low, high] = [from.toString(), to.toString()];
  let same = 0;
  while (low.length === high.length && same < low.length && low[same] === high[same]) same++;
  return { from, to, kept: high.slice(0, same), length: high.length };
}

/**
 * What is left of a number of 15 or more digits that was stored as a quantity, or undefined for anything else.
 * - all of its digits are there (990504580312001.0): from = to;
 * - Excel cut it (9.90504195803121E+17, 990504195803121000): the first 15 digits are true;
 * - a program rounded it to the nearest double (9.9050419580312013E+17): some tens of numbers are left;
 * - only what a cell shows is left (9.90504E+17): the last of its digits is rounded.
 */
export function lostNumber(cell: Cell): LostNumber | undefined {
  const text = cellText(cell).replace(/\s+/g, '');
  const match = /^\+?(\d+)(?:\.(\d+))?(?:[eE]\+?(\d{1,2}))?$/.exec(text);
  if (!match) return undefined;
  const [, whole = '', fraction = '', exponent] = match;
  const isQuantity = exponent !== undefined || fraction !== '' || typeof cell !== 'string';
  const places = Number(exponent ?? 0) - fraction.length;
  const mantissa = (whole + fraction).replace(/^0+/, '');
  if (!isQuantity || mantissa === '' || (places < 0 && !/^0*$/.test(mantissa.slice(places)))) return undefined;
  const digits = places < 0 ? mantissa.slice(0, places) : mantissa + '0'.repeat(places);
  const length = digits.length;
  if (length < storedDigits || length > 23) return undefined;
  const value = BigInt(digits);
  // Zeros that the exponent made, or that end a longer number, were never seen.
  const seen = exponent === undefined ? length : mantissa.length;
  if (length === storedDigits && seen === storedDigits) return range(value, value);
  if (seen <= shownDigits) {
    const half = 10n ** BigInt(length - seen) / 2n;
    return range(value - half, value + half);
  }
  const cut = 10n ** BigInt(length - storedDigits);
  if (seen <= storedDigits || (exponent === undefined && value % cut === 0n)) return range(value, value + cut - 1n);
  const half = spacing(value) / 2n;
  const nearest = BigInt(Number(value));
  return range(nearest - half, nearest + half);
}
