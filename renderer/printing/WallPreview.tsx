import { Button } from 'antd';
import { useClient } from '../app/session.tsx';
import { useNotices } from '../ui/messages.tsx';
import { PdfPages } from '../ui/PdfPages.tsx';
import { PrintButton } from '../ui/PrintButton.tsx';
import { useWallDesk, type WallPages } from './wall-desk.ts';

/** Printers are chosen for each kind of sheet: boards may go to another than what hangs in houses. */
const kinds = { house: 'wallHouse', village: 'wallVillage', board: 'wallBoard' } as const;

/** The very PDF that becomes paper: what is seen here is what is saved and what is printed. */
export function WallPreview({ pages, working }: { pages: WallPages | null; working: boolean }) {
  const client = useClient();
  const save = useWallDesk((desk) => desk.save);
  const print = useWallDesk((desk) => desk.print);
  const printed = useWallDesk((desk) => desk.printed);
  const notPrinted = useWallDesk((desk) => desk.notPrinted);
  const notices = useNotices();
  const takeBack = async (): Promise<void> => {
    try {
      await notPrinted(client);
      notices.done('这次打印不算：墙上还是原来的');
    } catch (error) {
      notices.refused(error, '退回这次打印');
    }
  };
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
        <PrintButton client={client} kind={kinds[pages.input.set ?? 'house']} called="上墙表" disabled={working} take={() => print(client)} failed={() => notPrinted(client)} />
      </header>
      {printed !== null && <p className="wall-printed">已经记下：墙上从今天起是这一版。 <button type="button" className="link" onClick={() => void takeBack()}>没有印出来，不算</button></p>}
      <PdfPages file={pages.pdf} called={`上墙表：${pages.title}`} />
    </section>
  );
}
