import { halfWidth } from '../fields/clean-text.ts';

const units = /\((亩|元|月|公里|平方米|㎡|m2|人|个|km)\)/gi;

/**
 * A header as it is compared: half-width, without blanks and line breaks, 丶 as 、, without a unit in brackets, without
 * marks of required columns, upper-case. "务工时间（月）" and "务工时间\n(月)" become the same.
 */
export const normalHeader = (text: string): string =>
  halfWidth(text)
    .replace(/\s+/g, '')
    .replaceAll('丶', '、')
    .replace(units, '')
    .replace(/^[*＊]+|[*＊:：]+$/g, '')
    .toUpperCase();
