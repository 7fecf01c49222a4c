import { csv } from './core.ts';
import { identity } from './people.ts';

const two = (number: number): string => String(number).padStart(2, '0');

/** A people sheet of so many households of one, each of whom works in 旧. */
export function largeSheet(rows: number): File {
  const number = (at: number): string => identity(`19${50 + (at % 40)}${two((at % 12) + 1)}${two((Math.floor(at / 480) % 28) + 1)}`, (Math.floor(at / 12) % 40) + 40 * Math.floor(at / 13_440) + 1);
  const sheet = Array.from({ length: rows }, (_, at) => [`99${String(at).padStart(8, '0')}`, `赵${at}`, number(at), '户主', '旧']);
  return csv('人员2020.csv', [['户编号', '姓名', '证件号码', '与户主关系', '务工所在地'], ...sheet]);
}
