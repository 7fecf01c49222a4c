import { crc32, createInflateRaw } from 'node:zlib';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Entry, ZipFile } from 'yauzl';
import { fromBufferPromise } from 'yauzl';
import { Refusal } from '../../../shared/contract/errors.ts';
import { damagedFile, encryptedFile, stopWhenCancelled, tooLargeFile } from './read-refusals.ts';

/** Unpacked size of all parts together; a sheet of 100,000 people with 60 columns unpacks to about 350 MB. */
const maximumTotal = 2 * 1024 ** 3;
const maximumParts = 20_000;
/** XML of real sheets packs 5 to 40 times, a million blank styled rows about 60 times, a bomb 1000 times. */
const maximumRatio = 400;
const ratioMattersFrom = 64 * 1024 ** 2;
const pieceSize = 64 * 1024;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 ** 2)} MB`;

export interface PressedPart {
  readonly bytes: Uint8Array;
  /** Otherwise stored. */
  readonly deflated: boolean;
  readonly size: number;
  readonly crc: number;
}

/** The parts of a zip file that is held in memory. Names are compared without regard to case, as Excel does. */
export class ZipParts {
  readonly names: readonly string[];
  readonly #file: string;
  readonly #bytes: Buffer;
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(file: string, bytes: Buffer, zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#file = file;
    this.#bytes = bytes;
    this.#zip = zip;
    this.#entries = entries;
    this.names = [...entries.values()].map((entry) => entry.fileName);
  }

  /** Reads the list of parts; refuses a truncated file and one that says it unpacks to more than the limits. */
  static async open(bytes: Uint8Array, file: string): Promise<ZipParts> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const entries = new Map<string, Entry>();
    let total = 0;
    let zip: ZipFile;
    try {
      zip = await fromBufferPromise(buffer);
      for await (const entry of zip.eachEntry()) {
        if (entries.size >= maximumParts) throw tooLargeFile(file, '里面装的东西多得不正常');
        total += entry.uncompressedSize;
        refuseBomb(entry, total, file);
        entries.set(entry.fileName.toLowerCase(), entry);
      }
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (error instanceof Error && error.message.includes('encryption')) throw encryptedFile(file);
      throw damagedFile(file);
    }
    return new ZipParts(file, buffer, zip, entries);
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** Declared unpacked size of a part; reading it never yields more. */
  size(name: string): number {
    return this.#entries.get(name.toLowerCase())?.uncompressedSize ?? 0;
  }

  /** A part unpacked piece by piece, on zlib's own thread; its length and check sum are proved at the end. */
  async *bytes(name: string, signal?: AbortSignal): AsyncGenerator<Buffer, void, undefined> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) throw damagedFile(this.#file, `里面缺少 ${name}`);
    if (entry.isEncrypted()) throw encryptedFile(this.#file);
    const packed = await this.#packed(entry);
    let sum = 0;
    let length = 0;
    let pieces = 0;
    for await (const piece of this.#unpack(entry, packed)) {
      stopWhenCancelled(signal, this.#file);
      length += piece.length;
      if (length > entry.uncompressedSize) throw tooLargeFile(this.#file, '解开后的内容比它自己写明的还大');
      sum = crc32(piece, sum);
      yield piece;
      // Buffered pieces arrive without the event loop turning; progress and cancel need it to turn.
      if (++pieces % 8 === 0) await nextTurn();
    }
    if (length !== entry.uncompressedSize || (entry.crc32 !== 0 && sum !== entry.crc32)) throw damagedFile(this.#file);
  }

  /** A small part at once. */
  async whole(name: string, limit: number): Promise<Buffer> {
    if (this.size(name) > limit) throw tooLargeFile(this.#file, `里面的 ${name} 有 ${megabytes(this.size(name))}`);
    const pieces: Buffer[] = [];
    for await (const piece of this.bytes(name)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  /** A part as it is packed, to be put into another file unopened. */
  async pressed(name: string): Promise<PressedPart> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) throw damagedFile(this.#file, `里面缺少 ${name}`);
    return { bytes: await this.#packed(entry), deflated: entry.compressionMethod === 8, size: entry.uncompressedSize, crc: entry.crc32 };
  }

  close(): void {
    this.#zip.close();
  }

  async #packed(entry: Entry): Promise<Buffer> {
    try {
      const { fileDataStart } = await this.#zip.readLocalFileHeaderPromise(entry, { minimal: true });
      return this.#bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
    } catch {
      throw damagedFile(this.#file);
    }
  }

  async *#unpack(entry: Entry, packed: Buffer): AsyncGenerator<Buffer, void, undefined> {
    if (entry.compressionMethod === 0) {
      for (let at = 0; at < packed.length; at += pieceSize) yield packed.subarray(at, at + pieceSize);
      return;
    }
    if (entry.compressionMethod !== 8) throw damagedFile(this.#file, '用了不常见的压缩方式');
    // zlib's streams take a stream's options too, though its types do not say so.
    const options = { chunkSize: pieceSize, readableHighWaterMark: 4 * pieceSize };
    const inflate = createInflateRaw(options);
    inflate.end(packed);
    try {
      for await (const piece of inflate as AsyncIterable<Buffer>) yield piece;
    } catch (error) {
      // zlib's own errors speak of the packed data; whatever a consumer throws passes through `finally` only.
      throw error instanceof Error && 'errno' in error ? damagedFile(this.#file) : error;
    } finally {
      inflate.destroy();
    }
  }
}

function refuseBomb(entry: Entry, total: number, file: string): void {
  if (total > maximumTotal) throw tooLargeFile(file, `解开后超过 ${megabytes(maximumTotal)}`);
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  if (entry.uncompressedSize > ratioMattersFrom && ratio > maximumRatio) {
    throw tooLargeFile(file, `解开后会膨胀 ${Math.round(ratio)} 倍，不像正常的表格`);
  }
}
