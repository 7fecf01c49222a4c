import type { PDFDocumentProxy, TextLayer } from 'pdfjs-dist';

export type { PDFDocumentProxy };

/** The reader and its worker: fetched when the first PDF is shown. */
const reader = async () => {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  pdfjs.GlobalWorkerOptions.workerPort ??= new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  return pdfjs;
};

/** Size of a page in points, as it stands upright or across. */
export interface PdfPageSize {
  readonly width: number;
  readonly height: number;
}

export interface OpenPdf {
  readonly pages: PDFDocumentProxy;
  readonly sizes: readonly PdfPageSize[];
}

/** Opens a PDF and learns how large each of its pages is; they are drawn when they come into sight. */
export async function openPdf(file: Blob): Promise<OpenPdf> {
  const { getDocument } = await reader();
  const pages = await getDocument({ data: new Uint8Array(await file.arrayBuffer()), useWasm: false, useSystemFonts: false }).promise;
  const sizes = await Promise.all(
    Array.from({ length: pages.numPages }, async (_, at) => {
      const { width, height } = (await pages.getPage(at + 1)).getViewport({ scale: 1 });
      return { width, height };
    }),
  );
  return { pages, sizes };
}

export const closePdf = ({ pages }: OpenPdf): void => void pages.loadingTask.destroy();

/** The text of a page over its picture, to be selected and found. */
export const textLayer = async (): Promise<typeof TextLayer> => (await reader()).TextLayer;
