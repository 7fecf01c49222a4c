/** What a file is, by its first bytes; its name says nothing (html is called .xls, pictures are called .xlsx). */
export type FileKind = 'zip' | 'compound' | 'biff' | 'text' | { readonly looksLike: string; readonly remedy?: string };

const picture = '请选择表格文件；图片里的表格读不出来，请向发来的人要原表';
const archive = '请先解压，再导入里面的表格';

const signatures: readonly { readonly bytes: string; readonly at?: number; readonly kind: FileKind }[] = [
  { bytes: '504b0304', kind: 'zip' },
  { bytes: '504b0506', kind: 'zip' },
  { bytes: 'd0cf11e0a1b11ae1', kind: 'compound' },
  { bytes: '0908', kind: 'biff' },
  { bytes: '09040600', kind: 'biff' },
  { bytes: '09020600', kind: 'biff' },
  { bytes: '09000400', kind: 'biff' },
  { bytes: '89504e470d0a1a0a', kind: { looksLike: '一张图片（PNG）', remedy: picture } },
  { bytes: 'ffd8ff', kind: { looksLike: '一张图片（JPG）', remedy: picture } },
  { bytes: '474946383', kind: { looksLike: '一张图片（GIF）', remedy: picture } },
  { bytes: '49492a00', kind: { looksLike: '一张图片（TIFF）', remedy: picture } },
  { bytes: '4d4d002a', kind: { looksLike: '一张图片（TIFF）', remedy: picture } },
  { bytes: '57454250', at: 8, kind: { looksLike: '一张图片（WEBP）', remedy: picture } },
  { bytes: '255044462d', kind: { looksLike: '一份 PDF 文件', remedy: '请向发来的人要 Excel 原表' } },
  { bytes: '7b5c727466', kind: { looksLike: '一份 RTF 文档' } },
  { bytes: '526172211a07', kind: { looksLike: '一个 RAR 压缩包', remedy: archive } },
  { bytes: '377abcaf271c', kind: { looksLike: '一个 7z 压缩包', remedy: archive } },
  { bytes: '1f8b08', kind: { looksLike: '一个 GZ 压缩包', remedy: archive } },
  { bytes: '53514c69746520666f726d6174203300', kind: { looksLike: '别的程序存数据的文件（可能就是登记册）', remedy: '如果它是登记册，请用“打开”而不是“导入”' } },
  { bytes: '66747970', at: 4, kind: { looksLike: '一段视频或一张手机照片' } },
];

export function fileKind(bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.subarray(0, 32)).toString('hex');
  for (const { bytes: wanted, at = 0, kind } of signatures) if (head.startsWith(wanted, at * 2)) return kind;
  // Two letters can start a text, so these need a second look.
  if (head.startsWith('424d') && bytes.length > 14 && head.slice(12, 20) === '00000000') return { looksLike: '一张图片（BMP）', remedy: picture };
  if (head.startsWith('4d5a') && bytes.subarray(0, 256).includes(0)) return { looksLike: '一个程序' };
  return 'text';
}

/** What a zip holds that is no workbook, by its parts. */
export function zipLooksLike(names: readonly string[]): { looksLike: string; remedy?: string } {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^word\//i)) return { looksLike: '一份 Word 文档' };
  if (has(/^ppt\//i)) return { looksLike: '一份演示文稿（PPT）' };
  if (has(/^OFD\.xml$/i)) return { looksLike: '一份 OFD 版式文件', remedy: '请向发来的人要 Excel 原表' };
  if (has(/\.(xlsx?|csv|et)$/i)) return { looksLike: '一个装着表格的压缩包', remedy: archive };
  return { looksLike: '一个压缩包', remedy: archive };
}
