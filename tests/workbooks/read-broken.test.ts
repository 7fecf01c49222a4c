import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bareXlsx, xlsxMembers } from '../fixtures/workbooks/bare-xlsx.ts';
import { brokenFiles, encryptedXls } from '../fixtures/workbooks/broken-files.ts';
import type { BrokenFile } from '../fixtures/workbooks/broken-files.ts';
import { makeZip } from '../fixtures/workbooks/make-zip.ts';
import { savedAs } from '../fixtures/workbooks/other-formats.ts';
import { readRows, refusalOf } from './read-all.ts';

const expected: readonly (readonly [BrokenFile, string, RegExp])[] = [
  ['empty.xlsx', 'FILE_EMPTY', /空/],
  ['picture.xlsx', 'FILE_NOT_A_WORKBOOK', /图片（PNG）/],
  ['truncated.xlsx', 'FILE_DAMAGED', /损坏/],
  ['encrypted.xlsx', 'FILE_ENCRYPTED', /另存为无密码的副本/],
  ['fifty-thousand-columns.xlsx', 'SHEET_TOO_WIDE', /人员信息/],
  ['bomb.xlsx', 'FILE_TOO_LARGE', /膨胀/],
  ['lying-bomb.xlsx', 'FILE_TOO_LARGE', /写明的还大/],
];

test.each(expected)('%s is refused with %s', async (name, code, words) => {
  const refusal = await refusalOf(brokenFiles[name](), name);
  expect(refusal.code).toBe(code);
  expect(refusal.sentence).toMatch(words);
  expect(refusal.where).toContain(name);
  expect(refusal.remedy).toBeTruthy();
});

test('fifty thousand columns are refused at once', async () => {
  const bytes = bareXlsx([], { sheetData: `<row>${'<c t="str"><v>列</v></c>'.repeat(50_000)}</row>`.repeat(40) });
  const start = process.cpuUsage();
  expect((await refusalOf(bytes, '宽.xlsx')).code).toBe('SHEET_TOO_WIDE');
  const { user, system } = process.cpuUsage(start);
  // Two million cells take more than half a second to read; the refusal comes with the first row.
  expect((user + system) / 1000).toBeLessThan(400);
});

test('styled blanks far to the right do not make a sheet wide', async () => {
  expect(await readRows(bareXlsx([['甲', { xml: '<c r="XFD1" s="0"/>' }]]))).toEqual([{ number: 1, cells: ['甲'] }]);
});

test('a million blank rows leave nothing behind', async () => {
  const bytes = brokenFiles['million-blank-rows.xlsx']();
  expect(await readRows(bytes)).toEqual([
    { number: 1, cells: ['姓名'] },
    { number: 2, cells: ['张三'] },
    { number: 1_000_003, cells: ['李四'] },
  ]);
});

test('formulas and =cmd| cells are text or results, never run', async () => {
  expect((await readRows(brokenFiles['formulas.xlsx']())).slice(1).map((row) => row.cells)).toEqual([
    ["=cmd|'/c calc'!A0", '+1+1', { type: 'number', text: '2' }],
    ['@SUM(1)', '-2', '甲乙'],
    ['无值', '', { type: 'error', text: '#公式未计算' }],
  ]);
});

describe('not a workbook', () => {
  const others: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['JPG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46), /JPG/],
    ['GIF', Buffer.from('GIF89a\x01\0\x01\0', 'latin1'), /GIF/],
    ['PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3', 'latin1'), /PDF/],
    ['RAR', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1'), /RAR/],
    ['a register', Buffer.from('SQLite format 3\0\x10\0', 'latin1'), /打开/],
    ['Word', makeZip([{ name: 'word/document.xml', content: '<d/>' }, { name: '[Content_Types].xml', content: '<Types/>' }]), /Word/],
    ['a zip of workbooks', makeZip([{ name: '名册.xls', content: 'x' }]), /压缩包.*解压/],
    ['random bytes', Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3) * 31) & 0xff), /不认识的文件/],
    ['a page without a table', Buffer.from('<html><body>请登录</body></html>'), /网页/],
  ];
  test.each(others)('%s', async (_, bytes, words) => {
    const refusal = await refusalOf(bytes, '名册.xlsx');
    expect(refusal.code).toBe('FILE_NOT_A_WORKBOOK');
    expect(refusal.sentence).toMatch(words);
  });
});

describe('passwords', () => {
  test('.xls with a FILEPASS record', async () => {
    expect((await refusalOf(encryptedXls(), '名册.xls')).code).toBe('FILE_ENCRYPTED');
  });
  test('a zip with enciphered parts', async () => {
    const members = xlsxMembers([['甲']]).map((member) => ({ ...member, encrypted: true }));
    expect((await refusalOf(makeZip(members), '名册.xlsx')).code).toBe('FILE_ENCRYPTED');
  });
  test('.ods', async () => {
    const members = [
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
      { name: 'META-INF/manifest.xml', content: '<manifest><file-entry><encryption-data/></file-entry></manifest>' },
      { name: 'content.xml', content: 'noise' },
    ];
    expect((await refusalOf(makeZip(members), '名册.ods')).code).toBe('FILE_ENCRYPTED');
  });
});

describe('damage', () => {
  const whole = bareXlsx(Array.from({ length: 300 }, (_, at) => [`张${at}`, String(at * 7919)]), { sharedStrings: true });

  test.each([0.1, 0.5, 0.9, 0.999])('an .xlsx cut off at %d of its length', async (share) => {
    expect((await refusalOf(whole.subarray(0, Math.floor(whole.length * share)), '名册.xlsx')).code).toBe('FILE_DAMAGED');
  });

  test('a changed byte in a packed sheet', async () => {
    const damaged = Buffer.from(whole);
    const sheet = damaged.indexOf('worksheets/sheet1.xml') + 200;
    damaged[sheet] = (damaged[sheet] ?? 0) ^ 0x55;
    expect((await refusalOf(damaged, '名册.xlsx')).code).toBe('FILE_DAMAGED');
  });

  test.each([
    ['ends in the middle', '<row r="1"><c r="A1"><v>1</v></c>'],
    ['closes what is not open', '<row r="1"></c></row>'],
    ['has an unknown entity', '<row r="1"><c r="A1" t="inlineStr"><is><t>&foo;</t></is></c></row>'],
  ])('a sheet that %s', async (_, sheetData) => {
    expect((await refusalOf(bareXlsx([], { sheetData }), '名册.xlsx')).code).toBe('FILE_DAMAGED');
  });

  test('a document type, which OOXML forbids', async () => {
    const members = xlsxMembers([['甲']]).map((member) =>
      member.name.includes('sheet1') ? { ...member, content: String(member.content).replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet') } : member,
    );
    expect((await refusalOf(makeZip(members), '名册.xlsx')).code).toBe('FILE_DAMAGED');
  });

  test('a missing sheet part', async () => {
    const refusal = await refusalOf(makeZip(xlsxMembers([['甲']]).filter((member) => !member.name.includes('sheet1'))), '名册.xlsx');
    expect(refusal.sentence).toContain('人员信息');
  });

  test('an .xls cut off, and one of empty bytes', async () => {
    const xls = savedAs('biff8', [['姓名'], ['张三']]);
    expect((await refusalOf(xls.subarray(0, 700), '名册.xls')).code).toBe('FILE_DAMAGED');
    expect((await refusalOf(Buffer.alloc(2000), '名册.xls')).code).toBe('FILE_DAMAGED');
  });

  test('an .xls whose records make SheetJS run until memory ends', async () => {
    const bytes = readFileSync(new URL('../fixtures/workbooks/libreoffice/endless.xls', import.meta.url));
    expect((await refusalOf(bytes, '名册.xls')).code).toBe('FILE_DAMAGED');
  });

  test('sizes that no real workbook has', async () => {
    const members = xlsxMembers([['甲']]).map((member) => (member.name.includes('sheet1') ? { ...member, declaredSize: 3 * 1024 ** 3 } : member));
    expect((await refusalOf(makeZip(members), '名册.xlsx')).code).toBe('FILE_TOO_LARGE');
  });

  test('blanks only', async () => {
    expect((await refusalOf(Buffer.from(' \r\n\t\r\n'), '名册.csv')).code).toBe('FILE_EMPTY');
  });
});
