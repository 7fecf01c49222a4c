import { halfWidth } from '../fields/clean-text.ts';

const units = /\((亩|元|元\/年|元\/人|元\/人[·.]?年|月|公里|平方米|平方|㎡|m2|人|个|岁|km)\)/gi;
const bareUnits = /(\/(亩|元|月|公里|平方米|㎡)|㎡)$/;
/** How a column is to be filled in: (必填), (18位，文本格式). */
const instructions = /\((必填|必填项|选填|选填项|可不填|文本|文本格式|数字|\d{1,2}位(数字)?([,，、].{0,12})?)\)/g;

/** Every band of rows of every sheet is tried for every kind, and the same few hundred texts come again and again. */
const kept = new Map<string, string>();
const mostKept = 20_000;
/** No header is longer, and nothing longer is compared with one. */
export const longestHeader = 200;

/**
 * A header as it is compared: half-width, without blanks and line breaks, 丶 as 、, without a unit, without instructions
 * for filling in and marks of required columns, upper-case. "务工时间（月）" and "务工时间\n(月)" become the same. 万元 and a year
 * stay: what they stand beside is something else.
 */
export function normalHeader(text: string): string {
  if (text.length > longestHeader) return text;
  let normal = kept.get(text);
  if (normal === undefined) {
    if (kept.size >= mostKept) kept.clear();
    kept.set(text, (normal = normalised(text)));
  }
  return normal;
}

const normalised = (text: string): string =>
  halfWidth(text)
    .replace(/\s+/g, '')
    .replaceAll('丶', '、')
    .replace(units, '')
    .replace(instructions, '')
    .replace(bareUnits, '')
    .replace(/^[*＊]+|[*＊:：]+$/g, '')
    .toUpperCase();
