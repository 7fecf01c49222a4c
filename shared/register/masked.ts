import type { KindName } from '../fields/kinds.ts';

/** First two and last three of an identity number or certificate. */
const identity = (number: string): string => (number.length < 8 ? '****' : `${number.slice(0, 2)}${'*'.repeat(number.length - 5)}${number.slice(-3)}`);

/** A number column that may hold certificates as well as running numbers: 18 digits with a birth date among them are somebody. */
const likeIdentity = (digits: string): boolean => /^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]/.test(digits);

const hidden: Readonly<Partial<Record<KindName, (text: string) => string>>> = {
  identity,
  digits: (text) => (likeIdentity(text) ? identity(text) : text),
  /** 199****0001: enough to know whose it is, not enough to ring it. */
  phone: (text) => (text.length < 7 ? '****' : `${text.slice(0, 3)}****${text.slice(-4)}`),
  card: (text) => (text.length < 8 ? '****' : `****${text.slice(-4)}`),
};

/** What a hand types freely. */
const freeText: ReadonlySet<KindName> = new Set(['text', 'name']);

/** Whatever a hand has typed into a free text: a run of eleven digits or more is a phone, a card or an identity number. */
export const withoutNumbers = (text: string): string => text.replace(/\d(?:[\s-]?\d){10,}[Xx]?/g, (run) => `${run.slice(0, 3)}****`);

/** Whether every value of the kind is hidden: a running number stays whole. */
export const hides = (kind: KindName): boolean => kind !== 'digits' && hidden[kind] !== undefined;

/** A number as it stands where it must not be copied from, on the screen with 遮住号码 and on what leaves: enough to know it by. */
export const maskedText = (kind: KindName, text: string): string => (text === '' ? '' : freeText.has(kind) ? withoutNumbers(text) : (hidden[kind]?.(text) ?? text));
