import { deflateSync } from 'node:zlib';

/** The parts of a PDF as they are numbered and written one after the other. */
export class PdfObjects {
  readonly #parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  readonly #places: number[] = [];
  #length = this.#parts[0]?.length ?? 0;

  /** A number for what is written later. */
  reserve(): number {
    this.#places.push(0);
    return this.#places.length;
  }

  write(body: string, number = this.reserve()): number {
    this.#add(number, [Buffer.from(body, 'latin1')]);
    return number;
  }

  /** A stream, packed unless it says how it is packed already. */
  stream(bytes: Uint8Array, words = '', packed = false): number {
    const number = this.reserve();
    const body = packed ? bytes : deflateSync(bytes);
    const head = `<<${words}${packed ? '' : '/Filter/FlateDecode'}/Length ${body.length}>>\nstream\n`;
    this.#add(number, [Buffer.from(head, 'latin1'), body, Buffer.from('\nendstream', 'latin1')]);
    return number;
  }

  #add(number: number, body: readonly Uint8Array[]): void {
    this.#places[number - 1] = this.#length;
    for (const part of [Buffer.from(`${number} 0 obj\n`, 'latin1'), ...body, Buffer.from('\nendobj\n', 'latin1')]) {
      this.#parts.push(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
      this.#length += part.length;
    }
  }

  /** The whole file. `root` and `info`: numbers of what a PDF begins with. */
  end(root: number, info: number): Uint8Array {
    const lines = this.#places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
    const tail = `xref\n0 ${lines.length + 1}\n0000000000 65535 f \n${lines.join('')}trailer\n<</Size ${lines.length + 1}/Root ${root} 0 R/Info ${info} 0 R>>\nstartxref\n${this.#length}\n%%EOF\n`;
    return Uint8Array.from(Buffer.concat([...this.#parts, Buffer.from(tail, 'latin1')]));
  }
}

/** A text outside of pages: its title. */
export const textString = (text: string): string => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
/** A number as short as it is exact enough for print. */
export const short = (value: number): string => String(Math.round(value * 1000) / 1000);
