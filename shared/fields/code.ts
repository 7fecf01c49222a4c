import { cellText } from '../sheets/cells.ts';
import { halfWidth, solid } from './clean-text.ts';
import { accept, refuse, type Kind, type Reading } from './reading.ts';

/** One entry of a dictionary. The value is what the register stores and what the newest sheets say. */
export interface CodeValue {
  readonly value: string;
  /** Numeric code of the national dictionary, where one is known. */
  readonly code?: string;
  /** Older or other wordings of the same thing. */
  readonly also?: readonly string[];
  /**
   * The finer values that this one takes in. A sheet that can only say the coarse value never overwrites a finer one
   * that the register already holds.
   */
  readonly covers?: readonly string[];
  /** Years for which the wording stands in the official list; outside it is still understood. */
  readonly from?: number;
  readonly until?: number;
}

export interface CodeList {
  /** 中文 name, for messages. */
  readonly name: string;
  readonly values: readonly CodeValue[];
  /** Several values may stand together; they are stored in the list's order, joined by 、. */
  readonly several?: boolean;
}

/** A wording as it is compared with a dictionary's. */
export const normalWording = (text: string): string =>
  halfWidth(text)
    .replace(/\s+/g, '')
    .replaceAll('丶', '、')
    .toUpperCase();

interface Index {
  readonly list: CodeList;
  readonly byWording: ReadonlyMap<string, CodeValue>;
}

function indexOf(list: CodeList): Index {
  const byWording = new Map<string, CodeValue>();
  for (const entry of list.values) {
    for (const wording of [entry.value, ...(entry.also ?? [])]) byWording.set(normalWording(wording), entry);
  }
  for (const entry of list.values) {
    if (entry.code === undefined) continue;
    // Programs drop a leading nought, or add one.
    for (const code of [entry.code, String(Number(entry.code)), entry.code.padStart(2, '0')]) {
      if (/^\d+$/.test(code) && !byWording.has(code)) byWording.set(code, entry);
    }
  }
  return { list, byWording };
}

/** Whether `coarse` takes in `fine`, so that a sheet saying the coarse value does not contradict the register. */
export function takesIn(list: CodeList, coarse: string, fine: string): boolean {
  return list.values.find((entry) => entry.value === coarse)?.covers?.includes(fine) ?? false;
}

function unknown(list: CodeList, written: string): Reading {
  const few = list.values.length <= 12 ? list.values.map((entry) => entry.value).join('、') : `${list.values.slice(0, 8).map((entry) => entry.value).join('、')} 等`;
  return refuse('R143', `“${written.trim()}”不在${list.name}的代码表里`, `可用的值：${few}`);
}

/** Different words of one field whose understanding is kept. */
const wordsKept = 4096;

/** A field whose values come from a dictionary, in old and new wording or by number. */
export function code(list: CodeList): Kind {
  const index = indexOf(list);
  const single = (written: string): CodeValue | undefined => index.byWording.get(normalWording(written));
  // A sheet says the same few words a hundred thousand times.
  const known = new Map<string, Reading>();
  return {
    column: 'TEXT',
    align: 'left',
    read(cell) {
      const written = cellText(cell);
      let reading = known.get(written);
      if (!reading) {
        reading = understand(written);
        if (known.size < wordsKept) known.set(written, reading);
      }
      return reading;
    },
    show: (value) => (value === null ? '' : String(value)),
    edit: (value) => (value === null ? '' : String(value)),
  };

  function understand(written: string): Reading {
    const clean = solid(written);
    if (clean === '' || clean === '-' || clean === '—') return accept(null);
    const whole = single(clean);
    if (whole) return accept(whole.value);
    if (!list.several) return unknown(list, written);
    const parts = clean.split(/[、,;/|+，；]/).filter((part) => part !== '');
    const found = parts.map(single);
    if (found.length === 0 || found.some((entry) => entry === undefined)) return unknown(list, written);
    const chosen = list.values.filter((entry) => found.includes(entry)).map((entry) => entry.value);
    return accept(chosen.join('、'));
  }
}
