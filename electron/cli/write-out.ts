import { randomUUID } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../../shared/contract/errors.ts';

/** The folder of a result must be there before the work begins. */
export async function folderMustBeThere(out: string): Promise<void> {
  const there = await stat(dirname(out)).then((found) => found.isDirectory(), () => false);
  if (!there) throw new Refusal('NOT_FOUND', '要写入的文件夹不存在', { where: dirname(out), remedy: '请先建好文件夹，或换一个位置' });
  if (await stat(out).then((found) => found.isDirectory(), () => false)) throw new Refusal('NOT_ALLOWED', '这里已有同名的文件夹', { where: out, remedy: '请换一个文件名' });
}

/** Writes beside and renames: whoever reads the file sees the old one or the whole new one. */
export async function writeOut(out: string, file: File): Promise<number> {
  const beside = join(dirname(out), `.${basename(out)}.${randomUUID()}`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    await writeFile(beside, bytes, { mode: 0o600 });
    await rename(beside, out);
  } catch {
    await rm(beside, { force: true });
    throw new Refusal('NOT_ALLOWED', '写不进这个文件', { where: out, remedy: '文件可能正被别的程序打开，请关掉后再试，或换一个位置' });
  }
  return bytes.length;
}
