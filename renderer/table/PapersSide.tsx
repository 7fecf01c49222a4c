import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ClipboardEvent, type DragEvent, useEffect, useState } from 'react';
import type { DocumentRow } from '../../shared/contract/documents.ts';
import type { RowsQuery, TableRow } from '../../shared/contract/tables.ts';
import { byteSize } from '../../shared/fields/byte-size.ts';
import type { Ledger } from '../../shared/register/ledgers/ledger.ts';
import { rowName, tableOf } from '../../shared/sheets/table.ts';
import { ledgerSubject } from '../../shared/sheets/subject.ts';
import { useClient, useRegister, useYear } from '../app/session.tsx';
import { AddDocuments } from '../card/AddDocuments.tsx';
import { DeskProvider, type Filed } from '../card/card-desk.ts';
import { DocumentLine } from '../card/DocumentLine.tsx';
import { DocumentPreview } from '../card/DocumentPreview.tsx';
import { DossierList } from '../card/DossierList.tsx';
import { usePaperForm } from '../card/paper-draft.ts';
import { pastedFiles } from '../card/pasted-files.ts';
import { kindFor } from '../card/RecordPapers.tsx';
import { useDeskOf } from '../card/use-card-desk.ts';
import { inText } from '../ui/in-text.ts';
import { download } from '../ui/download.ts';
import { askLeave } from '../ui/leave-gate.ts';
import { useNotices } from '../ui/messages.tsx';
import { Reading } from '../ui/Reading.tsx';
import '../card/card.css';
import '../card/card-frame.css';
import '../card/card-parts.css';

interface Props {
  readonly ledger: Ledger;
  /** The row under the cursor. */
  readonly focused: TableRow | null;
  /** Has the table show the rows of a condition alone. */
  readonly narrow: (question: Pick<RowsQuery, 'filters' | 'search'>) => void;
  readonly close: () => void;
}

/** The record tells whose its papers are. */
const ofTheRecord: Filed = { householdId: null, people: [] };

/** Papers and photos of the record under the cursor. While some are being stored the record stays, wherever the cursor goes. */
export function PapersSide({ ledger, focused, narrow, close }: Props) {
  const [held, hold] = useState<TableRow | null>(null);
  const row = held ?? focused;
  const onlyThese = (not: boolean): void => narrow({ filters: [{ field: '', test: 'group', group: 'papers', ...(not ? { not } : {}) }] });
  return (
    <aside className="side papers-side" aria-label="材料">
      <header>
        <h2>材料{row === null ? '' : ` · ${rowName(tableOf(ledgerSubject(ledger.key)), row.values)}`}</h2>
        <Button type="text" size="small" aria-label="关闭材料" title="Esc" onClick={close}>×</Button>
      </header>
      <p className="quiet">
        表里只看 <button type="button" className="link" onClick={() => onlyThese(false)}>有材料的</button> <button type="button" className="link" onClick={() => onlyThese(true)}>没有材料的</button>
      </p>
      {row === null ? <p className="quiet">在表里点一条，这里是它的材料。</p> : <Papers key={row.id} ledger={ledger} row={row} hold={hold} />}
    </aside>
  );
}

function Papers({ ledger, row, hold }: { readonly ledger: Ledger; readonly row: TableRow; readonly hold: (row: TableRow | null) => void }) {
  const client = useClient();
  const notices = useNotices();
  const { revision } = useRegister();
  const found = useQuery({ queryKey: ['recordDocuments', row.id, revision], queryFn: async () => ({ ...(await client.documents.ofRecord({ recordId: row.id })), revision }), placeholderData: (before, query) => (query?.queryKey[1] === row.id ? before : undefined) });
  const desk = useDeskOf(found.data?.revision ?? revision, useYear(), ofTheRecord);
  const form = usePaperForm(row.id);
  const [looking, setLooking] = useState<DocumentRow | null>(null);
  const { documents = [], dossier = [], sizes } = found.data ?? {};
  const writable = desk.frozen === null;
  const memberId = row.memberId ?? '';

  const adding = writable && form.draft !== undefined;
  useEffect(() => {
    hold(adding ? row : null);
  }, [adding, hold, row]);
  const add = (kind: string, files: readonly File[] = []): void => form.open({ kind, memberId, recordId: row.id, files });
  const take = (files: readonly File[]): void => {
    if (files.length === 0) return;
    if (form.draft) form.take(files);
    else add(kindFor(ledger), files);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    take([...event.dataTransfer.files]);
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (inText(event.target)) return;
    take(pastedFiles(event.clipboardData, 0));
  };
  const saveAll = async (): Promise<void> => {
    const leaving = await askLeave('这一条的全部材料', 'full', ['full']);
    if (!leaving) return;
    try {
      const folder = await client.documents.recordFolder({ recordId: row.id, reason: leaving.reason });
      download(folder, folder.name);
    } catch (error) {
      notices.refused(error, '存出这一条的材料');
    }
  };
  return (
    <DeskProvider value={desk}>
      <div className="papers-room" tabIndex={-1} {...(writable ? { onDragOver: (event: DragEvent) => event.preventDefault(), onDrop, onPaste } : {})}>
        <div className="card-form-foot">
          {writable && <Button size="small" disabled={adding} onClick={() => add(kindFor(ledger))}>存入材料</Button>}
          {documents.length > 0 && <Button size="small" title="全部原件和目录装进一个压缩文件" onClick={() => void saveAll()}>存出全部</Button>}
        </div>
        {(found.isError || !found.data) && <Reading of={found} what="材料" />}
        {adding && form.draft && <AddDocuments form={form} draft={form.draft} />}
        {found.data && documents.length === 0 && !adding && <p className="quiet">这一条还没有材料。{writable && '照片、扫描件、文件可以拖到这里，或者点这里后按 Ctrl+V 粘贴。'}</p>}
        {documents.length > 0 && (
          <ul className="card-list card-documents">
            {documents.map((document) => <DocumentLine key={document.id} document={document} underRecord look={() => setLooking(document)} />)}
          </ul>
        )}
        {looking && documents.some(({ id }) => id === looking.id) && <DocumentPreview key={looking.id} document={looking} close={() => setLooking(null)} />}
        <div className="card-body"><DossierList lines={dossier} add={writable && !adding ? ({ kind }) => add(kind) : null} /></div>
        {sizes && documents.length > 0 && <p className="quiet">这一条的材料 {byteSize(sizes.own)}，全部材料 {byteSize(sizes.contents)}，登记册文件 {byteSize(sizes.register)}。</p>}
      </div>
    </DeskProvider>
  );
}
