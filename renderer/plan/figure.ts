import type { Measured } from '../../shared/plan/measured.ts';

export const number = (value: number): string => (Math.round(value * 100) / 100).toLocaleString('zh-CN');

/** 110 / 111 户, 3 次, 没有数据. */
export function figureOf({ actual, target, unit }: Pick<Measured, 'actual' | 'target' | 'unit'>): string {
  if (actual === null) return '没有数据';
  return target === null ? `${number(actual)} ${unit}` : `${number(actual)} / ${number(target)} ${unit}`;
}

/** 0 to 1; null where there is nothing to reach. */
export const shareOf = ({ actual, target }: Pick<Measured, 'actual' | 'target'>): number | null => (actual === null || target === null || target === 0 ? null : Math.min(1, actual / target));

/** 9月30日 */
export const dayText = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
