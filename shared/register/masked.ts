import type { KindName } from '../fields/kinds.ts';

const hidden: Partial<Record<KindName, (text: string) => string>> = {
  identity: (text) => (text.length < 10 ? '****' : `${text.slice(0, 4)}${'*'.repeat(text.length - 8)}${text.slice(-4)}`),
  phone: (text) => (text.length < 7 ? '****' : `${text.slice(0, 3)}****${text.slice(-4)}`),
  card: (text) => (text.length < 8 ? '****' : `****${text.slice(-4)}`),
};

/** Whether 遮住号码 hides anything of such a value. */
export const hides = (kind: KindName): boolean => hidden[kind] !== undefined;

/** With 遮住号码 on: enough of a number to know it by, not enough to copy from the screen. */
export const maskedText = (kind: KindName, text: string): string => (text === '' ? '' : (hidden[kind]?.(text) ?? text));
