import { short, type PdfObjects } from './pdf-objects.ts';
import { subsetFont } from './subset-font.ts';
import type { TrueType } from './true-type.ts';

/**
 * A font of a PDF: the characters that were drawn in it, each with a number of its own. Two characters that look alike (户 and
 * the radical ⼾) share an outline in the font, and are told apart here, so that what is read back is what was written.
 */
export class PdfFont {
  readonly font: TrueType;
  readonly #numbers = new Map<number, number>();
  readonly #glyphs: number[] = [0];

  constructor(font: TrueType) {
    this.font = font;
  }

  has(codePoint: number): boolean {
    return this.font.glyphOf(codePoint) !== 0;
  }

  /** How wide a character is, in em. */
  widthOf(codePoint: number): number {
    return this.font.widthOf(this.font.glyphOf(codePoint)) / this.font.unitsPerEm;
  }

  /** The character's number, four digits of sixteen. */
  code(codePoint: number): string {
    let number = this.#numbers.get(codePoint);
    if (number === undefined) {
      number = this.#glyphs.length;
      this.#numbers.set(codePoint, number);
      this.#glyphs.push(this.font.glyphOf(codePoint));
    }
    return number.toString(16).padStart(4, '0');
  }

  get used(): boolean {
    return this.#glyphs.length > 1;
  }

  /** Writes the font with what was drawn in it. */
  write(pdf: PdfObjects, order: number): number {
    const { font } = this;
    const perMille = (units: number): string => short((units * 1000) / font.unitsPerEm);
    // Six letters before the name say that it is a part of the font.
    const name = `MC${[...String(order).padStart(4, '0')].map((digit) => String.fromCharCode(65 + Number(digit))).join('')}+${font.name}`;
    const bytes = subsetFont(font, this.#glyphs);
    const file = pdf.stream(bytes, `/Length1 ${bytes.length}`);
    const descriptor = pdf.write(`<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${font.box.map(perMille).join(' ')}]/ItalicAngle 0/Ascent ${perMille(font.ascent)}/Descent ${perMille(font.descent)}/CapHeight ${perMille(font.ascent)}/StemV 80/FontFile2 ${file} 0 R>>`);
    const widths = this.#glyphs.map((glyph) => perMille(font.widthOf(glyph))).join(' ');
    const inner = pdf.write(`<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R/DW 1000/W[0[${widths}]]/CIDToGIDMap/Identity>>`);
    const unicode = pdf.stream(Buffer.from(this.#toUnicode(), 'latin1'));
    return pdf.write(`<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${inner} 0 R]/ToUnicode ${unicode} 0 R>>`);
  }

  /** Which character each number is, a hundred at a time, as the standard wants it. */
  #toUnicode(): string {
    const lines = [...this.#numbers].map(([codePoint, number]) => `<${number.toString(16).padStart(4, '0')}> <${Buffer.from(String.fromCodePoint(codePoint), 'utf16le').swap16().toString('hex')}>`);
    const parts: string[] = [];
    for (let at = 0; at < lines.length; at += 100) {
      const some = lines.slice(at, at + 100);
      parts.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`);
    }
    return `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${parts.join('\n')}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n`;
  }
}
