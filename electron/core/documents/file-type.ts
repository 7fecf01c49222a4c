/** What a content is, told by its first bytes: the name of a file may lie. */
interface Signature {
  readonly type: string;
  readonly at: number;
  readonly bytes: readonly number[];
}

const ascii = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0));

const signatures: readonly Signature[] = [
  { type: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', at: 0, bytes: [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/gif', at: 0, bytes: ascii('GIF8') },
  { type: 'image/webp', at: 8, bytes: ascii('WEBP') },
  { type: 'image/bmp', at: 0, bytes: ascii('BM') },
  { type: 'image/tiff', at: 0, bytes: [0x49, 0x49, 0x2a, 0x00] },
  { type: 'image/tiff', at: 0, bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { type: 'image/heic', at: 4, bytes: ascii('ftyphei') },
  { type: 'image/heic', at: 4, bytes: ascii('ftypmif1') },
  { type: 'application/pdf', at: 0, bytes: ascii('%PDF-') },
  { type: 'application/x-msdownload', at: 0, bytes: ascii('MZ') },
  { type: 'application/x-executable', at: 0, bytes: [0x7f, ...ascii('ELF')] },
  { type: 'application/zip', at: 0, bytes: [...ascii('PK'), 3, 4] },
  { type: 'application/x-ole', at: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0] },
];

const offices: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
};

const endOf = (name: string): string => (name.includes('.') ? (name.split('.').at(-1) ?? '').toLowerCase() : '');

/** Plain text: no byte that a text does not hold, and whole UTF-8. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.length > 1024 * 1024 || bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The media type of a content; application/octet-stream for what is not known. */
export function fileType(bytes: Uint8Array, name: string): string {
  const found = signatures.find((each) => each.bytes.every((byte, at) => bytes[each.at + at] === byte))?.type;
  if (found === 'application/zip' || found === 'application/x-ole') return offices[endOf(name)] ?? found;
  if (found !== undefined) return found;
  return endOf(name) === 'txt' && isText(bytes) ? 'text/plain' : 'application/octet-stream';
}

/** How the page may show it: as pixels, by the reader of PDF, as plain text. Nothing that could hold a script of the page. */
export function previewOf(type: string): 'image' | 'pdf' | 'text' | null {
  if (['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/bmp'].includes(type)) return 'image';
  if (type === 'application/pdf') return 'pdf';
  return type === 'text/plain' ? 'text' : null;
}

const programs = new Set(['exe', 'com', 'scr', 'bat', 'cmd', 'msi', 'ps1', 'vbs', 'vbe', 'js', 'jse', 'wsf', 'hta', 'lnk', 'jar', 'dll', 'sh', 'reg', 'apk']);

/** A program is no paper: whoever opens it out of a household's folder would run it. */
export const isProgram = (type: string, name: string): boolean => type === 'application/x-msdownload' || type === 'application/x-executable' || programs.has(endOf(name));
