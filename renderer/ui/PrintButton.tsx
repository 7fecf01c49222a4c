import { useQuery } from '@tanstack/react-query';
import { Button, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { paperChoices, paperWords, type PrintChoice, type Printer, runsOf, sideChoices, sideWords } from '../../shared/hosting/print-order.ts';
import type { Client } from '../client/connect.ts';
import { KeyPopover } from './KeyPopover.tsx';
import { useNotices } from './messages.tsx';
import { closePdf, openPdf } from './pdf-document.ts';
import { printPdf } from './print-pdf.ts';
import './print-button.css';

interface Props {
  readonly client: Client;
  /** The kind of paper, under which the choice is remembered: wallHouse. */
  readonly kind: string;
  /** What it is: 问题清单. */
  readonly called: string;
  readonly disabled: boolean;
  /** The PDF for the printer, noted in what left. */
  readonly take: () => Promise<File>;
  /** What was taken could not be sent to the printer. */
  readonly failed?: () => Promise<void>;
}

/** 打印: to a printer of this machine where the program can, else by the browser's own dialog. Either way the PDF is printed. */
export function PrintButton({ client, kind, called, disabled, take, failed }: Props) {
  const notices = useNotices();
  const [open, setOpen] = useState(false);
  const [sending, setSending] = useState(false);
  const desk = useQuery({ queryKey: ['printDesk', kind], queryFn: () => client.printing.desk({ kind }), staleTime: 0 });
  const doing = async (work: () => Promise<void>): Promise<void> => {
    setSending(true);
    try {
      await work();
      setOpen(false);
    } catch (error) {
      notices.refused(error, `打印${called}`);
    } finally {
      setSending(false);
    }
  };
  const send = (choice: PrintChoice, copies: number): Promise<void> =>
    doing(async () => {
      const pdf = await take();
      const shown = await openPdf(pdf);
      closePdf(shown);
      try {
        await client.printing.send({ kind, pdf, title: called, choice, copies, runs: runsOf(shown.sizes) });
      } catch (error) {
        await failed?.();
        throw error;
      }
      notices.done(`已送到打印机“${desk.data?.printers?.find(({ name }) => name === choice.printer)?.called ?? choice.printer}”：${called}，${shown.sizes.length} 页`);
      await desk.refetch();
    });
  const printers = desk.data?.printers ?? null;
  if (printers === null) return <Button disabled={disabled || sending || !desk.data} onClick={() => void doing(async () => printPdf(await take()))}>打印</Button>;
  return (
    <KeyPopover open={open} onOpenChange={(next) => { setOpen(next); if (next) void desk.refetch(); }} content={<PrintForm key={desk.dataUpdatedAt} printers={printers} chosen={desk.data?.chosen ?? null} sending={sending} send={send} />}>
      <Button disabled={disabled}>打印</Button>
    </KeyPopover>
  );
}

function PrintForm({ printers, chosen, sending, send }: { printers: readonly Printer[]; chosen: PrintChoice | null; sending: boolean; send: (choice: PrintChoice, copies: number) => Promise<void> }) {
  const usual = printers.find(({ name }) => name === chosen?.printer) ?? printers.find((each) => each.usual) ?? printers[0];
  const [printer, setPrinter] = useState(usual?.name ?? '');
  const [paper, setPaper] = useState(chosen?.paper ?? 'asMade');
  const [sides, setSides] = useState(chosen?.sides ?? 'one');
  const [copies, setCopies] = useState(1);
  if (!usual) return <p className="print-none">这台电脑上没有打印机。请先在系统里添加打印机，或者“保存 PDF”到别的电脑上打印。</p>;
  return (
    <div className="print-form" role="group" aria-label="打印">
      {chosen && usual.name !== chosen.printer && <p className="quiet">上次用的打印机“{chosen.printer}”现在没有，请重新选。</p>}
      <label><span>打印机</span><Select aria-label="打印机" value={printer} onChange={setPrinter} options={printers.map(({ name, called }) => ({ value: name, label: called }))} /></label>
      <div><span>纸</span><Radio.Group aria-label="纸" value={paper} onChange={(event) => setPaper(event.target.value as PrintChoice['paper'])} options={paperChoices.map((value) => ({ value, label: paperWords[value] }))} /></div>
      <div><span>单双面</span><Radio.Group aria-label="单双面" value={sides} onChange={(event) => setSides(event.target.value as PrintChoice['sides'])} options={sideChoices.map((value) => ({ value, label: sideWords[value] }))} /></div>
      <label><span>份数</span><InputNumber aria-label="份数" min={1} max={99} precision={0} value={copies} onChange={(next) => setCopies(next ?? 1)} /></label>
      <Button type="primary" loading={sending} onClick={() => void send({ printer, paper, sides }, copies)}>送到打印机</Button>
    </div>
  );
}
