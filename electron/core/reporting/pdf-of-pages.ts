import type { DrawnPage } from '../../../shared/papers/drawn/drawing.ts';
import { drawPage } from '../../../shared/papers/drawn/draw-page.ts';
import type { Page } from '../../../shared/papers/lay-out.ts';
import type { Foot } from '../../../shared/papers/paper.ts';
import { toHtml } from '../../../shared/papers/to-html.ts';
import { drawReport } from '../../../shared/reports/draw-report.ts';
import { layOutReport } from '../../../shared/reports/lay-out-report.ts';
import type { MadeReport } from '../../../shared/reports/made-report.ts';
import type { Host } from '../host.ts';
import { breathe, stopIfCancelled, type Job } from '../jobs.ts';
import { facesFor } from '../printing/paper-faces.ts';
import { PdfDrawing } from '../printing/pdf/draw-pdf.ts';
import { pictureOf } from '../printing/pdf/pdf-picture.ts';

/** Pages that are drawn before others get their turn. */
const some = 20;

async function drawAll(drawing: PdfDrawing, pages: Iterable<DrawnPage>, total: number, job: Job): Promise<Uint8Array> {
  let done = 0;
  for (const page of pages) {
    if (done % some === 0) {
      job.tell('正在生成 PDF', done, total);
      await breathe(job);
    }
    drawing.add(page);
    done++;
  }
  return drawing.end();
}

function* drawPages(pages: readonly Page[], foot: Foot, { measure }: PdfDrawing): Generator<DrawnPage> {
  for (const [at, page] of pages.entries()) yield drawPage(page, foot, { number: at + 1, total: pages.length }, measure);
}

/** A photo of a kind that no PDF takes as it is (WebP, GIF, BMP), which a browser can turn into one. */
const holdsOthers = (pages: readonly Page[]): boolean => pages.some(({ blocks }) => blocks.some((block) => block.kind === 'pictures' && block.pictures.some(({ source }) => pictureOf(source) === null)));

/** The PDF of laid out pages: the one that is looked at, saved and printed. The same pages in the same fonts make the same bytes on every machine. */
export async function pdfOfPages(host: Pick<Host, 'fontsFolder' | 'stateFolder' | 'fontsUrl' | 'printPdf'>, pages: readonly Page[], foot: Foot, job: Job): Promise<Uint8Array> {
  if (holdsOthers(pages)) {
    job.tell('正在生成 PDF', 0, 0);
    const bytes = await host.printPdf(toHtml(pages, foot, host.fontsUrl), job.signal);
    stopIfCancelled(job);
    return bytes;
  }
  const drawing = new PdfDrawing(facesFor(host), pages[0]?.paper.title ?? '');
  return drawAll(drawing, drawPages(pages, foot, drawing), pages.length, job);
}

/** The PDF of a report. */
export function pdfOfReport(host: Pick<Host, 'fontsFolder' | 'stateFolder'>, report: MadeReport, { withDefinitions }: { readonly withDefinitions: boolean }, job: Job): Promise<Uint8Array> {
  const drawing = new PdfDrawing(facesFor(host), report.title);
  const tables = layOutReport(report, withDefinitions);
  return drawAll(drawing, drawReport(report, tables, drawing.measure), tables.reduce((sum, { pages }) => sum + pages.length, 0), job);
}
