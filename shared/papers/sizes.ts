/** A size of paper with its margins, in mm, and how large its title is at most, in points. */
export interface PaperSize {
  readonly css: string;
  /** The number that Excel knows the paper by. */
  readonly excel: number;
  readonly landscape: boolean;
  readonly width: number;
  readonly height: number;
  readonly marginX: number;
  readonly marginTop: number;
  readonly marginBottom: number;
  readonly title: number;
  /** Sizes of the body in points, largest first. */
  readonly points: readonly number[];
}

const house = [19, 18, 17, 16, 15, 14, 13, 12, 11, 10.5, 10, 9.5, 9] as const;
const board = [24, 22, 20, 19, 18, 17, 16] as const;
const margins = { marginX: 15, marginTop: 14, marginBottom: 12 } as const;

export const sizes = {
  a4: { css: 'A4 portrait', excel: 9, landscape: false, width: 210, height: 297, ...margins, title: 30, points: house },
  a4Wide: { css: 'A4 landscape', excel: 9, landscape: true, width: 297, height: 210, ...margins, title: 28, points: house },
  a3: { css: 'A3 portrait', excel: 8, landscape: false, width: 297, height: 420, ...margins, marginX: 18, title: 42, points: [...board] },
  a3Wide: { css: 'A3 landscape', excel: 8, landscape: true, width: 420, height: 297, ...margins, marginX: 18, title: 42, points: [...board] },
} as const satisfies Readonly<Record<string, PaperSize>>;
export type SizeKey = keyof typeof sizes;

export const sizeOf = ({ size = 'a4' }: { readonly size?: SizeKey }): PaperSize => sizes[size];
/** Read at one metre. */
export const smallestOnWall = 16;
export const mmOfPoint = 25.4 / 72;
