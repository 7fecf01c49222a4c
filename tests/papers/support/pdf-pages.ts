import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const output = join(import.meta.dirname, '..', '..', 'output', 'papers');

/** Keeps a made file where a person can look at it. */
export async function saved(file: File, name: string): Promise<string> {
  mkdirSync(output, { recursive: true });
  const path = join(output, name);
  writeFileSync(path, Buffer.from(await file.arrayBuffer()));
  return path;
}

/** What a PDF says, page by page. */
export const pagesOf = (pdf: string): string[] => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1e9 }).split('\f').slice(0, -1);

/** The same without the blanks by which columns stand apart. */
export const tightPagesOf = (pdf: string): string[] => pagesOf(pdf).map((page) => page.replaceAll(/[ \u3000]/g, ''));

export const picturesIn = (pdf: string): number => execFileSync('pdfimages', ['-list', pdf], { encoding: 'utf8' }).split('\n').slice(2).filter((line) => /\simage\s/.test(line)).length;

/** All that a PDF in memory says. */
export const textInPdf = (pdf: Uint8Array): string => execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1e9 });
