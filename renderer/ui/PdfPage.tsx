import { useEffect, useRef } from 'react';
import { useNearView } from './near-view.ts';
import { type PDFDocumentProxy, type PdfPageSize, textLayer } from './pdf-document.ts';

interface Props {
  readonly pages: PDFDocumentProxy;
  /** 1 is the first. */
  readonly number: number;
  readonly size: PdfPageSize;
  /** Pixels of the screen a point. */
  readonly scale: number;
}

/** One page of a PDF: drawn while it is in sight or close to it, a blank sheet of its size otherwise. */
export function PdfPage({ pages, number, size, scale }: Props) {
  const { place, near } = useNearView<HTMLDivElement>();
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const holder = sheet.current;
    if (!near || !holder) return;
    const ended = new AbortController();
    draw(pages, number, scale, holder, ended.signal).catch(() => {
      // Drawn no more: it went out of sight, or the PDF is closed.
    });
    return () => {
      ended.abort();
      holder.replaceChildren();
    };
  }, [near, pages, number, scale]);
  return (
    <div ref={place} className="pdf-page" role="group" aria-label={`第 ${number} 页`} style={{ width: size.width * scale, height: size.height * scale }}>
      <div ref={sheet} className="pdf-sheet" />
    </div>
  );
}

async function draw(pages: PDFDocumentProxy, number: number, scale: number, holder: HTMLElement, ended: AbortSignal): Promise<void> {
  const page = await pages.getPage(number);
  const Text = await textLayer();
  if (ended.aborted) return;
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  const sharp = page.getViewport({ scale: scale * window.devicePixelRatio });
  canvas.width = Math.floor(sharp.width);
  canvas.height = Math.floor(sharp.height);
  const text = document.createElement('div');
  text.className = 'pdf-text';
  text.style.setProperty('--total-scale-factor', String(scale));
  const picture = page.render({ canvas, viewport: sharp });
  const words = new Text({ textContentSource: page.streamTextContent(), container: text, viewport: page.getViewport({ scale }) });
  ended.addEventListener('abort', () => {
    picture.cancel();
    words.cancel();
  });
  await Promise.all([picture.promise, words.render()]);
  if (!ended.aborted) holder.replaceChildren(canvas, text);
}
