import { join } from 'node:path';
import type { PdfFaces } from './pdf/draw-pdf.ts';
import { openTrueType, type TrueType } from './pdf/true-type.ts';

const opened = new Map<string, TrueType>();

/** A font is read once while the program runs: its list of characters and its widths; outlines stay on disk. */
function fontAt(path: string): TrueType {
  const known = opened.get(path) ?? openTrueType(path);
  opened.set(path, known);
  return known;
}

/** The types of papers from the fonts that come with the program. Each stands in for what the other lacks. */
export function shippedFaces(fontsFolder: string): PdfFaces {
  const [song, songBold, hei, heiBold] = ['NotoSerifSC-Regular', 'NotoSerifSC-Bold', 'NotoSansSC-Regular', 'NotoSansSC-Bold'].map((name) => fontAt(join(fontsFolder, `${name}.ttf`)));
  if (!song || !songBold || !hei || !heiBold) throw new Error('a shipped font is missing');
  return { song: [song, hei], songBold: [songBold, heiBold], hei: [hei, song], heiBold: [heiBold, songBold] };
}
