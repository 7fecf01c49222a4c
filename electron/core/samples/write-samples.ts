import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../../shared/contract/errors.ts';
import { writeBook } from './book-writer.ts';
import { inventRegister } from './invent-register.ts';
import { sampleBooks } from './sample-books.ts';

/** The invented workbooks, in memory. */
export async function sampleFiles(): Promise<{ readonly name: string; readonly bytes: Uint8Array }[]> {
  const files = [];
  for (const book of sampleBooks(inventRegister())) files.push({ name: book.file, bytes: await writeBook(book) });
  return files;
}

const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false);

/** Writes the invented workbooks into a folder, made where it is missing. Answers their paths. Refuses to overwrite a file. */
export async function writeSamples(folder: string): Promise<string[]> {
  const files = await sampleFiles();
  const paths = files.map((file) => join(folder, file.name));
  for (const path of paths) {
    if (await exists(path)) throw new Refusal('REGISTER_EXISTS', '这个文件夹里已有同名的示例表', { where: path, remedy: '请换一个空文件夹' });
  }
  await mkdir(folder, { recursive: true });
  for (const [at, file] of files.entries()) await writeFile(paths[at] ?? '', file.bytes);
  return paths;
}
