import { useEffect, useState } from 'react';

/** How the page can show a file. */
export type ShownAs = 'image' | 'pdf' | 'text' | null;

/**
 * A paper as the register has it, from memory: pixels, the browser's own reader of PDF, or plain text. Its type is what its
 * first bytes say, so that nothing which holds markup is ever shown as such; the page's policy allows no other source.
 */
export function FileShown({ file, as, called }: { readonly file: File; readonly as: ShownAs; readonly called: string }) {
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
