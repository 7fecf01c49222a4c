import { createHash } from 'node:crypto';
import { isForThread } from '../../../electron/core/importing/read-aside.ts';
import { bareXlsx } from '../../fixtures/workbooks/bare-xlsx.ts';
import { csv } from './core.ts';
import { identity } from './people.ts';

const two = (number: number): string => String(number).padStart(2, '0');

const head = ['户编号', '姓名', '证件号码', '与户主关系', '务工所在地'];

function people(rows: number): string[][] {
  const number = (at: number): string => identity(`19${50 + (at % 40)}${two((at % 12) + 1)}${two((Math.floor(at / 480) % 28) + 1)}`, (Math.floor(at / 12) % 40) + 40 * Math.floor(at / 13_440) + 1);
  return Array.from({ length: rows }, (_, at) => [`99${String(at).padStart(8, '0')}`, `赵${at}`, number(at), '户主', '旧']);
}

/** A people sheet of so many households of one, each of whom works in 旧. */
export const largeSheet = (rows: number): File => csv('人员2020.csv', [head, ...people(rows)]);

/** The same as a workbook, of a size at which its rows are read on a thread. */
export function largeWorkbook(): Uint8Array<ArrayBuffer> {
  // Of a size at which it is packed, too.
  const note = (at: number): string => ['甲', '乙', '丙'].map((part) => createHash('sha512').update(`${part}${at}`).digest('base64')).join(' ');
  const bytes = bareXlsx([[...head, '街道备注'], ...people(12_000).map((row, at) => [...row, note(at)])]);
  if (!isForThread(bytes.length)) throw new Error('the workbook has become too small to be read on a thread');
  return Uint8Array.from(bytes);
}
