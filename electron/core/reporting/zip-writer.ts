import { crc32 } from 'node:zlib';

export interface ZipMember {
  /** With folders, separated by "/". */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the bytes unpack to, where they are pressed already (deflate); absent: they are stored as they are. */
  readonly pressed?: { readonly size: number; readonly crc: number };
}

const utf8 = 0x0800;
const version = 20;
const deflate = 8;

/** Date and time as a zip has them: in two seconds, from 1980 on. */
function stamp(at: Date): { readonly time: number; readonly day: number } {
  return {
    time: (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1),
    day: ((Math.max(at.getFullYear(), 1980) - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate(),
  };
}

/** What stands of a member both before its bytes and in the directory at the end. */
function facts(name: Buffer, { bytes, pressed }: ZipMember, at: Date): Buffer {
  const { time, day } = stamp(at);
  const told = Buffer.alloc(26);
  told.writeUInt16LE(version, 0);
  told.writeUInt16LE(utf8, 2);
  told.writeUInt16LE(pressed ? deflate : 0, 4);
  told.writeUInt16LE(time, 6);
  told.writeUInt16LE(day, 8);
  told.writeUInt32LE(pressed ? pressed.crc : crc32(bytes), 10);
  told.writeUInt32LE(bytes.length, 14);
  told.writeUInt32LE(pressed ? pressed.size : bytes.length, 18);
  told.writeUInt16LE(name.length, 22);
  return told;
}

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** A zip whose members are stored as they are — photos and PDFs are pressed already, and an original stays byte for byte — or come pressed. Below 4 GB. */
export function zipOf(members: readonly ZipMember[], at: Date): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const member of members) {
    const { name, bytes } = member;
    const named = Buffer.from(name, 'utf8');
    const told = facts(named, member, at);
    const head = Buffer.concat([word(0x04034b50), told, named]);
    const made = Buffer.alloc(2);
    made.writeUInt16LE(version);
    // No comment, disk 0, no attributes, then where the member begins.
    directory.push(Buffer.concat([word(0x02014b50), made, told, Buffer.alloc(10), word(offset), named]));
    parts.push(head, bytes);
    offset += head.length + bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(12);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(size, 8);
  return Buffer.concat([...parts, ...directory, word(0x06054b50), end, word(offset), Buffer.alloc(2)]);
}
