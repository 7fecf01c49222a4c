import type { MadeCell, MadeColumn } from './made-report.ts';
import type { NumberUnit } from './report.ts';

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2, useGrouping: false });

/** A number as papers show it; money is kept in fen. */
export const figureText = (value: number, unit: NumberUnit): string => (unit === '元' ? (value / 100).toFixed(2) : grouped.format(value));

export const shareText = (part: number, whole: number): string => (whole === 0 ? '—' : `${grouped.format(Math.round((part / whole) * 10_000) / 100)}%`);

export const numberCell = (value: number, unit: NumberUnit, figure?: string): MadeCell => ({ text: figureText(value, unit), number: unit === '元' ? value / 100 : value, ...(figure === undefined ? {} : { figure }) });

export const cellsOf = (unit: NumberUnit): MadeColumn['cells'] => (unit === '元' ? 'money' : 'number');

/** A share as a workbook keeps it, as exact as papers show it. */
export const share = (part: number, whole: number): number => Math.round((part / whole) * 10_000) / 10_000;
