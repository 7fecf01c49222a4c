import { compoundContent, isEnciphered } from './read-compound.ts';
import { isForThread, readAside } from './read-aside.ts';
import { openCsv } from './read-csv.ts';
import { openHtml } from './read-html.ts';
import { fileKind, zipLooksLike } from './read-kind.ts';
import { openLegacy } from './read-legacy.ts';
import { openOds } from './read-ods.ts';
import { damagedFile, emptyFile, encryptedFile, maximumSheets, notAWorkbook, tooLargeFile } from './read-refusals.ts';
import type { Workbook } from './read-sheet.ts';
import { byteOrderMark, decodeText } from './read-text.ts';
import { openXlsx } from './read-xlsx.ts';
import { ZipParts } from './read-zip.ts';

export type { Workbook, WorkbookSheet } from './read-sheet.ts';

/** Formats that are read into memory at once are refused above these sizes. */
const largestAtOnce = 300 * 1024 ** 2;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 ** 2)} MB`;

/**
 * Opens a file as a workbook. What it is, is decided by its bytes; `fileName` is used in messages only.
 *
 * Throws a Refusal: FILE_EMPTY, FILE_NOT_A_WORKBOOK, FILE_DAMAGED, FILE_ENCRYPTED or FILE_TOO_LARGE. Rows are read when
 * asked for and may add SHEET_TOO_WIDE and CANCELLED. A workbook without a single row is no refusal here.
 */
export async function openWorkbook(bytes: Uint8Array, fileName: string): Promise<Workbook> {
  const book = await openAny(bytes, fileName);
  if (book.sheets.length <= maximumSheets) return book;
  book.close();
  throw tooLargeFile(fileName, `有 ${book.sheets.length} 个工作表，最多读 ${maximumSheets} 个`);
}

async function openAny(bytes: Uint8Array, fileName: string): Promise<Workbook> {
  if (bytes.length === 0) throw emptyFile(fileName);
  const kind = fileKind(bytes);
  if (typeof kind === 'object') throw notAWorkbook(fileName, kind.looksLike, kind.remedy);
  switch (kind) {
    case 'zip':
      return openZip(bytes, fileName);
    case 'compound':
      return openCompound(bytes, fileName);
    case 'biff':
      if (isEnciphered(bytes)) throw encryptedFile(fileName);
      return openLegacy(bytes, 'xls', fileName);
    case 'text':
      return openText(bytes, fileName);
  }
}

async function openZip(bytes: Uint8Array, file: string): Promise<Workbook> {
  const zip = await ZipParts.open(bytes, file);
  try {
    if (zip.names.some((name) => /(^|\/)workbook\d*\.bin$/i.test(name))) return await openBinaryWorkbook(zip, bytes, file);
    if (zip.has('[Content_Types].xml') && zip.names.some((name) => /^xl\//i.test(name))) return await openRows(zip, bytes, file);
    if (zip.has('mimetype') && (await zip.whole('mimetype', 1024)).toString('latin1').includes('opendocument.spreadsheet')) {
      return await openOpenDocument(zip, file);
    }
    if (zip.names.some((name) => /(^|\/)workbook\d*\.xml$/i.test(name))) return await openRows(zip, bytes, file);
  } catch (error) {
    zip.close();
    throw error;
  }
  zip.close();
  const found = zipLooksLike(zip.names);
  throw notAWorkbook(file, found.looksLike, found.remedy);
}

/** A large file's rows are read on a thread of their own. */
async function openRows(zip: ZipParts, bytes: Uint8Array, file: string): Promise<Workbook> {
  const book = await openXlsx(zip, file);
  return isForThread(bytes.length) ? readAside(book, bytes, file) : book;
}

async function openOpenDocument(zip: ZipParts, file: string): Promise<Workbook> {
  const manifest = 'META-INF/manifest.xml';
  if (zip.has(manifest) && (await zip.whole(manifest, 16 * 1024 ** 2)).includes('encryption-data')) throw encryptedFile(file);
  return openOds(zip, file);
}

/** An .xlsb goes to SheetJS, which unpacks without limits: every part is unpacked here first, and must be what it says it is. */
async function openBinaryWorkbook(zip: ZipParts, bytes: Uint8Array, file: string): Promise<Workbook> {
  let total = 0;
  for (const name of zip.names) {
    total += zip.size(name);
    if (total > largestAtOnce) throw tooLargeFile(file, `解开后超过 ${megabytes(largestAtOnce)}`);
    for await (const _ of zip.bytes(name));
  }
  const book = await openLegacy(bytes, 'xlsx', file);
  zip.close();
  return book;
}

async function openCompound(bytes: Uint8Array, file: string): Promise<Workbook> {
  if (bytes.length > largestAtOnce) throw tooLargeFile(file, `超过 ${megabytes(largestAtOnce)}`);
  const content = await compoundContent(bytes).catch(() => {
    throw damagedFile(file);
  });
  switch (content) {
    case 'encrypted':
      throw encryptedFile(file);
    case 'workbook':
      return openLegacy(bytes, 'xls', file);
    case 'word':
      throw notAWorkbook(file, '一份 Word 文档');
    case 'slides':
      throw notAWorkbook(file, '一份演示文稿（PPT）');
    case 'other':
      throw notAWorkbook(file, '别的办公软件的文件');
  }
}

async function openText(bytes: Uint8Array, file: string): Promise<Workbook> {
  if (bytes.length > largestAtOnce) throw tooLargeFile(file, `超过 ${megabytes(largestAtOnce)}`);
  if (bytes.every((byte) => byte === 0)) throw damagedFile(file, '只有大小，里面是空的');
  const text = decodeText(bytes);
  // A byte order mark in front of something that is no text leaves control characters behind.
  if (text === undefined || (byteOrderMark(bytes) && text.slice(0, 65_536).includes('\0'))) throw notAWorkbook(file, '一个不认识的文件');
  if (text.trim() === '') throw emptyFile(file);
  const head = text.slice(0, 65_536);
  if (/^\s*MIME-Version:/i.test(head)) throw notAWorkbook(file, '网页归档（.mht）');
  if (/^\s*(?:<\?|<!--)/.test(head) && /urn:schemas-microsoft-com:office:spreadsheet/.test(head) && /<(?:\w+:)?Workbook\b/.test(head)) {
    return openLegacy(text, 'xls', file);
  }
  if (/^\s*<(?:!doctype|!--|html|head|body|meta|style|table|div|center|form|\?xml)/i.test(head)) {
    if (/<table\b/i.test(text)) return openHtml(text, file);
    throw notAWorkbook(file, '一个没有表格的网页');
  }
  return openCsv(text, file);
}
