/** The old compound file (OLE 2): which streams it holds, and whether its workbook stream is enciphered. */

export type CompoundContent = 'workbook' | 'encrypted' | 'word' | 'slides' | 'other';

const filePass = 0x2f;
const endOfGlobals = 0x0a;

/** Throws when the compound file's own structure is broken. */
export async function compoundContent(bytes: Uint8Array): Promise<CompoundContent> {
  const library: CompoundLibrary = await import('@e965/xlsx');
  const file = library.CFB.read(bytes, { type: 'array' });
  const stream = (pattern: RegExp): Uint8Array | undefined => {
    const found = file.FileIndex.find((entry) => entry.type === 2 && pattern.test(entry.name));
    return found && Uint8Array.from(found.content);
  };
  if (stream(/^(EncryptedPackage|EncryptionInfo)$/i)) return 'encrypted';
  const workbook = stream(/^(Workbook|Book)$/i);
  if (workbook) return isEnciphered(workbook) ? 'encrypted' : 'workbook';
  if (stream(/^WordDocument$/i)) return 'word';
  if (stream(/^PowerPoint Document$/i)) return 'slides';
  return 'other';
}

/** SheetJS leaves this part of itself untyped. */
interface CompoundLibrary {
  readonly CFB: { read(bytes: Uint8Array, options: { type: 'array' }): CompoundFile };
}

interface CompoundFile {
  readonly FileIndex: readonly { readonly name: string; readonly type: number; readonly content: ArrayLike<number> }[];
}

/** Whether the records before the first sheet hold a FILEPASS (MS-XLS 2.4.117). */
export function isEnciphered(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true)) {
    const record = view.getUint16(at, true);
    if (record === filePass) return true;
    if (record === endOfGlobals) return false;
  }
  return false;
}
