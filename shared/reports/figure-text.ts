import type { MadeCell, MadeColumn } from './made-report.ts';
import type { NumberUnit } from './report.ts';

const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2, useGrouping: false });
const money = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A number as papers show it; money is kept in fen, and stands as the fields of money do. */
export const figureText = (value: number, unit: NumberUnit): string => (unit === '元' ? money.format(value / 100) : plain.format(value));

const percent = (part: number, whole: number): number => Math.round((part / whole) * 10_000) / 100;

/** A share in a sentence. */
export const shareText = (part: number, whole: number): string => (whole === 0 ? '—' : `${plain.format(percent(part, whole))}%`);

/** A share in a column of a table: all with two decimals. */
export const shareInColumn = (part: number, whole: number): string => (whole === 0 ? '—' : `${percent(part, whole).toFixed(2)}%`);

export const numberCell = (value: number, unit: NumberUnit, figure?: string): MadeCell => ({ text: figureText(value, unit), number: unit === '元' ? value / 100 : value, ...(figure === undefined ? {} : { figure }) });

export const cellsOf = (unit: NumberUnit): MadeColumn['cells'] => (unit === '元' ? 'money' : 'number');

/** A share as a workbook keeps it, as exact as papers show it. */
export const share = (part: number, whole: number): number => Math.round((part / whole) * 10_000) / 10_000;
