import { useState } from 'react';
import type { DocumentRow } from '../../shared/contract/documents.ts';
import { documentKinds } from '../../shared/register/codes/document-codes.ts';
import type { Ledger } from '../../shared/register/ledgers/ledger.ts';
import { AddDocuments } from './AddDocuments.tsx';
import { useDesk } from './card-desk.ts';
import { DocumentLine } from './DocumentLine.tsx';
import { DocumentPreview } from './DocumentPreview.tsx';
import { usePaperForm } from './paper-draft.ts';
import { useDocuments } from './use-documents.ts';

interface Props {
  readonly recordId: string;
  readonly ledger: Ledger;
  /** Of whom it is; '' for the household. */
  readonly memberId: string;
  /** Which record, for a screen reader. */
  readonly what: string;
}

/** A ledger whose name is a kind of paper has that kind offered. */
export const kindFor = ({ label }: Ledger): string => documentKinds.values.find(({ value, also }) => value === label || also?.includes(label))?.value ?? '';

/** Papers and photos that prove one record: how many, and under it each of them and room for more. */
export function RecordPapers({ recordId, ledger, memberId, what }: Props) {
  const { frozen } = useDesk();
  const found = useDocuments();
  const form = usePaperForm(recordId);
  const [listed, list] = useState(false);
  const [looking, setLooking] = useState<DocumentRow | null>(null);
  const own = found.data?.documents.filter(({ values }) => values['document.of'] === recordId) ?? [];
  if (own.length === 0 && frozen !== null) return null;
  const adding = frozen === null && form.draft !== undefined;
  const open = adding || (listed && own.length > 0);
  const add = (): void => {
    list(true);
    form.open({ kind: kindFor(ledger), memberId, recordId });
  };
  const press = (): void => {
    if (own.length === 0 && !open) return add();
    list(!open);
    if (adding) form.drop();
  };
  return (
    <>
      {' '}
      <button type="button" className="link nowrap" aria-expanded={open} aria-label={`${what}的材料${own.length === 0 ? '' : ` ${own.length} 份`}`} title="照片、扫描件；也在下面的“材料”里" onClick={press}>
        {own.length === 0 ? '附材料' : `材料 ${own.length}`}
      </button>
      {open && own.length > 0 && <ul className="card-list card-documents">{own.map((document) => <DocumentLine key={document.id} document={document} underRecord look={() => setLooking(document)} />)}</ul>}
      {open && looking && own.some(({ id }) => id === looking.id) && <DocumentPreview key={looking.id} document={looking} close={() => setLooking(null)} />}
      {open && !adding && frozen === null && <button type="button" className="link" onClick={add}>再附一份</button>}
      {adding && form.draft && <AddDocuments form={form} draft={form.draft} />}
    </>
  );
}
