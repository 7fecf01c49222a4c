import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fontChoices, type FontChoice } from '../../../shared/hosting/print-order.ts';
import type { Host } from '../host.ts';
import type { PdfFaces } from './pdf/draw-pdf.ts';
import { openTrueType, type TrueType } from './pdf/true-type.ts';

type FontHost = Pick<Host, 'fontsFolder' | 'stateFolder'>;

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

/** Files under which Windows and offices keep 仿宋 and 黑体, the one that official papers ask for first. */
const fangSong = ['simfs.ttf', '仿宋_GB2312.ttf', 'simfang.ttf'];
const simHei = ['simhei.ttf'];

function fontFolders(): string[] {
  const named = process.env['MINGCE_MACHINE_FONTS'];
  if (named) return [named];
  if (process.platform !== 'win32') return [];
  return [join(process.env['WINDIR'] ?? 'C:\\Windows', 'Fonts'), ...(process.env['LOCALAPPDATA'] ? [join(process.env['LOCALAPPDATA'], 'Microsoft', 'Windows', 'Fonts')] : [])];
}

/** The first of these files that is a font which papers may carry. */
function firstOf(names: readonly string[]): TrueType | null {
  for (const path of names.flatMap((name) => fontFolders().map((folder) => join(folder, name)))) {
    if (!existsSync(path)) continue;
    try {
      const font = fontAt(path);
      if (font.mayEmbed) return font;
    } catch {
      // Damaged, or without outlines of the kind that is read here: as if it were not there.
    }
  }
  return null;
}

/** 仿宋 and 黑体 of this machine; null unless it has both. The shipped fonts stand in for characters that they lack. */
function machineFaces(fontsFolder: string): PdfFaces | null {
  const [fang, hei] = [firstOf(fangSong), firstOf(simHei)];
  if (!fang || !hei) return null;
  const shipped = shippedFaces(fontsFolder);
  // 仿宋 has no bold type: what stands out stands in 黑体.
  return { song: [fang, ...shipped.song], songBold: [hei, ...shipped.songBold], hei: [hei, ...shipped.hei], heiBold: [hei, ...shipped.heiBold] };
}

const fileOf = ({ stateFolder }: FontHost): string => join(stateFolder, 'papers.json');
const kept = z.object({ fonts: z.enum(fontChoices) });

/** Which fonts papers are drawn with on this machine. */
export const paperFonts = {
  chosen(host: FontHost): FontChoice {
    try {
      return kept.parse(JSON.parse(readFileSync(fileOf(host), 'utf8'))).fonts;
    } catch {
      // Nothing chosen yet, or a note that cannot be read.
      return 'shipped';
    }
  },
  choose(host: FontHost, fonts: FontChoice): void {
    mkdirSync(host.stateFolder, { recursive: true });
    writeFileSync(fileOf(host), JSON.stringify({ fonts }, null, 1));
  },
  /** Whether this machine has 仿宋 and 黑体. */
  onMachine: (host: FontHost): boolean => machineFaces(host.fontsFolder) !== null,
};

/** The types that papers are drawn with: those that were chosen, the shipped ones where they are not there. */
export const facesFor = (host: FontHost): PdfFaces => (paperFonts.chosen(host) === 'machine' ? machineFaces(host.fontsFolder) : null) ?? shippedFaces(host.fontsFolder);
