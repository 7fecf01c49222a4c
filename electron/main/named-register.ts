import { isAbsolute, resolve } from 'node:path';

/** The register named on a command line, by double click or by hand. */
export function registerAmong(words: readonly string[], folder: string): string | null {
  const word = words.find((each) => !each.startsWith('-') && each.toLowerCase().endsWith('.mingce'));
  if (word === undefined) return null;
  return isAbsolute(word) ? word : resolve(folder, word);
}
