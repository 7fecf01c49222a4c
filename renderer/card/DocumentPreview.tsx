import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { DocumentRow } from '../../shared/contract/documents.ts';
import { useClient } from '../app/session.tsx';
import { FileShown } from '../ui/FileShown.tsx';
import { useKeysWithin } from '../ui/keys-within.ts';
import { Reading } from '../ui/Reading.tsx';

/** A paper of the household's file, above the list that it was opened from. */
export function DocumentPreview({ document, close }: { readonly document: DocumentRow; readonly close: () => void }) {
  const client = useClient();
  const content = useQuery({ queryKey: ['document', document.id, document.values['document.sha']], queryFn: () => client.documents.read({ id: document.id }), gcTime: 0 });
  const part = useKeysWithin<HTMLDivElement>();
  const called = String(document.values['document.file'] ?? '');
  return (
    <div ref={part} className="card-preview" role="region" aria-label={`预览：${called}`} onKeyDown={(event) => { if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); close(); } }}>
      <header><strong>{called}</strong><Button size="small" title="Esc" onClick={close}>收起预览</Button></header>
      {!content.data && <Reading of={content} what="材料" />}
      {content.data && <FileShown file={content.data} as={document.preview} called={called} />}
    </div>
  );
}
