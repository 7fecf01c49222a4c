import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Client } from '../client/connect.ts';
import { download } from './download.ts';
import { useNotices } from './messages.tsx';
import './page-preview.css';
import { PdfPages } from './PdfPages.tsx';
import { PrintButton } from './PrintButton.tsx';
import { Reading } from './Reading.tsx';

interface Props {
  readonly client: Client;
  /** The kind of paper, under which the choice of printer is remembered. */
  readonly kind: string;
  /** What it is: 问题清单. */
  readonly called: string;
  readonly asked: readonly unknown[];
  readonly page: () => Promise<File>;
  readonly save: (as: 'pdf' | 'xlsx') => Promise<File>;
  /** The PDF for the printer, noted in what left. */
  readonly print: () => Promise<File>;
  /** Choices beside the buttons. */
  readonly children?: ReactNode;
}

/** The very PDF that becomes paper: looked at, saved, printed. */
export function PagePreview({ client, kind, called, asked, page, save, print, children }: Props) {
  const notices = useNotices();
  const made = useQuery({ queryKey: [...asked], queryFn: page, gcTime: 0 });
  const take = async (as: 'pdf' | 'xlsx'): Promise<void> => {
    try {
      const file = await save(as);
      download(file, file.name);
      notices.done(`已出 ${file.name}`);
    } catch (error) {
      notices.refused(error, `保存${called}`);
    }
  };
  const none = !made.data || made.isError;
  return (
    <section className="page-preview" aria-label={`${called}预览`}>
      <header>
        {children}
        <Button disabled={none} onClick={() => void take('pdf')}>保存 PDF</Button>
        <Button disabled={none} onClick={() => void take('xlsx')}>保存 Excel</Button>
        <PrintButton client={client} kind={kind} called={called} disabled={none} take={print} />
      </header>
      {made.isError || !made.data ? <Reading of={made} doing={`排${called}`} /> : <PdfPages file={made.data} called={called} />}
    </section>
  );
}
