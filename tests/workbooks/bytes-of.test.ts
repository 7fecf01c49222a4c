import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bytesOf, fileOnDisk } from '../../electron/core/importing/bytes-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingce-bytes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As long as a workbook that a thread reads; only its beginning and its end matter here. */
const long = new Uint8Array(3 * 1024 ** 2).fill(7);
long.set([80, 75, 3, 4]);
long.set([1, 2, 3], long.length - 3);

const onDisk = async (name: string, bytes: Uint8Array): Promise<File> => {
  writeFileSync(join(folder, name), bytes);
  return fileOnDisk(join(folder, name), name);
};

describe('the bytes of a file', () => {
  test('are the same from the disk and from a page, and shared where a thread will read them', async () => {
    const [here, there] = [await bytesOf(await onDisk('人员.xlsx', long)), await bytesOf(new File([long], '人员.xlsx'))];
    expect(Buffer.from(here).equals(long)).toBe(true);
    expect(Buffer.from(there).equals(long)).toBe(true);
    expect([here.buffer, there.buffer].map((buffer) => buffer instanceof SharedArrayBuffer)).toEqual([true, true]);
  });

  test('of anything else are its own', async () => {
    const [short, other] = [long.slice(0, 100), long.slice()];
    other[0] = 0;
    for (const [name, bytes] of [['短.xlsx', short], ['别的.txt', other]] as const) {
      const read = await bytesOf(await onDisk(name, bytes));
      expect(Buffer.from(read).equals(bytes)).toBe(true);
      expect(read.buffer).toBeInstanceOf(ArrayBuffer);
    }
  });

  test('are refused where the file became another after it was chosen, or is gone', async () => {
    for (const become of [(path: string) => truncateSync(path, 50), (path: string) => rmSync(path)]) {
      const file = await onDisk('大.xlsx', long);
      become(join(folder, '大.xlsx'));
      await expect(bytesOf(file)).rejects.toMatchObject({ code: 'FILE_DAMAGED', where: '大.xlsx' });
    }
  });

  test('of a small file are those that it had when it was chosen', async () => {
    const file = await onDisk('小.xlsx', long.slice(0, 100));
    rmSync(join(folder, '小.xlsx'));
    expect((await bytesOf(file)).length).toBe(100);
  });

  test('a folder and what is not there are told as the system tells them', async () => {
    await expect(fileOnDisk(folder, '夹')).rejects.toMatchObject({ code: 'EISDIR' });
    await expect(fileOnDisk(join(folder, '没有.xlsx'), '没有.xlsx')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
