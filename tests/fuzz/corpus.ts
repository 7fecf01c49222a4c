import { readFileSync } from 'node:fs';
import { sampleFiles } from '../../electron/core/samples/write-samples.ts';
import { drawer } from '../fixtures/awkward/drawer.ts';
import type { AwkwardFile } from '../fixtures/awkward/awkward.ts';

/** Files that unpack to more than all others together; bombs are made by a mutation of their own. */
const leftOut = new Set(['format-bomb']);
const libreOffice = ['people.xls', 'people.xlsx', 'people.ods', 'endless.xls'];

/** The sound files that are mutated: the drawer, the sample books, what LibreOffice saved. The same in the same order every time. */
export async function loadCorpus(): Promise<readonly AwkwardFile[]> {
  const files: AwkwardFile[] = [];
  for (const { name, make } of drawer) if (!leftOut.has(name)) files.push(...(await make()));
  files.push(...(await sampleFiles()));
  for (const name of libreOffice) files.push({ name, bytes: readFileSync(new URL(`../fixtures/workbooks/libreoffice/${name}`, import.meta.url)) });
  return files.filter(({ bytes }) => bytes.length > 0);
}
