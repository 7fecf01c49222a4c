import type { KindName } from '../../../../shared/fields/kinds.ts';
import type { Stored } from '../../../../shared/fields/reading.ts';

/** How a row of values goes on: the value so many places from the first, also before it. */
export type Series = (place: number) => Stored;

const dayMs = 86_400_000;
const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);
const dayText = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);
const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthText = (number: number): string => `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
const lastDay = (month: number): number => new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();

/** The step between neighbours where it is one and the same; a single value goes on by `alone`. */
function stepOf(numbers: readonly number[], alone: number): number | null {
  const [first, second] = numbers;
  if (first === undefined) return null;
  if (second === undefined) return alone;
  const step = second - first;
  // Quantities have four decimals: what is left of a sum of fractions does not count.
  return numbers.every((number, at) => at === 0 || Math.abs(number - (numbers[at - 1] ?? 0) - step) < 1e-6) ? step : null;
}

function counting(numbers: readonly number[], alone: number, decimals = 0): Series | null {
  const step = stepOf(numbers, alone);
  const scale = 10 ** decimals;
  return step === null ? null : (place) => Math.round(((numbers[0] ?? 0) + step * place) * scale) / scale;
}

/** The same day of each month, or each month's last: 3-31, 4-30, 5-31. */
function byMonths(days: readonly string[]): Series | null {
  if (days.length < 2) return null;
  const months = days.map((day) => monthNumber(day));
  const step = stepOf(months, 0);
  if (step === null || step === 0) return null;
  const wanted = Math.max(...days.map((day) => Number(day.slice(8))));
  const atEnd = days.every((day, at) => Number(day.slice(8)) === lastDay(months[at] ?? 0));
  const fits = atEnd || days.every((day, at) => Number(day.slice(8)) === Math.min(wanted, lastDay(months[at] ?? 0)));
  if (!fits) return null;
  return (place) => {
    const month = (months[0] ?? 0) + step * place;
    return `${monthText(month)}-${String(atEnd ? lastDay(month) : Math.min(wanted, lastDay(month))).padStart(2, '0')}`;
  };
}

function byDays(days: readonly string[]): Series | null {
  const months = byMonths(days);
  if (months) return months;
  const numbers = counting(days.map(dayNumber), 1);
  return numbers && ((place) => dayText(Number(numbers(place))));
}

/** 台地1组, 台地2组 is no series of its own: only what ends in a number goes on, with its leading noughts. */
function endingInNumber(texts: readonly string[]): Series | null {
  const parts = texts.map((text) => /^(.*?)(\d{1,9})$/s.exec(text));
  const [first] = parts;
  if (!first || parts.some((part) => part?.[1] !== first[1])) return null;
  const numbers = counting(parts.map((part) => Number(part?.[2])), 1);
  const width = first[2]?.startsWith('0') ? first[2].length : 0;
  return numbers && ((place) => `${first[1]}${String(numbers(place)).padStart(width, '0')}`);
}

/** What has no next: numbers that are names, codes, names, 是 and 否. */
const texts = (values: readonly Stored[]): string[] => values.map(String);
const stored = (values: readonly Stored[]): number[] => values.map(Number);
const goOn: Partial<Record<KindName, (values: readonly Stored[]) => Series | null>> = {
  date: (values) => byDays(texts(values)),
  month: (values) => {
    const numbers = counting(texts(values).map(monthNumber), 1);
    return numbers && ((place) => monthText(Number(numbers(place))));
  },
  year: (values) => counting(stored(values), 1),
  count: (values) => counting(stored(values), 1),
  // One 元.
  money: (values) => counting(stored(values), 100),
  measure: (values) => counting(stored(values), 1, 4),
  text: (values) => endingInNumber(texts(values)),
};

const again = (values: readonly Stored[]): Series => (place) => values[((place % values.length) + values.length) % values.length] ?? null;

/** How values of a kind go on, as copies or as a series. What is no series, or has gaps, is copied. */
export function seriesOf(kind: KindName, values: readonly Stored[], mode: 'copy' | 'series'): Series {
  const series = mode === 'series' && values.every((value) => value !== null) ? (goOn[kind]?.(values) ?? null) : null;
  return series ?? again(values);
}
