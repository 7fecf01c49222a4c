import { Button } from 'antd';
import { useRef } from 'react';
import { download } from '../ui/download.ts';
import type { WallPdf } from './wall-desk.ts';

/** The PDF itself: what is seen here is what is saved and what is printed. */
export function WallPreview({ pdf, making }: { pdf: WallPdf | null; making: boolean }) {
  const frame = useRef<HTMLIFrameElement>(null);
  if (!pdf) {
    return (
      <section className="wall-preview wall-none" aria-label="预览">
        <p className="quiet">{making ? '' : '选好要打印的户，做成以后在这里看每一页，再保存或打印。'}</p>
      </section>
    );
  }
  return (
    <section className="wall-preview" aria-label="预览">
      <header>
        <strong title={pdf.name}>{pdf.title}</strong>
        <Button onClick={() => download(pdf.file, pdf.name)}>保存</Button>
        <Button onClick={() => frame.current?.contentWindow?.print()}>打印</Button>
      </header>
      {/* A sandboxed frame shows no PDF; this one holds nothing but the PDF that the core has just made. */}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
      <iframe ref={frame} title={`上墙表预览：${pdf.name}`} src={`${pdf.address}#navpanes=0&view=FitH`} />
    </section>
  );
}
