import { Button } from 'antd';
import { useState } from 'react';
import type { DocumentRow } from '../../shared/contract/documents.ts';
import { byteSize } from '../../shared/fields/byte-size.ts';
import { useClient } from '../app/session.tsx';
import { download } from '../ui/download.ts';
import { askLeave } from '../ui/leave-gate.ts';
import { useNotices } from '../ui/messages.tsx';
import { Reading } from '../ui/Reading.tsx';
import { createWork } from '../ui/work.ts';
import { WorkBar } from '../ui/WorkBar.tsx';
import { AddDocuments } from './AddDocuments.tsx';
import { useCard } from './card-desk.ts';
import { DocumentLine } from './DocumentLine.tsx';
import { DocumentPreview } from './DocumentPreview.tsx';
import { DossierList } from './DossierList.tsx';
import { usePaperForm } from './paper-draft.ts';
import { Section } from './Section.tsx';
import { useDocuments } from './use-documents.ts';

const useDossierWork = createWork();

/** 一户一档: what is there, what is missing, and what it takes in the register. */
export function DocumentsSection() {
  const { card, year, frozen } = useCard();
  const client = useClient();
  const notices = useNotices();
  const work = useDossierWork();
  const householdId = card.household.id;
  const form = usePaperForm(householdId);
  const [looking, setLooking] = useState<DocumentRow | null>(null);
  const found = useDocuments();
  const { documents = [], dossier = [], sizes } = found.data ?? {};
  const missing = dossier.filter(({ state }) => state === 'missing').length;
  const saveAll = async (): Promise<void> => {
    const leaving = await askLeave('这一户的全部材料', 'full', ['full']);
    if (!leaving) return;
    try {
      const folder = await client.documents.folder({ householdId, year, reason: leaving.reason });
      download(folder, folder.name);
    } catch (error) {
      notices.refused(error, '存出这一户的材料');
    }
  };
  const takeDossier = async (): Promise<void> => {
    const leaving = await askLeave('这一户的一户一档', 'reduced', ['reduced', 'full']);
    if (leaving?.level !== 'reduced' && leaving?.level !== 'full') return;
    const { level, reason } = leaving;
    try {
      const file = await work.run(client, (job) => client.dossiers.file({ year, of: { households: [householdId] }, level, reason, job }));
      download(file, file.name);
      notices.done(`已出 ${file.name}`);
    } catch (error) {
      notices.refused(error, '出一户一档');
    }
  };
  return (
    <Section
      name="材料"
      note={found.data === undefined ? undefined : `应有 ${dossier.length} 样，${missing === 0 ? '都齐了' : `缺 ${missing} 样`}`}
      actions={
        <>
          {!frozen && <Button size="small" onClick={() => form.open({ kind: '', memberId: '' })}>存入材料</Button>}
          <Button size="small" disabled={work.running} title="这一户的全部情况、材料目录和照片，排成一个 PDF" onClick={() => void takeDossier()}>出一户一档</Button>
          <Button size="small" title="全部原件和目录装进一个压缩文件" onClick={() => void saveAll()}>存出全部</Button>
        </>
      }
    >
      <WorkBar work={work} what="正在出一户一档" />
      {(found.isError || !found.data) && <Reading of={found} what="材料" />}
      {form.draft && !frozen && <AddDocuments form={form} draft={form.draft} />}
      {documents.length > 0 && (
        <ul className="card-list card-documents">
          {documents.map((document) => <DocumentLine key={document.id} document={document} look={() => setLooking(document)} />)}
        </ul>
      )}
      {looking && documents.some(({ id }) => id === looking.id) && <DocumentPreview key={looking.id} document={looking} close={() => setLooking(null)} />}
      <DossierList lines={dossier} add={frozen ? null : form.open} />
      {sizes && <p className="quiet">这一户的材料 {byteSize(sizes.own)}，全部材料 {byteSize(sizes.contents)}，登记册文件 {byteSize(sizes.register)}。材料存在登记册里，去掉后仍可撤销。</p>}
    </Section>
  );
}
