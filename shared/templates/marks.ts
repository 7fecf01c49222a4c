import { labelTarget } from './form-words.ts';

/** A mark in a text: {户主姓名}, {{户主姓名}}, 「户主姓名」, 【户主姓名】, ${户主姓名}. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly target: string | null;
}

const marked = /\{\{\s*([^{}\n]{1,40}?)\s*\}\}|\$?\{\s*([^{}\n]{1,40}?)\s*\}|「\s*([^「」\n]{1,40}?)\s*」|【\s*([^【】\n]{1,40}?)\s*】/g;

/** The marks of a text. Quotation marks of other kinds than braces stand around many words: they mark only what is known. */
export function marksIn(text: string): Mark[] {
  if (!/[{「【]/.test(text)) return [];
  return [...text.matchAll(marked)].flatMap((found) => {
    const [whole, double, single, ...quoted] = found;
    const label = double ?? single ?? quoted.find((each) => each !== undefined) ?? '';
    const target = labelTarget(label);
    const sure = double !== undefined || single !== undefined;
    return sure || target !== null ? [{ start: found.index, end: found.index + whole.length, label, target }] : [];
  });
}

/** A label with a blank behind it in the same text: 填报单位：____  填报日期：  年  月  日. */
export interface Blank {
  /** Where the blank begins and ends; it may be empty. */
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly target: string;
}

const labelled = /([^\s:：_＿,，;；。]{1,16})[^\S\n]*[:：](?=((?:[^\S\n]|[_＿—])*(?:年(?:[^\S\n]|[_＿])*月(?:[^\S\n]|[_＿])*日)?(?:[^\S\n]|[_＿])*)(?:$|[^\s:：_＿]{1,16}[^\S\n]*[:：]|\n))/g;

/** The known labels of a text that have nothing behind them but room. */
export function blanksIn(text: string): Blank[] {
  if (!/[:：]/.test(text) || text.length > 400) return [];
  return [...text.matchAll(labelled)].flatMap((found) => {
    const [whole, label = '', room = ''] = found;
    const target = labelTarget(label);
    const start = found.index + whole.length;
    return target === null ? [] : [{ start, end: start + room.length, label, target }];
  });
}

/** A text with a value written at a blank: what room was left behind it stays, so that the next label keeps its place. */
export function written(room: string, value: string): string {
  if (value === '') return room;
  const wide = [...value].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0);
  const rest = room.replaceAll(/[年月日_＿—\n]/g, ' ');
  const left = rest.length - wide;
  return room === '' || left <= 0 ? `${value}${room === '' ? '' : ' '}` : `${value}${' '.repeat(left)}`;
}
