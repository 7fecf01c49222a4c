import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { shippedFaces } from '../../electron/core/printing/paper-faces.ts';
import { PdfDrawing } from '../../electron/core/printing/pdf/draw-pdf.ts';
import { pdfOfPages } from '../../electron/core/reporting/pdf-of-pages.ts';
import type { Drawn } from '../../shared/papers/drawn/drawing.ts';
import { layOut } from '../../shared/papers/lay-out.ts';
import { brokenWithin, evenWithin, emsOf, linesWithin } from '../../shared/papers/line-breaks.ts';
import type { Paper } from '../../shared/papers/paper.ts';
import { temporaryFolder } from '../core/support/core.ts';
import { photo } from './support/photo.ts';
import { buildFonts, fontsFolder } from './support/print-core.ts';

beforeAll(buildFonts);

const job = { signal: new AbortController().signal, tell: () => undefined };
const text = (said: string, more: Partial<Extract<Drawn, { kind: 'text' }>> = {}): Drawn => ({ kind: 'text', face: 'song', size: 12, x: 40, y: 60, text: said, ...more });

function pdfOf(...drawn: Drawn[]): Uint8Array {
  const drawing = new PdfDrawing(shippedFaces(fontsFolder), '试');
  drawing.add({ width: 595, height: 842, drawn });
  return drawing.end();
}

function saved(bytes: Uint8Array): string {
  const path = join(temporaryFolder(), 'x.pdf');
  writeFileSync(path, bytes);
  return path;
}

const run = (program: string, ...words: string[]): string => execFileSync(program, words, { encoding: 'utf8', maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'pipe'] });

/** The page as grey points, at a point each: 0 black, 255 white. */
function points(path: string): { at: (x: number, y: number) => number } {
  const pgm = execFileSync('pdftoppm', ['-r', '72', '-gray', path], { maxBuffer: 1e9 });
  const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(pgm.toString('latin1', 0, 40));
  const width = Number(head?.[1]);
  const body = pgm.subarray(head?.[0].length ?? 0);
  return { at: (x, y) => body[Math.round(y) * width + Math.round(x)] ?? -1 };
}

describe('a PDF that is drawn', () => {
  test('says what was written, character for character: rare ones, and those that look like others', () => {
    const said = '户⼾山⼭长⻓䶮㛃𬱖 WMi 0123.45';
    expect(run('pdftotext', saved(pdfOf(text(said), text('加粗的合计', { face: 'songBold', y: 90 }), text('黑体', { face: 'hei', y: 120 }))), '-').replaceAll(/\s/g, '')).toBe(`${said.replaceAll(' ', '')}加粗的合计黑体`);
  });

  test('carries the part of each type that it uses, and no other', () => {
    const fonts = run('pdffonts', saved(pdfOf(text('正文'), text('标题', { face: 'heiBold', y: 90 })))).trim().split('\n').slice(2);
    expect(fonts.map((line) => line.replace(/^[A-Z]{6}\+(\S+)\s+(CID TrueType).*?(yes yes yes).*$/, '$1 $2 $3'))).toEqual(['NotoSerifSC-Regular CID TrueType yes yes yes', 'NotoSansSC-Bold CID TrueType yes yes yes']);
    expect(pdfOf(text('正文')).length).toBeLessThan(20_000);
  });

  test('is the same, byte for byte, whenever it is made', () => {
    expect(pdfOf(text('甲乙丙'))).toEqual(pdfOf(text('甲乙丙')));
  });

  test('whatever is written is read back', () => {
    const { at: _at, ...faces } = { at: 0, ...shippedFaces(fontsFolder) };
    const known = fc.integer({ min: 0x4e00, max: 0x9fff }).filter((codePoint) => faces.song[0].glyphOf(codePoint) > 0).map((codePoint) => String.fromCodePoint(codePoint));
    const lines = fc.sample(fc.array(known, { minLength: 1, maxLength: 30 }).map((list) => list.join('')), { numRuns: 60, seed: 4 });
    const said = run('pdftotext', '-raw', saved(pdfOf(...lines.map((line, at) => text(line, { y: 20 + at * 13 })))), '-').split('\n').filter((line) => line.trim() !== '' && line !== '\f');
    expect(said.map((line) => line.replaceAll('\f', ''))).toEqual(lines);
  });

  test('stands where it was drawn: grounds, rules, words', () => {
    const page = points(saved(pdfOf({ kind: 'box', x: 100, y: 100, width: 50, height: 20, grey: 0.5 }, { kind: 'line', x1: 100, y1: 300, x2: 200, y2: 300, thick: 4 })));
    expect(page.at(125, 110)).toBeGreaterThan(110);
    expect(page.at(125, 110)).toBeLessThan(145);
    expect([page.at(95, 110), page.at(125, 125), page.at(150, 300), page.at(150, 305)]).toEqual([255, 255, 0, 255]);
  });
});

describe('photos', () => {
  const source = (type: string, bytes: Uint8Array): string => `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;
  const picture = (of: string): Drawn => ({ kind: 'picture', x: 100, y: 100, width: 200, height: 200, source: of });

  test('a PNG stands whole and in the middle of its frame', () => {
    const page = points(saved(pdfOf(picture(source('png', photo(40, 20, [0, 0, 0]))))));
    // Twice as wide as high: a hundred points high, fifty from either edge.
    expect([page.at(110, 200), page.at(290, 200), page.at(200, 155), page.at(200, 245)]).toEqual([0, 0, 0, 0]);
    expect([page.at(200, 145), page.at(200, 255), page.at(95, 200), page.at(305, 200)]).toEqual([255, 255, 255, 255]);
  });

  const paper = (pictures: string[]): Paper => ({ key: 'x', title: '照片', left: '', right: '', called: '', largest: 12, smallest: 10, blocks: [{ kind: 'pictures', pictures: pictures.map((each) => ({ source: each, words: '' })) }] });
  const gif = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

  test.each([['a GIF', gif], ['a damaged PNG', source('png', photo(9, 9, [1, 2, 3]).slice(0, 20))], ['a damaged JPEG', source('jpeg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4]))]])('%s is left to the browser, and nothing of it is lost', async (_called, of) => {
    const asked: string[] = [];
    const host = { fontsFolder, stateFolder: temporaryFolder(), fontsUrl: 'x/', printPdf: async (html: string) => (asked.push(html), new TextEncoder().encode('%PDF-')) };
    await pdfOfPages(host, layOut(paper([of])), { office: '', date: '' }, job);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain(of);
  });
});

test('a text is broken into as many lines as were reckoned, each with room; nothing of it is lost', () => {
  const signs = fc.constantFrom(...'王李张，。（）：WMwi1234567890/ 残疾人\n');
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 80 }).map((list) => list.join('')), fc.double({ min: 1, max: 40, noNaN: true }), (said, room) => {
      for (const lines of [brokenWithin(said, room), evenWithin(said, room)]) {
        expect(lines).toHaveLength(linesWithin(said, room));
        for (const line of lines) if ([...line.trim()].length > 1) expect(emsOf(line.trim())).toBeLessThanOrEqual(room + 1e-9);
        // Blanks at which a line was broken are not seen.
        expect(lines.join('').replaceAll(' ', '')).toBe(said.replaceAll(/[\n ]/g, ''));
      }
    }),
    { numRuns: 500 },
  );
});
