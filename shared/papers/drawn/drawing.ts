/** The four types of a paper: what is said in Song, heads in Hei. */
export const faces = ['song', 'songBold', 'hei', 'heiBold'] as const;
export type Face = (typeof faces)[number];

/** How wide a text stands in a type, in em. */
export type Measure = (face: Face, text: string) => number;

/** What is drawn on a page, in points from its upper left corner. */
export type Drawn =
  | { readonly kind: 'text'; readonly face: Face; readonly size: number; readonly x: number; readonly y: number; readonly text: string; /** Between characters, in points. */ readonly spacing?: number }
  | { readonly kind: 'box'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; /** 0 is black, 1 white. */ readonly grey: number }
  | { readonly kind: 'line'; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number; readonly thick: number }
  | { readonly kind: 'picture'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; /** A data: address. */ readonly source: string };

/** A page as it is drawn; its size in points. */
export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly drawn: readonly Drawn[];
}

export const pointsOfMm = 72 / 25.4;

/** Where in a line of that height its characters stand: the middle of what they reach above and below, in em. */
const above = 1.15;
const below = 0.287;
export const baselineIn = (lineHeight: number, size: number): number => (lineHeight + (above - below) * size) / 2;

/** A sheet of paper on which is drawn, with the type that blocks are set in. */
export class Sheet {
  readonly drawn: Drawn[] = [];
  readonly measure: Measure;
  /** Points an em of what the blocks say. */
  readonly em: number;
  readonly lineHeight: number;

  constructor(measure: Measure, em: number, lineHeight: number) {
    this.measure = measure;
    this.em = em;
    this.lineHeight = lineHeight;
  }

  /** A line of text whose box begins at `top`. A type that is wider than was reckoned (bold figures, a font of the machine) is set a little smaller, never beyond its box. */
  text(text: string, { face = 'song', size: wanted = this.em, align = 'left', left, width, top, line = this.lineHeight * this.em, spacing = 0 }: { face?: Face; size?: number; align?: 'left' | 'center' | 'right'; left: number; width: number; top: number; line?: number; spacing?: number }): void {
    if (text.trim() === '') return;
    const natural = this.measure(face, text) * wanted + spacing * [...text].length;
    const part = Math.min(1, width / natural);
    const size = wanted * part;
    const long = natural * part;
    const x = align === 'left' ? left : align === 'right' ? left + width - long : left + (width - long) / 2;
    this.drawn.push({ kind: 'text', face, size, x, y: top + baselineIn(line, wanted), text, ...(spacing === 0 ? {} : { spacing: spacing * part }) });
  }

  line(x1: number, y1: number, x2: number, y2: number, thick: number): void {
    this.drawn.push({ kind: 'line', x1, y1, x2, y2, thick });
  }

  box(x: number, y: number, width: number, height: number, grey: number): void {
    this.drawn.push({ kind: 'box', x, y, width, height, grey });
  }
}
