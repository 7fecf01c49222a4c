import { Button } from 'antd';
import { useRef } from 'react';
import { useClient } from '../app/session.tsx';
import { printFrame } from '../ui/print-frame.ts';
import { useWallDesk, type WallPages } from './wall-desk.ts';

/** The very page that becomes paper: what is seen here is what is saved and what is printed. */
export function WallPreview({ pages, working }: { pages: WallPages | null; working: boolean }) {
  const client = useClient();
  const frame = useRef<HTMLIFrameElement>(null);
  const save = useWallDesk((desk) => desk.save);
  const print = useWallDesk((desk) => desk.print);
  if (!pages) {
    return (
      <section className="wall-preview wall-none" aria-label="预览">
        <p className="quiet">{working ? '' : '选好要打印的户，排好版以后在这里看每一页，再保存或打印。'}</p>
      </section>
    );
  }
  return (
    <section className="wall-preview" aria-label="预览">
      <header>
        <strong title={pages.name}>{pages.title}</strong>
        <Button type="primary" disabled={working} onClick={() => void save(client, 'pdf')}>保存 PDF</Button>
        <Button disabled={working} onClick={() => void save(client, 'xlsx')}>保存 Excel</Button>
        <Button disabled={working} onClick={() => void print(client, () => printFrame(frame.current))}>打印</Button>
      </header>
      {/* The page holds no script, and its policy lets none run; the same origin is needed to print it. */}
      <iframe ref={frame} sandbox="allow-same-origin allow-modals" title={`上墙表预览：${pages.title}`} src={pages.address} onLoad={() => fitWidth(frame.current)} />
    </section>
  );
}

/** Shows a page as wide as the frame allows. */
function fitWidth(frame: HTMLIFrameElement | null): void {
  const page = frame?.contentDocument?.querySelector<HTMLElement>('.page');
  if (!frame || !page) return;
  const zoom = Math.min(1, (frame.clientWidth - 48) / page.offsetWidth);
  frame.contentDocument?.documentElement.style.setProperty('--zoom', String(zoom));
}
