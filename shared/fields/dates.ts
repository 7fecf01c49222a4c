import { cellText, type Cell } from '../sheets/cells.ts';
import { saysNothing, solid } from './clean-text.ts';
import { accept, refuse, wrongKindRule, type Kind, type Reading } from './reading.ts';

const two = (digits: string): string => digits.padStart(2, '0');

function realDate(year: string, month: string, day: string): string | undefined {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const real = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return real && Number(year) >= 1800 && Number(year) <= 2200 ? `${year}-${two(month)}-${two(day)}` : undefined;
}

/** yyyy-MM-dd out of the ways a sheet writes a day: 20200315, 2020-3-15, 2020/03/15, 2020.3.15, 2020年3月15日, with or without a time. */
function dayOf(text: string): string | undefined {
  const match =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?([T ]?\d{1,2}:\d{2}(:\d{2})?(\.\d+)?)?$/.exec(text);
  return match ? realDate(match[1] ?? '', match[2] ?? '', match[3] ?? '') : undefined;
}

/** yyyy-MM out of 202003, 2020-3, 2020年3月, or a whole day. */
function monthOf(text: string): string | undefined {
  const match = /^(\d{4})(\d{2})$/.exec(text) ?? /^(\d{4})[-/.年](\d{1,2})月?$/.exec(text);
  const day = match ? realDate(match[1] ?? '', match[2] ?? '', '1') : dayOf(text);
  return day?.slice(0, 7);
}

function serialDay(cell: Cell): string | undefined {
  if (typeof cell === 'string' || cell.type !== 'number' || !/^\d{5}(\.\d+)?$/.test(cell.text)) return undefined;
  // An unformatted Excel day number, 1900 system: 43891 = 2020-03-01.
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(cell.text)) * 86_400_000).toISOString().slice(0, 10);
}

/** A day, stored yyyy-MM-dd. */
export const date: Kind = {
  column: 'TEXT',
  align: 'center',
  read(cell): Reading {
    const clean = solid(cellText(cell));
    if (saysNothing(clean)) return accept(null);
    const day = dayOf(clean) ?? serialDay(cell);
    return day === undefined
      ? refuse(wrongKindRule, `“${cellText(cell).trim()}”不是日期`, '请写成 2020-03-15 这样')
      : accept(day);
  },
  show: (value) => (value === null ? '' : String(value)),
  edit: (value) => (value === null ? '' : String(value)),
};

/** A month, stored yyyy-MM. */
export const month: Kind = {
  column: 'TEXT',
  align: 'center',
  read(cell): Reading {
    const clean = solid(cellText(cell));
    if (saysNothing(clean)) return accept(null);
    const found = monthOf(clean) ?? serialDay(cell)?.slice(0, 7);
    return found === undefined
      ? refuse('R053', `“${cellText(cell).trim()}”不是年月`, '请写成 202003 或 2020-03 这样')
      : accept(found);
  },
  show: (value) => (value === null ? '' : String(value)),
  edit: (value) => (value === null ? '' : String(value)),
};

/** A calendar year, stored as an integer. */
export const year: Kind = {
  column: 'INTEGER',
  align: 'center',
  read(cell): Reading {
    const clean = solid(cellText(cell));
    if (saysNothing(clean)) return accept(null);
    const found = /^((?:19|20|21)\d{2})(?:年度?底?|年底|\.0)?$/.exec(clean)?.[1] ?? /^((?:19|20|21)\d{2})(?:[-/.年](?:0?[1-9]|1[0-2])(?!\d)|(?:0[1-9]|1[0-2])(?:[0-3]\d)?(?!\d))/.exec(clean)?.[1];
    return found !== undefined
      ? accept(Number(found))
      : refuse(wrongKindRule, `“${cellText(cell).trim()}”不是年份`, '请写成 2020 这样');
  },
  show: (value) => (value === null ? '' : String(value)),
  edit: (value) => (value === null ? '' : String(value)),
};
