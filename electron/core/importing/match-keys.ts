import { solid } from '../../../shared/fields/clean-text.ts';
import { date } from '../../../shared/fields/dates.ts';
import { identityKey } from '../../../shared/fields/identity-number.ts';
import { lostDigits } from '../../../shared/fields/lost-digits.ts';
import { lostNumber } from '../../../shared/fields/lost-number.ts';
import { plainName } from '../../../shared/fields/plain-name.ts';
import { cellText } from '../../../shared/sheets/cells.ts';
import type { RowReader } from './match-row.ts';

/** What a row of theirs is known by. */
export interface RowKey {
  readonly name: string;
  /** The first 18 characters of a whole identity number, else what is written there, else 人编号; as it is shown. */
  readonly key: string;
  /** A whole identity number, the first 18 characters; '' where there is none. */
  readonly identity: string;
  readonly memberNo: string;
  readonly householdNo: string;
  readonly headIdentity: string;
  readonly headName: string;
  /** yyyy-MM-dd; '' for none. */
  readonly birthDate: string;
  readonly account: string;
  /** Leading digits that are still true of a number that lost its last ones. */
  readonly kept: string;
  /** Why the number cannot be used; '' where it can or where the sheet has no column for one. */
  readonly why: string;
}

/** 18 characters, on a certificate of the disabled two or four more. */
const whole = /^\d{17}[\dX](\d{2}(B\d|\d{2})?)?$/;

const wholeNumber = (text: string): string => {
  const number = solid(text).toUpperCase();
  return whole.test(number) ? identityKey(number) : '';
};

function birthIn(row: RowReader): string {
  const cell = row.cell('birthDate');
  if (cellText(cell) === '') return '';
  const reading = date.read(cell, { today: '9999-12-31' });
  return reading.ok && typeof reading.value === 'string' ? reading.value : '';
}

/** What a row is known by. On a list of households the name may be the head's only. */
export function rowKey(row: RowReader, accounts: readonly string[]): RowKey {
  const column = row.has('identityNo') ? 'identityNo' : 'headIdentityNo';
  const cell = row.cell(column);
  const written = solid(cellText(cell)).toUpperCase();
  const lost = written !== '' && lostDigits(cell) !== undefined;
  const identity = lost ? '' : wholeNumber(written);
  const memberNo = solid(row.text('memberNo') || row.text('headNo'));
  const headName = row.text('headName');
  const numbered = row.has('identityNo') || row.has('headIdentityNo');
  const why = identity !== '' || !numbered ? '' : lost ? '证件号码被当成了数值，末几位已经丢失' : written === '' ? '没有证件号码' : `证件号码 ${[...written].length} 位，不完整`;
  return {
    name: row.text('name') || headName,
    key: identity || written || memberNo,
    identity,
    memberNo,
    householdNo: solid(row.text('householdNo')),
    headIdentity: column === 'headIdentityNo' ? '' : wholeNumber(row.text('headIdentityNo')),
    headName,
    birthDate: birthIn(row),
    account: accounts.map((each) => solid(row.text(each))).find((each) => each !== '') ?? '',
    kept: lost ? (lostNumber(cell)?.kept ?? '') : '',
    why,
  };
}

/** By what an answer about a row is remembered: its number and name; where it has no number, what else tells it from others. */
export const answerKey = ({ key, name, birthDate, householdNo, account }: RowKey, place: string): string =>
  `${key || [birthDate, householdNo, account, place].filter((part) => part !== '').join(' ')}|${plainName(name)}`;
