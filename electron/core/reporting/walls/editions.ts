import { createHash } from 'node:crypto';
import type { Block, Paper } from '../../../../shared/papers/paper.ts';

/** Without letters that are taken for digits, so that a code is read off a wall over the telephone. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Forty bits of a text's SHA-256: K7QF-2M8D. */
export function editionCode(text: string): string {
  const bytes = createHash('sha256').update(text).digest();
  let bits = bytes.readUIntBE(0, 5);
  let code = '';
  for (let at = 0; at < 8; at++) {
    code = `${letters[bits % 32] ?? ''}${code}`;
    bits = Math.floor(bits / 32);
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** What of a paper is fact: neither its size nor what belongs to the day of printing. */
export interface Shown {
  readonly key: string;
  readonly title: string;
  readonly left: string;
  readonly right: string;
  readonly called: string;
  readonly blocks: readonly Block[];
}

export const shownOf = ({ key, title, left, right, called, blocks }: Paper): Shown => ({ key, title, left, right, called, blocks: blocks.filter(({ passing }) => !passing) });

/** The paper with its edition code, and what the code stands for. */
export function stamped(paper: Paper): { readonly paper: Paper; readonly edition: string; readonly content: string } {
  const content = JSON.stringify(shownOf(paper));
  const edition = editionCode(content);
  return { paper: { ...paper, edition }, edition, content };
}
