import { isUtf8 } from 'node:buffer';

/**
 * Text of a file whose encoding nobody states reliably. In order: a byte order mark; bytes that are valid UTF-8; what the
 * document itself declares (only if it is no kind of Chinese or UTF-8 label); else GB 18030, which GBK and GB 2312 are part of.
 * undefined when the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const marked = byteOrderMark(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  if (hasBinaryBytes(bytes)) return undefined;
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
  const declared = declaredEncoding(bytes);
  if (declared) return new TextDecoder(declared).decode(bytes);
  return decodeDoubtful(bytes);
}

export function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Empty bytes, or more control characters than the stray ones that old systems leave in their exports. */
function hasBinaryBytes(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return true;
  let control = 0;
  for (const byte of bytes) if (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) control += 1;
  return control > 2 + bytes.length / 200;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const label = /^\s*<\?xml[^>]*encoding=["']([\w.-]+)/i.exec(head)?.[1] ?? /<meta[^>]*charset=["']?([\w.-]+)/i.exec(head)?.[1];
  if (label === undefined || /^(gb|utf|iso-8859|us-ascii|windows-1252)/i.test(label)) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** Neither encoding need fit to the last byte: one broken character must not hide a file. */
function decodeDoubtful(bytes: Uint8Array): string | undefined {
  const asUtf8 = new TextDecoder('utf-8').decode(bytes);
  let beyondAscii = 0;
  for (const byte of bytes) if (byte >= 0x80) beyondAscii += 1;
  if (broken(asUtf8) * 20 < beyondAscii) return asUtf8;
  const asChinese = new TextDecoder('gb18030').decode(bytes);
  return broken(asChinese) * 20 < beyondAscii ? asChinese : undefined;
}

function broken(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) count += 1;
  return count;
}
