import { cellText, type Cell } from '../sheets/cells.ts';
import { solid } from './clean-text.ts';
import { lostDigits, withoutFraction } from './lost-digits.ts';
import { accept, refuse, type Kind, type Reading, type Remark } from './reading.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';

/** Check character of the first 17 digits by GB 11643-1999 (ISO 7064 MOD 11-2). */
export function checkCharacter(first17: string): string {
  let sum = 0;
  for (let place = 0; place < 17; place++) sum += (weights[place] ?? 0) * (first17.charCodeAt(place) - 48);
  return checkCharacters.charAt(sum % 11);
}

/** The first 18 characters: by these a person is known, so that a disabled person's certificate meets the identity number. */
export const identityKey = (identity: string): string => identity.slice(0, 18).toUpperCase();

/** 18 characters; on a certificate of the disabled two more, and where it was issued anew another two (B1 for the first time). */
const wholeNumber = /^\d{17}[\dX](\d{2}(B\d|\d{2})?)?$/;

/** Has the length and signs of one, so that what it says of birth and sex can be read. */
export const isWholeIdentity = (identity: string): boolean => wholeNumber.test(identity);

/** Birth date (yyyy-MM-dd) in an identity number of 18, 20 or 22 characters, or null where it is no date. */
export function birthDateOf(identity: string): string | null {
  for (let place = 0; place < 14; place++) if (!isDigit(identity.charCodeAt(place))) return null;
  const digit = (place: number): number => identity.charCodeAt(place) - 48;
  const year = digit(6) * 1000 + digit(7) * 100 + digit(8) * 10 + digit(9);
  const month = digit(10) * 10 + digit(11);
  const day = digit(12) * 10 + digit(13);
  if (year < 100 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return null;
  return `${identity.slice(6, 10)}-${identity.slice(10, 12)}-${identity.slice(12, 14)}`;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysOf = (year: number, month: number): number => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);

/** 男 or 女 by the 17th digit, or null. */
export function sexOf(identity: string): '男' | '女' | null {
  const digit = identity.charCodeAt(16) - 48;
  if (!(digit >= 0 && digit <= 9)) return null;
  return digit % 2 === 1 ? '男' : '女';
}

/**
 * What is wrong with a complete identity number, or undefined. Rules: R001 length and characters, R002 old 15-digit
 * number, R003 check digit, R007 birth date, R011 a disabled person's certificate's last digits.
 */
export function identityFault(identity: string, today: string): Remark | undefined {
  if (/^\d{15}$/.test(identity)) {
    return { rule: 'R002', message: '是 15 位旧号码', remedy: '请换成 18 位身份证号' };
  }
  if (!wholeNumber.test(identity)) {
    const length = [...identity].length;
    return {
      rule: 'R001',
      message: `不是身份证号或残疾证号（${length} 位，应为 18、20 或 22 位）`,
      remedy: '请按证件核对后填写',
    };
  }
  const birth = birthDateOf(identity);
  if (birth === null || birth < '1900' || birth > today) {
    return { rule: 'R007', message: `号码中的出生日期 ${identity.slice(6, 14)} 不成立`, remedy: '请按证件核对后填写' };
  }
  if (checkCharacter(identity) !== identity.charAt(17)) {
    return { rule: 'R003', message: '第 18 位校验码不对，号码有一位写错了', remedy: '请按证件核对后填写' };
  }
  if (identity.length > 18 && !/^[1-7][1-4]/.test(identity.slice(18))) {
    return { rule: 'R011', message: '残疾证号第 19 位应为类别 1 至 7，第 20 位应为等级 1 至 4', remedy: '请按残疾证核对后填写' };
  }
  return undefined;
}

/** Faults with which a number is kept as written when it comes from a file: it is whole, only somebody must look at it. */
const keptFromFiles = new Set(['R002', 'R003', 'R007', 'R011']);

export function readIdentity(cell: Cell, options: { readonly today: string; readonly typed?: boolean }): Reading {
  const written = cellText(cell);
  const lost = lostDigits(cell);
  if (lost) return { ok: false, refused: lost };
  const identity = solid(withoutFraction(cell)).toUpperCase();
  if (identity === '') return accept(null);
  const fault = identityFault(identity, options.today);
  if (!fault) return accept(identity, identity !== written);
  if (options.typed || !keptFromFiles.has(fault.rule)) return refuse(fault.rule, fault.message, fault.remedy);
  return { ok: true, value: identity, repaired: identity !== written, flag: fault };
}

export const identityNumber: Kind = {
  column: 'TEXT',
  align: 'left',
  read: readIdentity,
  show: (value) => (value === null ? '' : String(value)),
  edit: (value) => (value === null ? '' : String(value)),
};
