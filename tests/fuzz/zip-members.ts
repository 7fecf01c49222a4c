import { inflateRawSync } from 'node:zlib';
import { makeZip, type ZipMember } from '../fixtures/workbooks/make-zip.ts';

const largestPart = 8 * 1024 ** 2;

/** The members of a zip that a mutation can take apart; undefined where it is none, or is broken already. */
export function zipMembers(bytes: Uint8Array): ZipMember[] | undefined {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 22 > zip.length) return undefined;
  const members: ZipMember[] = [];
  try {
    let at = zip.readUInt32LE(end + 16);
    for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
      const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
      const [nameLength, extra, comment, local] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)];
      const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const data = zip.subarray(start, start + packed);
      members.push({ name, content: method === 0 ? Buffer.from(data) : inflateRawSync(data, { maxOutputLength: largestPart }) });
      at += 46 + nameLength + extra + comment;
    }
  } catch {
    return undefined;
  }
  return members.length > 0 ? members : undefined;
}

export const bufferOf = ({ content }: ZipMember): Buffer => (typeof content === 'string' ? Buffer.from(content) : Buffer.from(content));

/** The zip with one member's content changed. */
export function withContent(members: readonly ZipMember[], at: number, content: string | Uint8Array): Buffer {
  return makeZip(members.map((member, place) => (place === at ? { ...member, content } : member)));
}
