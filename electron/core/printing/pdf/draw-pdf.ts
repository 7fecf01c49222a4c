import { faces, type Drawn, type DrawnPage, type Face, type Measure } from '../../../../shared/papers/drawn/drawing.ts';
import { PdfFont } from './pdf-font.ts';
import { PdfObjects, short, textString } from './pdf-objects.ts';
import { pictureOf, type PdfPicture } from './pdf-picture.ts';
import type { TrueType } from './true-type.ts';

/** The four types of a paper, each with others behind it for characters that it lacks. */
export type PdfFaces = Readonly<Record<Face, readonly [TrueType, ...TrueType[]]>>;

interface Run {
  readonly font: number;
  readonly codes: string;
  readonly ems: number;
}

/** The fonts of one PDF and what of them was drawn. */
class Types {
  readonly #fonts: PdfFont[] = [];
  readonly #byFace = new Map<Face, readonly number[]>();

  constructor(of: PdfFaces) {
    for (const face of faces) {
      this.#byFace.set(face, of[face].map((font) => {
        const known = this.#fonts.findIndex((each) => each.font === font);
        return known >= 0 ? known : this.#fonts.push(new PdfFont(font)) - 1;
      }));
    }
  }

  /** The first of the face's fonts that has the character; the first of all where none has. */
  #fontOf(face: Face, codePoint: number): number {
    const order = this.#byFace.get(face) ?? [];
    return order.find((at) => this.#fonts[at]?.has(codePoint)) ?? order[0] ?? 0;
  }

  measure: Measure = (face, text) => {
    let ems = 0;
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      ems += this.#fonts[this.#fontOf(face, codePoint)]?.widthOf(codePoint) ?? 1;
    }
    return ems;
  };

  /** A text in runs of one font each. */
  runs(face: Face, text: string): Run[] {
    const runs: { font: number; codes: string; ems: number }[] = [];
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      const font = this.#fontOf(face, codePoint);
      const [code, ems] = [this.#fonts[font]?.code(codePoint) ?? '', this.#fonts[font]?.widthOf(codePoint) ?? 1];
      const last = runs.at(-1);
      if (last?.font === font) {
        last.codes += code;
        last.ems += ems;
      } else runs.push({ font, codes: code, ems });
    }
    return runs;
  }

  /** Writes the fonts that were used, and under `number` what pages call them. */
  write(pdf: PdfObjects, number: number): void {
    const names = this.#fonts.flatMap((font, at) => (font.used ? [`/F${at} ${font.write(pdf, at)} 0 R`] : []));
    pdf.write(`<<${names.join('')}>>`, number);
  }
}

/** Where a picture stands so that all of it is seen, and how it is turned: as eight numbers of EXIF tell. */
function placed({ width, height, turned }: PdfPicture, box: Extract<Drawn, { kind: 'picture' }>, pageHeight: number): string {
  const lies = turned >= 5;
  const [wide, tall] = lies ? [height, width] : [width, height];
  const scale = Math.min(box.width / wide, box.height / tall);
  const [w, h] = [wide * scale, tall * scale];
  const x = box.x + (box.width - w) / 2;
  const y = pageHeight - box.y - (box.height + h) / 2;
  const matrices: Readonly<Record<number, readonly number[]>> = {
    1: [w, 0, 0, h, x, y], 2: [-w, 0, 0, h, x + w, y], 3: [-w, 0, 0, -h, x + w, y + h], 4: [w, 0, 0, -h, x, y + h],
    5: [0, -h, -w, 0, x + w, y + h], 6: [0, -h, w, 0, x, y + h], 7: [0, h, w, 0, x, y], 8: [0, h, -w, 0, x + w, y],
  };
  return `${(matrices[turned] ?? matrices[1] ?? []).map(short).join(' ')} cm`;
}

/** A PDF that is drawn page by page. */
export class PdfDrawing {
  readonly #pdf = new PdfObjects();
  readonly #types: Types;
  readonly #pages: number[] = [];
  readonly #tree: number;
  readonly #fonts: number;
  readonly #pictures = new Map<string, { readonly picture: PdfPicture; readonly number: number }>();
  readonly #title: string;

  constructor(of: PdfFaces, title: string) {
    this.#types = new Types(of);
    this.#title = title;
    this.#tree = this.#pdf.reserve();
    this.#fonts = this.#pdf.reserve();
  }

  get measure(): Measure {
    return this.#types.measure;
  }

  add({ width, height, drawn }: DrawnPage): void {
    const words: string[] = [];
    const pictures = new Map<string, number>();
    // Grounds first, then rules, then what is said: whatever order they were drawn in.
    for (const each of drawn) if (each.kind === 'box') words.push(`${short(each.grey)} g ${short(each.x)} ${short(height - each.y - each.height)} ${short(each.width)} ${short(each.height)} re f`);
    words.push('0 g 0 G');
    const ruled = new Set<string>();
    for (const each of drawn) if (each.kind === 'line') ruled.add(`${short(each.thick)} w ${short(each.x1)} ${short(height - each.y1)} m ${short(each.x2)} ${short(height - each.y2)} l S`);
    words.push(...ruled);
    for (const each of drawn) if (each.kind === 'picture') words.push(...this.#picture(each, height, pictures));
    words.push('BT');
    for (const each of drawn) if (each.kind === 'text') words.push(...this.#text(each, height));
    words.push('ET');
    const content = this.#pdf.stream(Buffer.from(words.join('\n'), 'latin1'));
    const images = [...pictures].map(([name, number]) => `/${name} ${number} 0 R`).join('');
    this.#pages.push(this.#pdf.write(`<</Type/Page/Parent ${this.#tree} 0 R/MediaBox[0 0 ${short(width)} ${short(height)}]/Resources<</Font ${this.#fonts} 0 R${images === '' ? '' : `/XObject<<${images}>>`}>>/Contents ${content} 0 R>>`));
  }

  #text({ face, size, x, y, text, spacing = 0 }: Extract<Drawn, { kind: 'text' }>, height: number): string[] {
    let at = x;
    return this.#types.runs(face, text).map(({ font, codes, ems }) => {
      const said = `/F${font} ${short(size)} Tf ${short(spacing)} Tc 1 0 0 1 ${short(at)} ${short(height - y)} Tm <${codes}> Tj`;
      at += ems * size + (spacing * codes.length) / 4;
      return said;
    });
  }

  #picture(each: Extract<Drawn, { kind: 'picture' }>, height: number, pictures: Map<string, number>): string[] {
    let known = this.#pictures.get(each.source);
    if (!known) {
      const picture = pictureOf(each.source);
      if (!picture) return [];
      known = { picture, number: picture.write(this.#pdf) };
      this.#pictures.set(each.source, known);
    }
    const name = `P${known.number}`;
    pictures.set(name, known.number);
    return [`q ${placed(known.picture, each, height)} /${name} Do Q`];
  }

  /** The whole file; the same pages make the same bytes. */
  end(): Uint8Array {
    this.#types.write(this.#pdf, this.#fonts);
    this.#pdf.write(`<</Type/Pages/Count ${this.#pages.length}/Kids[${this.#pages.map((number) => `${number} 0 R`).join(' ')}]>>`, this.#tree);
    const root = this.#pdf.write(`<</Type/Catalog/Pages ${this.#tree} 0 R/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None>>>>`);
    return this.#pdf.end(root, this.#pdf.write(`<</Title${textString(this.#title)}>>`));
  }
}
