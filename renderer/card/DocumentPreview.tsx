import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { DocumentRow } from '../../shared/contract/documents.ts';
import { useClient } from '../app/session.tsx';
import { Reading } from '../ui/Reading.tsx';

/**
 * A paper as the register has it, from memory: pixels, the browser's own reader of PDF, or plain text. Its type is what its
 * first bytes say, so that nothing which holds markup is ever shown as such; the page's policy allows no other source.
 */
export function DocumentPreview({ document, close }: { readonly document: DocumentRow; readonly close: () => void }) {
  const client = useClient();
  const content = useQuery({ queryKey: ['document', document.id, document.values['document.sha']], queryFn: () => client.documents.read({ id: document.id }), gcTime: 0 });
  const called = String(document.values['document.file'] ?? '');
  return (
    <div className="card-preview" role="region" aria-label={`预览：${called}`} onKeyDown={(event) => { if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); close(); } }}>
      <header><strong>{called}</strong><Button size="small" autoFocus onClick={close}>收起预览</Button></header>
      {!content.data && <Reading of={content} what="材料" />}
      {content.data && <Shown file={content.data} as={document.preview} called={called} />}
    </div>
  );
}

function Shown({ file, as, called }: { readonly file: File; readonly as: DocumentRow['preview']; readonly called: string }) {
  const [address, setAddress] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (as === 'text') {
      void file.text().then(setText);
      return;
    }
    const made = URL.createObjectURL(as === 'pdf' ? new Blob([file], { type: 'application/pdf' }) : file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file, as]);
  if (as === 'text') return <pre tabIndex={0}>{text}</pre>;
  if (address === null) return null;
  if (failed) return <p role="alert">▲ 这张图显示不出来，可能已损坏；可以存出后用别的程序打开。</p>;
  if (as === 'image') return <img src={address} alt={called} onError={() => setFailed(true)} />;
  // A sandbox would shut out the browser's own reader of PDF; the blob is a PDF by its first bytes and by its type, and can be nothing else.
  // oxlint-disable-next-line react/iframe-missing-sandbox
  return <iframe title={called} src={address} />;
}
