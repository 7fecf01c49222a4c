import { Button, InputNumber } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { closePdf, type OpenPdf, openPdf } from './pdf-document.ts';
import { PdfPage } from './PdfPage.tsx';
import './pdf-pages.css';
import { Problem } from './Problem.tsx';

/** Pixels a point at which paper is as large as it is. */
const natural = 96 / 72;
/** Room beside a page, and between two. */
const side = 24;
const gap = 16;
const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

/** The pages of a PDF, as large as the frame allows: the very ones that are saved and printed. */
export function PdfPages({ file, called }: { file: Blob; called: string }) {
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  useEffect(() => {
    let gone = false;
    const opening = openPdf(file);
    setTrouble(null);
    opening.then((open) => (gone ? undefined : setPdf(open)), (error: unknown) => (gone ? undefined : setTrouble(error)));
    return () => {
      gone = true;
      opening.then(closePdf, () => undefined);
    };
  }, [file]);
  if (trouble !== null) return <Problem error={trouble} doing={`显示${called}`} />;
  return pdf === null ? <div className="pdf-view" /> : <Shown pdf={pdf} called={called} />;
}

/** How far below the first page's upper edge each page begins, in pixels. */
function topsOf(sizes: OpenPdf['sizes'], scale: number): number[] {
  const tops: number[] = [];
  let top = gap;
  for (const { height } of sizes) {
    tops.push(top);
    top += height * scale + gap;
  }
  return tops;
}

function Shown({ pdf: { pages, sizes }, called }: { pdf: OpenPdf; called: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  const [zoom, setZoom] = useState(1);
  const [current, setCurrent] = useState(1);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setRoom(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const widest = Math.max(1, ...sizes.map(({ width }) => width));
  const scale = Math.min(natural, Math.max(0.1, (room - 2 * side) / widest)) * zoom;
  const tops = useMemo(() => topsOf(sizes, scale), [sizes, scale]);
  const follow = (): void => {
    const middle = (frame.current?.scrollTop ?? 0) + (frame.current?.clientHeight ?? 0) / 2;
    setCurrent(Math.max(1, tops.filter((top) => top <= middle).length));
  };
  const turnTo = (number: number): void => frame.current?.scrollTo({ top: (tops[number - 1] ?? 0) - gap });
  const step = (by: 1 | -1): void => setZoom((before) => zooms[Math.max(0, Math.min(zooms.length - 1, zooms.findIndex((each) => each === before) + by))] ?? 1);
  return (
    <div className="pdf-view">
      <div className="pdf-bar">
        <Button size="small" aria-label="上一页" disabled={current <= 1} onClick={() => turnTo(current - 1)}>‹</Button>
        <span>第 <InputNumber size="small" aria-label="页" min={1} max={sizes.length} controls={false} value={current} onChange={(next) => next !== null && turnTo(next)} /> 页，共 {sizes.length} 页</span>
        <Button size="small" aria-label="下一页" disabled={current >= sizes.length} onClick={() => turnTo(current + 1)}>›</Button>
        <Button size="small" aria-label="缩小" disabled={zoom === zooms[0]} onClick={() => step(-1)}>－</Button>
        <Button size="small" aria-label="放大" disabled={zoom === zooms.at(-1)} onClick={() => step(1)}>＋</Button>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and the keys scroll it */}
      <div ref={frame} className="pdf-pages" role="document" aria-label={`${called}预览`} tabIndex={0} onScroll={follow}>
        {room > 0 && sizes.map((size, at) => <PdfPage key={at} pages={pages} number={at + 1} size={size} scale={scale} />)}
      </div>
    </div>
  );
}
