import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';

async function rawText(file: File): Promise<string> {
  const path = join(tmpdir(), `mingce-said-${randomUUID()}.pdf`);
  try {
    writeFileSync(path, new Uint8Array(await file.arrayBuffer()));
    return execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8', maxBuffer: 1e9 });
  } finally {
    rmSync(path, { force: true });
  }
}


/** What a PDF says, page by page: cell by cell as it was drawn, without blanks and breaks of lines. */
export const pagesSaid = async (file: File): Promise<string[]> => (await rawText(file)).split('\f').slice(0, -1).map((page) => page.replaceAll(/\s/g, ''));

export const linesSaid = async (file: File): Promise<string[]> => (await rawText(file)).split(/[\n\f]/);

export const pdfSays = async (file: File): Promise<string> => (await pagesSaid(file)).join('');
