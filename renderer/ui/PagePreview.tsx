import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { download } from './download.ts';
import { useNotices } from './messages.tsx';
import './page-preview.css';
import { printFrame } from './print-frame.ts';
import { Reading } from './Reading.tsx';

interface Props {
  /** What it is: 问题清单. */
  readonly called: string;
  readonly asked: readonly unknown[];
  readonly page: (fontsUrl: string) => Promise<File>;
  readonly save: (as: 'pdf' | 'xlsx') => Promise<File>;
  /** Notes that the page goes to the printer. */
  readonly note: () => Promise<unknown>;
  /** Choices beside the buttons. */
  readonly children?: ReactNode;
}

/** The very page that becomes paper: looked at, saved, printed. */
export function PagePreview({ called, asked, page, save, note, children }: Props) {
  const notices = useNotices();
  const frame = useRef<HTMLIFrameElement>(null);
  const made = useQuery({ queryKey: [...asked], queryFn: () => page(new URL('/fonts/', document.baseURI).href), gcTime: 0 });
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!made.data) return;
    const url = URL.createObjectURL(new Blob([made.data], { type: 'text/html' }));
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [made.data]);
  const take = async (as: 'pdf' | 'xlsx'): Promise<void> => {
    try {
      const file = await save(as);
      download(file, file.name);
      notices.done(`已出 ${file.name}`);
    } catch (error) {
      notices.refused(error, `保存${called}`);
    }
  };
  const print = async (): Promise<void> => {
    try {
      await note();
      await printFrame(frame.current);
    } catch (error) {
      notices.refused(error, `打印${called}`);
    }
  };
  const fitWidth = (): void => {
    const sheet = frame.current?.contentDocument?.querySelector<HTMLElement>('.page');
    if (!frame.current || !sheet) return;
    frame.current.contentDocument?.documentElement.style.setProperty('--zoom', String(Math.min(1, (frame.current.clientWidth - 48) / sheet.offsetWidth)));
  };
  return (
    <section className="page-preview" aria-label={`${called}预览`}>
      <header>
        {children}
        <Button disabled={address === null || made.isError} onClick={() => void take('pdf')}>保存 PDF</Button>
        <Button disabled={address === null || made.isError} onClick={() => void take('xlsx')}>保存 Excel</Button>
        <Button disabled={address === null || made.isError} onClick={() => void print()}>打印</Button>
      </header>
      {made.isError || !made.data ? <Reading of={made} doing={`排${called}`} /> : (
        // The page holds no script, and its policy lets none run; the same origin is needed to print it.
        address !== null && <iframe ref={frame} sandbox="allow-same-origin allow-modals" title={`${called}预览`} src={address} onLoad={fitWidth} />
      )}
    </section>
  );
}
